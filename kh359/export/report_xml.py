"""Parts of WordprocessingML that python-docx has no words for."""

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from kh359.export.report_form import FIRST_LINE


def element(name: str, **attributes: str) -> Any:
    """An element such as 'w:tab' with attributes of the same name space."""
    made = OxmlElement(name)
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


def field(paragraph: Any, instruction: str, shown: str) -> None:
    """A field with the result that stands until Word works it out again."""
    for kind in ("begin", "instr", "separate", "text", "end"):
        run = paragraph.add_run()
        if kind == "instr":
            words = element("w:instrText")
            words.set(qn("xml:space"), "preserve")
            words.text = f" {instruction} "
            run._r.append(words)
        elif kind == "text":
            run.text = shown
        else:
            run._r.append(element("w:fldChar", fldCharType=kind))


def rule(paragraph: Any, indent: float) -> None:
    """A line from margin to margin less `indent` millimetres on both sides, hardly any height."""
    form = paragraph.paragraph_format
    form.left_indent = form.right_indent = Mm(indent)
    form.first_line_indent = Mm(0)
    form.space_before, form.space_after = Pt(1), Pt(4)
    form.line_spacing = Pt(3)
    borders = element("w:pBdr")
    borders.append(element("w:top", val="single", sz="6", space="1", color="000000"))
    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(
        borders, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc"
    )


def fixed_columns(table: Any, widths: list[float]) -> None:
    """Widths in millimetres that Word keeps."""
    table.autofit = False
    grid = table._tbl.tblGrid
    for column, width in zip(grid.findall(qn("w:gridCol")), widths, strict=True):
        column.set(qn("w:w"), str(Mm(width).twips))
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Mm(width)


def repeat_as_header(row: Any) -> None:
    """The row stands on top of every page that the table reaches."""
    row._tr.get_or_add_trPr().append(element("w:tblHeader", val="true"))


def keep_whole(row: Any) -> None:
    """The row never breaks over a page."""
    row._tr.get_or_add_trPr().append(element("w:cantSplit", val="true"))


def no_borders(table: Any) -> None:
    """A table that only places text."""
    borders = element("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        borders.append(element(f"w:{side}", val="nil"))
    properties = table._tbl.tblPr
    properties.append(borders)
    margins = element("w:tblCellMar")
    for side in ("left", "right"):
        margins.append(element(f"w:{side}", w="0", type="dxa"))
    properties.append(margins)


def numbered_headings(document: Any) -> None:
    """Heading 1 as I., II.; Heading 2 as 1., 2. within it, counted by Word."""
    numbering = document.part.numbering_part.element
    abstract = element("w:abstractNum", abstractNumId="359")
    abstract.append(element("w:multiLevelType", val="multilevel"))
    for level, (style, form, text) in enumerate(
        (("Heading1", "upperRoman", "%1."), ("Heading2", "decimal", "%2."))
    ):
        one = element("w:lvl", ilvl=str(level))
        one.append(element("w:start", val="1"))
        one.append(element("w:numFmt", val=form))
        one.append(element("w:pStyle", val=style))
        one.append(element("w:suff", val="space"))
        one.append(element("w:lvlText", val=text))
        one.append(element("w:lvlJc", val="left"))
        shape = element("w:pPr")
        shape.append(element("w:ind", left="0", firstLine=str(Mm(FIRST_LINE).twips)))
        one.append(shape)
        abstract.append(one)
    first = numbering.find(qn("w:num"))
    numbering.insert(0, abstract) if first is None else first.addprevious(abstract)
    number = element("w:num", numId="359")
    number.append(element("w:abstractNumId", val="359"))
    numbering.append(number)
    for level, name in enumerate(("Heading 1", "Heading 2")):
        properties = document.styles[name].element.get_or_add_pPr()
        chosen = properties.get_or_add_numPr()
        chosen.get_or_add_ilvl().val = level
        chosen.get_or_add_numId().val = 359


def described(picture: Any, words: str) -> None:
    """Words for a reader who cannot see the inline picture."""
    picture._inline.docPr.set("descr", words)


def restart_page_numbers(section: Any) -> None:
    """The section counts its pages from 1."""
    properties = section._sectPr
    properties.insert_element_before(
        element("w:pgNumType", start="1"), "w:cols", "w:titlePg", "w:docGrid"
    )
