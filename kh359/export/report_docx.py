"""A report as a Word document that staff go on writing in: real headings, captions, tables."""

import io
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import datetime
from typing import Any

from docx import Document
from docx.enum.section import WD_SECTION
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt

from kh359.export import report_form as measure
from kh359.export.archive import archive
from kh359.export.dossier import Dossier
from kh359.export.report_block import Annex, Block, Grid, Heading, Paragraph, Plate, Point, Report
from kh359.export.report_docx_head import head, signature
from kh359.export.report_docx_style import CELL, SOURCE, centred, set_styles
from kh359.export.report_form import Form, form
from kh359.export.report_xml import (
    described,
    field,
    fixed_columns,
    keep_whole,
    numbered_headings,
    repeat_as_header,
    restart_page_numbers,
)
from kh359.export.typesetter import png_stream
from kh359.export.watch import Watch

DPI = 240
"""At the size on the page, which is smaller than a picture's own, some 290 dots to the inch."""


def report_docx(report: Report, dossier: Dossier, watch: Watch) -> bytes:
    """The document's bytes; the same report gives the same bytes. Raises Cancelled."""
    document = Document()
    set_styles(document, dossier.language)
    numbered_headings(document)
    _page(document.sections[0])
    words = form(dossier.say, dossier.day)
    head(document, words, report.subject)
    plates = [block for block in report.every_block() if isinstance(block, Plate)]
    drawn = png_stream([plate.picture for plate in plates], day=dossier.day, dpi=DPI)
    with closing(drawn):
        writer = _Writer(document, words, watch, drawn, len(plates))
        writer.write(report.blocks)
        # A signature never stands alone on a page.
        document.paragraphs[-1].paragraph_format.keep_with_next = True
        signature(document, words, report.addressees)
        for number, annex in enumerate(report.annexes):
            writer.write_annex(annex, number)
    _tell(document, report, dossier)
    return _packed(document, dossier)


def _page(section: Any) -> None:
    section.page_width, section.page_height = Mm(measure.PAGE_WIDTH), Mm(measure.PAGE_HEIGHT)
    section.top_margin, section.bottom_margin = Mm(measure.TOP), Mm(measure.BOTTOM)
    section.left_margin, section.right_margin = Mm(measure.LEFT), Mm(measure.RIGHT)
    section.header_distance = section.footer_distance = Mm(measure.HEADER)
    section.different_first_page_header_footer = True
    paragraph = section.header.paragraphs[0]
    if not paragraph.runs:
        centred(paragraph)
        field(paragraph, "PAGE", "2")


class _Writer:
    """Writes blocks one after the other and counts figures for Word's own counting.

    drawn: the pictures of all plates, in order. plates: how many.
    """

    def __init__(
        self, document: Any, words: Form, watch: Watch, drawn: Iterator[bytes], plates: int
    ) -> None:
        self.document, self.words, self.watch = document, words, watch
        self.drawn, self.plates = drawn, plates
        # Asked for by name, a style is looked up among all of them, for every cell again.
        self.cell_style = document.styles[CELL].style_id
        self.counts: dict[str, int] = {}

    def write(self, blocks: Sequence[Block]) -> None:
        """Every block, in order."""
        for block in blocks:
            if isinstance(block, Heading):
                self.document.add_heading(block.text, block.level)
            elif isinstance(block, Paragraph):
                paragraph = self.document.add_paragraph(block.text)
                paragraph.paragraph_format.keep_with_next = block.leads
            elif isinstance(block, Point):
                self.document.add_paragraph(f"{block.mark} {block.text}")
            elif isinstance(block, Grid):
                self._grid(block)
            else:
                self._plate(block)

    def write_annex(self, annex: Annex, number: int) -> None:
        """On a page of its own, with its own page numbers."""
        section = self.document.add_section(WD_SECTION.NEW_PAGE)
        restart_page_numbers(section)
        lines = (
            (self.words.annex(number), True, False),
            (annex.title.upper(), True, False),
            (self.words.annex_of, False, True),
        )
        for text, bold, italic in lines:
            run = centred(self.document.add_paragraph()).add_run(text)
            run.bold, run.italic = bold, italic
        self.document.paragraphs[-1].paragraph_format.space_after = Pt(measure.PARAGRAPH_GAP)
        self.write(annex.blocks)

    def _caption(self, label: str, text: str, *, above: bool) -> None:
        paragraph = self.document.add_paragraph(f"{label} ", style="Caption")
        paragraph.paragraph_format.keep_with_next = True
        self.counts[label] = self.counts.get(label, 0) + 1
        field(paragraph, f"SEQ {label} \\* ARABIC", str(self.counts[label]))
        paragraph.add_run(f". {text}")
        if not above:
            paragraph.paragraph_format.space_before = 0

    def _grid(self, grid: Grid) -> None:
        self._caption(self.words.table, grid.caption, above=True)
        table = self.document.add_table(len(grid.rows) + 1, len(grid.headers), "Table Grid")
        table.alignment = WD_TABLE_ALIGNMENT.CENTER
        scale = measure.TEXT_WIDTH / sum(grid.shares)
        fixed_columns(table, [share * scale for share in grid.shares])
        for place, (row, texts) in enumerate(
            zip(table.rows, (grid.headers, *grid.rows), strict=True)
        ):
            keep_whole(row)
            for column, (cell, text) in enumerate(zip(row.cells, texts, strict=True)):
                paragraph = cell.paragraphs[0]
                paragraph._p.style = self.cell_style
                paragraph.add_run(text).bold = place == 0 or None
                if place == 0:
                    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
                elif column in grid.numbers:
                    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
                # The head stays with the first row, the last row with the line on the source.
                if grid.is_short or place in (0, len(grid.rows)):
                    paragraph.paragraph_format.keep_with_next = True
        repeat_as_header(table.rows[0])
        self._source(grid.source)

    def _plate(self, plate: Plate) -> None:
        place = self.counts.get(self.words.figure, 0)
        self.watch.step(self.plates + place, 2 * self.plates, plate.caption)
        drawn = next(self.drawn)
        paragraph = centred(self.document.add_paragraph())
        paragraph.paragraph_format.keep_with_next = True
        picture = paragraph.add_run().add_picture(io.BytesIO(drawn), width=Mm(measure.TEXT_WIDTH))
        described(picture, plate.picture.alt or plate.picture.title)
        self._caption(self.words.figure, plate.caption, above=False)
        self._source(plate.source)

    def _source(self, text: str) -> None:
        self.document.add_paragraph(self.words.source(text), style=SOURCE)


def _tell(document: Any, report: Report, dossier: Dossier) -> None:
    """The record of the run in the file's own properties, and the day in place of a clock."""
    core, moment = document.core_properties, datetime(*dossier.day.timetuple()[:3])
    core.author = core.last_modified_by = "KH359"
    core.title = " ".join(report.subject)
    core.language = dossier.language
    core.created = core.modified = moment
    core.revision = 1
    # python-docx refuses more than 255 letters; the format does not.
    told = "\n".join(f"{label}: {text}" for label, text in report.told)
    core.comments = ""
    for node in core._element:
        if node.tag.endswith("}description"):
            node.text = told


def _packed(document: Any, dossier: Dossier) -> bytes:
    """The saved document with the dossier's day in place of the time of writing."""
    raw = io.BytesIO()
    document.save(raw)
    with zipfile.ZipFile(raw) as packed:
        files = {name: packed.read(name) for name in packed.namelist()}
    return archive(files, dossier.day)
