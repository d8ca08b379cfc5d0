"""How wide the columns of a matrix are, and which rows go on which picture."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kh359.charts.matrix import Matrix, Row, Section
from kh359.charts.palette import INK, MUTED
from kh359.charts.still.typeface import typeface
from kh359.charts.still.words import Line, Look, Run, line_width, wrapped

TEXT = Look(size=12, colour=INK)
STRONG = Look(size=12, colour=INK, bold=True)
SMALL = Look(size=11, colour=MUTED)
HEAD = Look(size=11.5, colour=INK, bold=True)
SECTION = Look(size=12.5, colour=INK, bold=True)

PAD = 6.0
STEP = 14.5
"""Pixels of a line of a name."""
MARK = 19.0
"""Pixels of one mark."""
ROW_GAP = 4.0
SECTION_HEIGHT = 26.0
LEAST_NAME = 240.0
"""Least width of the names; cells give way."""
_WIDEST_NOTE = 110.0


def line_of(text: str, look: Look) -> Line:
    """Plain words as one line; every letter is in the font."""
    return (Run(typeface(bold=look.bold).covered(text), look),)


def lines_of(text: str, look: Look, room: float) -> list[Line]:
    """Plain words broken to `room` pixels."""
    return wrapped([line_of(text, look)], room)


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Left edges and widths in pixels."""

    name: float
    proof: float
    cells: tuple[float, ...]
    notes: tuple[float, ...]
    width: float

    def lefts(self) -> Iterator[float]:
        """Left edge of the names, the evidence, each cell, each note."""
        x = 0.0
        for wide in (self.name, self.proof, *self.cells, *self.notes):
            yield x
            x += wide


def columns(matrix: Matrix, width: float) -> Columns:
    """Every column as wide as its widest words, the names what is left.

    A matrix of many columns is wider than asked for.
    """
    rows = [row for section in matrix.sections for row in section.rows]
    proof = _widest((row.evidence for row in rows), SMALL, 60.0)
    cells = tuple(
        _widest((m.text for row in rows for m in row.cells[i].marks), STRONG, 52.0)
        for i in range(len(matrix.headers))
    )
    notes = tuple(
        min(
            _WIDEST_NOTE, _widest((f"{r.notes[i].text} {r.notes[i].small}" for r in rows), TEXT, 60)
        )
        for i in range(len(matrix.note_headers))
    )
    name = max(LEAST_NAME, width - proof - sum(cells) - sum(notes))
    whole = name + proof + sum(cells) + sum(notes)
    return Columns(name=name, proof=proof, cells=cells, notes=notes, width=whole)


def _widest(texts: Iterable[str], look: Look, least: float) -> float:
    wide = max((line_width(line_of(text, look)) for text in texts), default=0.0)
    return max(least, wide + 2 * PAD + 6)


def row_height(row: Row, given: Columns) -> float:
    """Pixels of one row with the gap below it."""
    name = len(lines_of(row.name, TEXT, given.name - PAD)) * STEP
    marks = max((len(cell.marks) * (MARK + 2) for cell in row.cells), default=0.0)
    notes = max(
        (len(lines_of(f"{note.text} {note.small}", TEXT, wide - 2 * PAD)) * STEP
         for note, wide in zip(row.notes, given.notes, strict=False)),
        default=0.0,
    )  # fmt: skip
    return max(name, marks, notes, MARK) + ROW_GAP


def pages(matrix: Matrix, given: Columns, most: float) -> list[tuple[Section, ...]]:
    """Sections cut so that the rows of a page are at most `most` pixels high.

    A section that goes on repeats its title.
    """
    done: list[tuple[Section, ...]] = []
    page: list[Section] = []
    used = 0.0
    for section in matrix.sections:
        own: list[Row] = []
        used += SECTION_HEIGHT
        for row in section.rows:
            height = row_height(row, given)
            if used + height > most and (page or own):
                page += [Section(title=section.title, rows=tuple(own))] if own else []
                done.append(tuple(page))
                page, own, used = [], [], SECTION_HEIGHT
            own.append(row)
            used += height
        page.append(Section(title=section.title, rows=tuple(own)))
    return [*done, tuple(page)]
