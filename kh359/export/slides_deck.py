"""A deck on the project's own template: every slide has its source line and the run's record."""

import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.util import Inches, Pt

from kh359.charts.palette import ASSUMED, GRID, INK, MUTED
from kh359.export.dossier import Dossier
from kh359.export.office_package import dated
from kh359.export.run_record import RunRecord, footer
from kh359.export.slides_data import SlideData
from kh359.export.slides_table import SlideTable, fill_table

_TEMPLATE = Path(__file__).with_name("slide_template.pptx")
_LAYOUTS = {"first": 0, "text": 1, "chart": 2}
_MESSAGE, _SOURCE, _RECORD, _CHART, _TEXT = 10, 11, 12, 14, 15
_MOST_TEXT, _LEGEND_TEXT = 14, 12
"""Points of axis labels and legends: readable on a projector."""
_FIRST_SIZES = (40, 36, 32, 28)
_TITLE_SIZES = (28, 24, 22, 20, 18, 16, 14)
_MESSAGE_SIZES = (18, 16, 14, 12)
_SMALL_SIZES = (11, 10, 9)
_LINE, _LETTER, _BOLD = 1.2, 0.53, 0.58
"""Height of a line and mean width of a letter, plain and bold, for one point of size."""
_SHORT_STAMP = 8
"""Letters of a stamp at full size."""
_FIELD = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"


class Deck:
    """Slides in their order. Values are written as shown, words are finished."""

    def __init__(self, dossier: Dossier, record: RunRecord) -> None:
        self._deck = Presentation(str(_TEMPLATE))
        self._record = footer(record, dossier)[0]
        self._dossier = dossier

    def first(self, title: str, message: str, lines: Sequence[str]) -> None:
        """The title slide."""
        slide = self._slide("first", title, message)
        _write(slide.placeholders[_TEXT].text_frame, lines)

    def text(self, title: str, message: str, lines: Sequence[str], source: str = "") -> None:
        """Paragraphs."""
        slide = self._slide("text", title, message, source)
        _write(slide.placeholders[_TEXT].text_frame, lines)

    def table(
        self, title: str, message: str, table: SlideTable, source: str, stamp: str = ""
    ) -> None:
        """A table, which PowerPoint can edit."""
        slide = self._slide("text", title, message, source, stamp)
        holder = slide.placeholders[_TEXT]
        left, top, width = holder.left, holder.top, holder.width
        _drop(holder)
        rows = (table.headers, *table.rows)
        height = Inches(table.row_height)
        frame = slide.shapes.add_table(
            len(rows), len(table.headers), left, top, width, height * len(rows)
        )
        _name(frame, title, message)
        fill_table(frame.table, table, width, height)

    def chart(
        self,
        title: str,
        message: str,
        data: SlideData,
        kind: XL_CHART_TYPE,
        *,
        source: str,
        alt: str,
        stamp: str = "",
    ) -> Any:
        """A native chart; returns python-pptx's, still without colours."""
        slide = self._slide("chart", title, message, source, stamp)
        frame = slide.placeholders[_CHART].insert_chart(kind, data)
        _name(frame, title, alt)
        chart = frame.chart
        chart.font.size = Pt(_MOST_TEXT)
        chart.font.color.rgb = RGBColor.from_string(INK.lstrip("#"))
        chart.has_title = False
        chart.has_legend = True
        chart.legend.position = XL_LEGEND_POSITION.BOTTOM
        chart.legend.include_in_layout = False
        chart.legend.font.size = Pt(_LEGEND_TEXT)
        return chart

    def content(self) -> bytes:
        """The finished file, dated as the dossier is."""
        packed = io.BytesIO()
        self._deck.save(packed)
        return dated(packed.getvalue(), self._dossier.day)

    def describe(self, title: str, rows: Sequence[tuple[str, str]]) -> None:
        """The run's record among the file's properties."""
        about = self._deck.core_properties
        about.title, about.author, about.last_modified_by = title[:255], "KH359", "KH359"
        about.language = self._dossier.language
        # Office cuts a property at 255 letters; the last slides hold the record in full.
        about.comments = "; ".join(f"{label}: {text}" for label, text in rows)[:255]
        about.keywords = f"{self._dossier.scenario.content_hash} {self._dossier.facts.version}"

    def _slide(
        self, layout: str, title: str, message: str, source: str = "", stamp: str = ""
    ) -> Any:
        slide = self._deck.slides.add_slide(self._deck.slide_layouts[_LAYOUTS[layout]])
        _fit(slide.shapes.title, title, _FIRST_SIZES if layout == "first" else _TITLE_SIZES, _BOLD)
        _fit(slide.placeholders[_MESSAGE], message, _MESSAGE_SIZES)
        _fit(slide.placeholders[_RECORD], self._record, _SMALL_SIZES)
        if layout != "first":
            _fit(slide.placeholders[_SOURCE], source, _SMALL_SIZES)
        if stamp:
            _stamp(slide, stamp)
        _number(slide)
        return slide


def style_axes(chart: Any, *, unit: str, years: bool, number_format: str) -> None:
    """A quiet grid, the unit beside the value axis. years: label every fifth category."""
    value, category = chart.value_axis, chart.category_axis
    value.has_title = True
    value.axis_title.text_frame.text = unit
    run = value.axis_title.text_frame.paragraphs[0].runs[0]
    run.font.size, run.font.bold = Pt(_MOST_TEXT), False
    value.tick_labels.number_format = number_format
    value.tick_labels.number_format_is_linked = False
    value.major_gridlines.format.line.color.rgb = RGBColor.from_string(GRID.lstrip("#"))
    value.format.line.fill.background()
    category.format.line.color.rgb = RGBColor.from_string(MUTED.lstrip("#"))
    category.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    category.has_major_gridlines = False
    if years:
        _every_fifth(category)


def _every_fifth(category: Any) -> None:
    element = category._element
    after = element.find(qn("c:noMultiLvlLbl"))
    space = 'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
    for tag in ("tickLblSkip", "tickMarkSkip"):
        skip = parse_xml(f'<c:{tag} {space} val="5"/>')
        if after is None:
            element.append(skip)
        else:
            after.addprevious(skip)


def _fit(holder: Any, text: str, sizes: Sequence[float], letter: float = _LETTER) -> None:
    """Write `text` in the largest of `sizes` (points) at which the placeholder should hold it."""
    width, height = holder.width / Pt(1), holder.height / Pt(1)

    def holds(size: float) -> bool:
        lines = max(1, int(height / (_LINE * size)))
        return lines * int(width / (letter * size)) >= len(text)

    holder.text_frame.text = text
    size = next((size for size in sizes if holds(size)), sizes[-1])
    holder.text_frame.paragraphs[0].font.size = Pt(size)


def _write(frame: Any, lines: Sequence[str]) -> None:
    for place, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
        paragraph.text = line
        if place:
            paragraph.space_before = Pt(6)


def _stamp(slide: Any, word: str) -> None:
    """The word that no reader may miss, in the upper right corner."""
    box = slide.shapes.add_shape(
        MSO_SHAPE.RECTANGLE, Inches(11.13), Inches(0.42), Inches(1.6), Inches(0.5)
    )
    box.name = word
    frame = box.text_frame
    frame.margin_left = frame.margin_right = 0
    box.shadow.inherit = False
    box.fill.solid()
    box.fill.fore_color.rgb = RGBColor.from_string(ASSUMED[0].lstrip("#"))
    box.line.color.rgb = RGBColor.from_string(ASSUMED[3].lstrip("#"))
    box.line.width = Pt(2)
    paragraph = frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.CENTER
    run = paragraph.add_run()
    run.text = word
    run.font.size, run.font.bold = Pt(18 if len(word) <= _SHORT_STAMP else 14), True
    run.font.color.rgb = RGBColor.from_string(ASSUMED[3].lstrip("#"))


def _number(slide: Any) -> None:
    """The slide's number, which PowerPoint counts."""
    shapes = slide.shapes._spTree
    number = max(int(e.get("id")) for e in shapes.iter(qn("p:cNvPr"))) + 1
    shapes.append(
        parse_xml(
            '<p:sp xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
            'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><p:nvSpPr>'
            f'<p:cNvPr id="{number}" name="Số trang {number}"/><p:cNvSpPr><a:spLocks noGrp="1"/>'
            '</p:cNvSpPr><p:nvPr><p:ph type="sldNum" idx="16"/></p:nvPr></p:nvSpPr><p:spPr/>'
            f'<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:fld id="{_FIELD}" type="slidenum">'
            '<a:rPr lang="vi-VN"/><a:t>‹#›</a:t></a:fld></a:p></p:txBody></p:sp>'
        )
    )


def _name(frame: Any, name: str, alt: str) -> None:
    """What a screen reader says of a chart or a table."""
    about = frame._element.find(f".//{qn('p:cNvPr')}")
    about.set("name", name)
    about.set("descr", alt)


def _drop(holder: Any) -> None:
    holder._element.getparent().remove(holder._element)
