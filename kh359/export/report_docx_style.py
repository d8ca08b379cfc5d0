"""Styles of the Word report: the template's own ones, set to the form."""

from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from kh359.export import report_form as measure
from kh359.export.report_xml import element
from kh359.locale.language import Language

CELL, SOURCE = "KH359 Cell", "KH359 Source"
_REGIONS: dict[Language, str] = {"vi": "vi-VN", "en": "en-GB"}


def set_styles(document: Any, language: Language) -> None:
    """Normal, headings, caption, and those of cells and source lines."""
    styles = document.styles
    normal = styles["Normal"]
    _letters(normal, measure.BODY)
    shape = normal.paragraph_format
    shape.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    shape.first_line_indent = Mm(measure.FIRST_LINE)
    shape.space_before, shape.space_after = Pt(0), Pt(measure.PARAGRAPH_GAP)
    shape.line_spacing = measure.LINE_SPACING
    shape.widow_control = True
    for name in ("Heading 1", "Heading 2"):
        _letters(styles[name], measure.BODY, bold=True)
        heading = styles[name].paragraph_format
        heading.space_before, heading.space_after = Pt(6), Pt(measure.PARAGRAPH_GAP)
        heading.keep_with_next = True
    styles["Heading 1"].font.all_caps = True
    _letters(styles["Caption"], measure.CAPTION, bold=True)
    _flat(styles["Caption"], WD_ALIGN_PARAGRAPH.CENTER, before=6, after=4)
    for name, size, align, after in (
        (CELL, measure.CELL, WD_ALIGN_PARAGRAPH.LEFT, 1.0),
        (SOURCE, measure.SOURCE_LINE, WD_ALIGN_PARAGRAPH.LEFT, 10.0),
    ):
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = normal
        _letters(style, size)
        _flat(style, align, before=1, after=after)
    styles[SOURCE].font.italic = True
    _letters(styles["Header"], measure.PAGE_NUMBER)
    styles["Header"].paragraph_format.first_line_indent = Mm(0)
    defaults = styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    for old in defaults.findall(qn("w:lang")):
        defaults.remove(old)
    defaults.append(element("w:lang", val=_REGIONS[language], eastAsia="en-US", bidi="ar-SA"))


def centred(paragraph: Any) -> Any:
    """Without first-line indent, single spaced, in the middle."""
    shape = paragraph.paragraph_format
    shape.alignment = WD_ALIGN_PARAGRAPH.CENTER
    shape.first_line_indent = Mm(0)
    shape.space_after = Pt(0)
    shape.line_spacing = 1.0
    return paragraph


def _flat(style: Any, align: Any, *, before: float, after: float) -> None:
    shape = style.paragraph_format
    shape.alignment = align
    shape.first_line_indent = Mm(0)
    shape.space_before, shape.space_after = Pt(before), Pt(after)
    shape.line_spacing = 1.0


def _letters(style: Any, size: float, *, bold: bool = False) -> None:
    """The form's family in black, free of the template's theme."""
    font = style.font
    font.name, font.size = measure.FAMILY, Pt(size)
    font.bold, font.italic = bold, False
    font.color.rgb = RGBColor(0, 0, 0)
    named = style.element.rPr.rFonts
    for key in list(named.attrib):
        del named.attrib[key]
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        named.set(qn(f"w:{script}"), measure.FAMILY)
