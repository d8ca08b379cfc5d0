"""The head of the Word report, and what stands below its text: addressees and signature."""

from collections.abc import Sequence
from typing import Any

from docx.shared import Mm, Pt

from kh359.export import report_form as measure
from kh359.export.report_docx_style import centred
from kh359.export.report_form import Form, text_width
from kh359.export.report_xml import fixed_columns, keep_whole, no_borders, rule

_RIGHT = measure.TEXT_WIDTH - measure.ISSUER_WIDTH
_LINES_TO_SIGN = 4


def head(document: Any, words: Form, subject: Sequence[str]) -> None:
    """Issuer and number at the left, the nation, place and day at the right; the title below."""
    table = document.add_table(2, 2)
    no_borders(table)
    fixed_columns(table, [measure.ISSUER_WIDTH, _RIGHT])
    (issuer, nation), (number, place) = (row.cells for row in table.rows)
    _line(issuer.paragraphs[0], words.issuer[0], measure.ISSUER)
    _line(issuer.add_paragraph(), words.issuer[1], measure.ISSUER, bold=True)
    short = (1 - measure.ISSUER_RULE) / 2
    rule(issuer.add_paragraph(), measure.ISSUER_WIDTH * short)
    _line(nation.paragraphs[0], words.nation, measure.NATION, bold=True)
    _line(nation.add_paragraph(), words.motto, measure.MOTTO, bold=True)
    rule(nation.add_paragraph(), (_RIGHT - text_width(words.motto, measure.MOTTO)) / 2)
    _line(number.paragraphs[0], words.number, measure.NUMBER)
    _line(place.paragraphs[0], words.place_and_day, measure.PLACE, italic=True)
    _title(document, words, subject)


def _title(document: Any, words: Form, subject: Sequence[str]) -> None:
    name = document.add_paragraph()
    _line(name, words.name, measure.TITLE, bold=True)
    name.paragraph_format.space_before = Pt(18)
    for text in subject:
        _line(document.add_paragraph(), text, measure.TITLE, bold=True)
    longest = max(text_width(text, measure.TITLE) for text in subject)
    line = document.add_paragraph()
    rule(line, (measure.TEXT_WIDTH - measure.ISSUER_RULE * longest) / 2)
    line.paragraph_format.space_after = Pt(12)


def signature(document: Any, words: Form, addressees: Sequence[str]) -> None:
    """Addressees at the left; power, post and name, all blank, at the right."""
    space = document.add_paragraph()
    space.paragraph_format.space_after = Pt(0)
    space.paragraph_format.keep_with_next = True
    table = document.add_table(1, 2)
    no_borders(table)
    half = measure.TEXT_WIDTH / 2
    fixed_columns(table, [half, half])
    keep_whole(table.rows[0])
    left, right = table.rows[0].cells
    _line(left.paragraphs[0], words.addressees, measure.ADDRESSEES, bold=True, italic=True)
    left.paragraphs[0].paragraph_format.alignment = 0
    for place, text in enumerate(addressees):
        stop = "." if place == len(addressees) - 1 else ";"
        line = left.add_paragraph()
        _line(line, f"- {text}{stop}", measure.ADDRESSEE)
        line.paragraph_format.alignment = 0
    _line(right.paragraphs[0], words.power, measure.BODY, bold=True)
    _line(right.add_paragraph(), words.post, measure.BODY, bold=True)
    _line(right.add_paragraph(), words.signature, measure.PLACE, italic=True)
    for _ in range(_LINES_TO_SIGN):
        _line(right.add_paragraph(), "", measure.BODY)
    _line(right.add_paragraph(), measure.LONG_BLANK, measure.BODY, bold=True)


def _line(
    paragraph: Any, text: str, size: float, *, bold: bool = False, italic: bool = False
) -> None:
    run = centred(paragraph).add_run(text)
    run.font.size, run.bold, run.italic = Pt(size), bold, italic
    paragraph.paragraph_format.left_indent = Mm(0)
