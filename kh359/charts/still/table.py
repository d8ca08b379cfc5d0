"""A matrix as still pictures: the same cells as on the page, in rows that fit on paper."""

import math
from collections.abc import Sequence

from kh359.charts.matrix import Cell, LegendItem, Mark, Matrix, Row, Section
from kh359.charts.palette import ASSUMED, GRID, INK, MUTED, TARGET, TONES
from kh359.charts.still.canvas import Canvas, path_data
from kh359.charts.still.hatch import Hatch, Paint
from kh359.charts.still.picture import EDGE, Picture
from kh359.charts.still.table_layout import (
    HEAD,
    MARK,
    PAD,
    ROW_GAP,
    SECTION,
    SECTION_HEIGHT,
    SMALL,
    STEP,
    TEXT,
    Columns,
    columns,
    line_of,
    lines_of,
    pages,
    row_height,
)
from kh359.charts.still.words import Look, line_width

WIDTH = 900.0
"""Pixels of a matrix that has few columns."""
_TITLE = Look(size=16, colour=INK, bold=True)
_FOOT = Look(size=10.5, colour=MUTED)
_SWATCH = 27.0
_OBSERVED = ("met", "not_met")
_UNKNOWN = ("no_data", "no_evidence", "decided")


def matrix_pictures(
    matrix: Matrix,
    *,
    width: float = WIDTH,
    most_height: float = math.inf,
    footer: Sequence[str] = (),
    outlines: bool = False,
) -> tuple[Picture, ...]:
    """The matrix, on as many pictures as its rows need; each has title, legend and headers.

    most_height: pixels of the rows of one picture. footer, outlines: as for `picture`.
    """
    given = columns(matrix, width - 2 * EDGE)
    return tuple(
        _Table(matrix, given, outlines=outlines).finished(sections, footer)
        for sections in pages(matrix, given, most_height)
    )


class _Table:
    """One picture under way, from the top down; `y` is how far it got."""

    def __init__(self, matrix: Matrix, given: Columns, *, outlines: bool) -> None:
        self.matrix, self.columns = matrix, given
        self.canvas = Canvas(outlines=outlines)
        self.width = given.width + 2 * EDGE
        self.lefts = [EDGE + left for left in given.lefts()]
        self.y = EDGE

    def finished(self, sections: Sequence[Section], footer: Sequence[str]) -> Picture:
        """Draw everything and close the picture."""
        self._lines(self.matrix.caption, _TITLE, EDGE, self.columns.width)
        self.y += 6
        self._legend()
        self._headers()
        for section in sections:
            self._section(section)
        self.y += 8
        for text in footer:
            self._lines(text, _FOOT, EDGE, self.columns.width)
        told = " ".join(item.text + "." for item in self.matrix.legend)
        svg = self.canvas.svg(
            self.width, self.y + EDGE, title=self.matrix.caption, remarks=(told, *footer)
        )
        return Picture(
            svg=svg, width=self.width, height=self.y + EDGE, title=self.matrix.caption, alt=told,
            outlined=self.canvas.outlines, footer=tuple(footer),
        )  # fmt: skip

    def _lines(self, text: str, look: Look, x: float, room: float) -> None:
        for line in lines_of(text, look, room):
            self.y += 1.25 * look.size
            self.canvas.words(line, x, self.y - 0.25 * look.size)

    def _legend(self) -> None:
        x = EDGE
        for item in self.matrix.legend:
            line = line_of(item.text, SMALL)
            swatch = _SWATCH + 6 if item.tone else 0.0
            if x > EDGE and x + swatch + line_width(line) > self.width - EDGE:
                x, self.y = EDGE, self.y + MARK + 3
            if item.tone:
                self._mark(_sample(item), x, self.y, _SWATCH)
            self.canvas.words(line, x + swatch, self.y + 13.5)
            x += swatch + line_width(line) + 16
        self.y += MARK + 8

    def _headers(self) -> None:
        matrix, given = self.matrix, self.columns
        heads = (matrix.row_header, matrix.evidence_header, *matrix.headers, *matrix.note_headers)
        widths = (given.name, given.proof, *given.cells, *given.notes)
        told = [lines_of(h, HEAD, w - 2) for h, w in zip(heads, widths, strict=True)]
        tall = max(len(lines) for lines in told) * STEP
        for i, (lines, left, wide) in enumerate(zip(told, self.lefts, widths, strict=True)):
            is_cell = 2 <= i < 2 + len(given.cells)
            x = left + (wide / 2 if is_cell else 0.0)
            for row, line in enumerate(lines):
                base = self.y + tall - (len(lines) - row - 1) * STEP - 4
                self.canvas.words(line, x, base, "center" if is_cell else "left")
        self.y += tall + 2
        self._rule(INK, 1.5)

    def _rule(self, colour: str, width: float) -> None:
        ends = [(EDGE, self.y), (self.width - EDGE, self.y)]
        self.canvas.path(path_data(ends), stroke=colour, width=width)

    def _section(self, section: Section) -> None:
        self.canvas.words(line_of(section.title, SECTION), EDGE, self.y + SECTION_HEIGHT - 8)
        self.y += SECTION_HEIGHT - 2
        self._rule(GRID, 1.0)
        self.y += 2
        for row in section.rows:
            self._row(row)

    def _row(self, row: Row) -> None:
        height = row_height(row, self.columns)
        middle = self.y + (height - ROW_GAP) / 2
        given = self.columns
        self._middle(lines_of(row.name, TEXT, given.name - PAD), self.lefts[0], middle)
        self._middle([line_of(row.evidence, SMALL)], self.lefts[1], middle)
        for cell, left, wide in zip(row.cells, self.lefts[2:], given.cells, strict=False):
            self._cell(cell, left, wide, middle)
        behind = self.lefts[2 + len(given.cells) :]
        for note, left, wide in zip(row.notes, behind, given.notes, strict=True):
            text = f"{note.text} {note.small}".strip()
            self._middle(lines_of(text, TEXT, wide - 2 * PAD), left + PAD, middle)
        self.y += height

    def _middle(self, lines: Sequence, x: float, middle: float) -> None:
        first = middle - (len(lines) - 1) * STEP / 2 + 4
        for row, line in enumerate(lines):
            self.canvas.words(line, x, first + row * STEP)

    def _cell(self, cell: Cell, left: float, wide: float, middle: float) -> None:
        top = middle - len(cell.marks) * (MARK + 2) / 2 + 1
        for i, mark in enumerate(cell.marks):
            self._mark(mark, left + 2, top + i * (MARK + 2), wide - 4)

    def _mark(self, mark: Mark, x: float, y: float, wide: float) -> None:
        paint, ink = TONES[mark.tone]
        ground: Paint = paint
        edge = {"stroke": "none", "line_width": 0.0}
        if mark.hatched:
            pale = _mixed(paint, "#FFFFFF", 0.35)
            stripe = _mixed(ASSUMED[3], pale, 0.3)
            ground = Hatch(ground=pale, ink=stripe, step=8, share=0.25, angle=45)
            ink, edge = INK, {"stroke": ASSUMED[3], "line_width": 1.2, "dash": "4 3"}
        elif mark.tone in _OBSERVED:
            edge = {"stroke": ink, "line_width": 2.0}
        elif mark.tone in _UNKNOWN:
            edge = {"stroke": "#B4BBC4", "line_width": 1.0, "dash": "3 3"}
        if mark.flagged:
            edge = {"stroke": TARGET, "line_width": 2.5}
        self.canvas.box(x + 1, y + 1, wide - 2, MARK - 2, fill=ground, **edge)
        bold = mark.flagged or mark.tone in _OBSERVED
        look = Look(size=12, colour=ink, bold=bold)
        self.canvas.words(line_of(mark.text, look), x + wide / 2, y + MARK / 2 + 4.2, "center")


def _sample(item: LegendItem) -> Mark:
    return Mark(
        text=item.sample, tone=item.tone, hatched=item.hatched, hint="", flagged=item.flagged
    )


def _mixed(colour: str, other: str, share: float) -> str:
    """`share` of one colour and the rest of the other."""
    pairs = ((int(colour[i : i + 2], 16), int(other[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(share * a + (1 - share) * b):02X}" for a, b in pairs)
