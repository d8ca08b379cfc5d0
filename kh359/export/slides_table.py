"""A table on a slide, which PowerPoint can edit."""

from dataclasses import dataclass, replace
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_PATTERN
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Inches, Pt

from kh359.charts.palette import INK

_HATCH = 30
"""How far the lines of a hatch go from their ground to white, percent."""
_HEAD = ("#12395C", "#FFFFFF")


@dataclass(frozen=True, slots=True, kw_only=True)
class SlideCell:
    """background and colour: of the cell and its letters, empty for the table's own.

    hatched: rests on an assumption. address: what a click on the text opens, empty for nothing.
    """

    text: str
    background: str = ""
    colour: str = ""
    bold: bool = False
    centred: bool = False
    hatched: bool = False
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SlideTable:
    """widths: shares of the slide's width. size: points. row_height: inches."""

    headers: tuple[SlideCell, ...]
    rows: tuple[tuple[SlideCell, ...], ...]
    widths: tuple[float, ...]
    size: float
    row_height: float


def fill_table(table: Any, content: SlideTable, width: int, height: int) -> None:
    """Words, colours and widths into python-pptx's table; width, height: of it and of a row."""
    for place, share in enumerate(content.widths):
        table.columns[place].width = int(width * share)
    for place, row in enumerate((content.headers, *content.rows)):
        table.rows[place].height = height
        for column, cell in enumerate(row):
            shown = cell
            if place == 0:
                shown = replace(cell, background=_HEAD[0], colour=_HEAD[1], bold=True)
            _fill_cell(table.cell(place, column), shown, content.size)


def _fill_cell(cell: Any, content: SlideCell, size: float) -> None:
    cell.margin_top = cell.margin_bottom = Inches(0.03)
    cell.margin_left = cell.margin_right = Inches(0.08)
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    ground = RGBColor.from_string((content.background or "#FFFFFF").lstrip("#"))
    if content.hatched:
        cell.fill.patterned()
        cell.fill.pattern = MSO_PATTERN.LIGHT_UPWARD_DIAGONAL
        cell.fill.fore_color.rgb, cell.fill.back_color.rgb = _lighter(ground), ground
    else:
        cell.fill.solid()
        cell.fill.fore_color.rgb = ground
    paragraph = cell.text_frame.paragraphs[0]
    if content.centred:
        paragraph.alignment = PP_ALIGN.CENTER
    run = paragraph.add_run()
    run.text = content.text
    run.font.size, run.font.bold = Pt(size), content.bold
    run.font.color.rgb = RGBColor.from_string((content.colour or INK).lstrip("#"))
    if content.address:
        run.hyperlink.address = content.address


def _lighter(colour: RGBColor) -> RGBColor:
    """The lines of a hatch: seen, yet with letters in white or black readable on them."""
    return RGBColor(*(part + (255 - part) * _HATCH // 100 for part in colour))
