"""Rows without any number as one line of their group: on a projector they would fill screens."""

from collections.abc import Callable
from dataclasses import replace

from kh359.charts.matrix import Cell, Matrix, Row, Section
from kh359.model.attainment import Verdict
from kh359.model.evidence import Level

UNKNOWN = frozenset({Verdict.NO_DATA.value, Verdict.NO_EVIDENCE.value})
FEWEST = 2
"""A single row keeps its name."""


def gathered(whole: Matrix, name: Callable[[int], str]) -> Matrix:
    """name: of the line that stands for so many rows. Nothing is left out of the count."""
    return replace(whole, sections=tuple(_gathered(one, name) for one in whole.sections))


def _gathered(section: Section, name: Callable[[int], str]) -> Section:
    unknown = [row for row in section.rows if _is_unknown(row)]
    if len(unknown) < FEWEST:
        return section
    known = tuple(row for row in section.rows if not _is_unknown(row))
    return replace(section, rows=(*known, _line(unknown, name(len(unknown)))))


def _is_unknown(row: Row) -> bool:
    return all(mark.tone in UNKNOWN for cell in row.cells for mark in cell.marks)


def _line(rows: list[Row], name: str) -> Row:
    """In each column one of the signs that the rows have there."""
    columns = zip(*(row.cells for row in rows), strict=True)
    marks = ([mark for cell in column for mark in cell.marks] for column in columns)
    return Row(
        indicator_id="",
        name=name,
        level=int(Level.NONE),
        evidence=str(int(Level.NONE)),
        cells=tuple(Cell(marks=tuple(found[:1])) for found in marks),
    )
