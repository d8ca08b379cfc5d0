"""The line that names the columns, found among the first lines of a table."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kh359.intake.cell import Line, column_letters
from kh359.intake.delimited import LOOKED_AT
from kh359.intake.finding import Finding, IntakeCode, Severity
from kh359.intake.sheet import Sheet, UnreadableTable, refused
from kh359.intake.vocabulary import REQUIRED, SOURCE_COLUMNS, Column, Vocabulary
from kh359.plan.problem import Code

FEWEST_NAMES = 2
"""A line with fewer names of columns is no header."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """columns: by position in a line. row: where it stands. findings: unknown columns, titles
    above. width: positions up to the last name. named: those with any name, known or not.
    """

    row: int
    columns: dict[int, Column]
    width: int
    named: frozenset[int]
    findings: tuple[Finding, ...]


def how_many(texts: Sequence[str], vocabulary: Vocabulary) -> int:
    """How many different columns these texts name."""
    return len({vocabulary.column(text) for text in texts if text} - {None})


def find_header(sheet: Sheet, vocabulary: Vocabulary) -> Header:
    """Raises UnreadableTable where there is none, or where a column is missing or stands twice."""
    top = [line for line in sheet.lines[:LOOKED_AT]]
    best = max(top, key=lambda line: how_many(_texts(line), vocabulary), default=None)
    if best is None or how_many(_texts(best), vocabulary) < FEWEST_NAMES:
        raise refused(IntakeCode.NO_HEADER, expected=", ".join(REQUIRED))
    named = {
        position: column
        for position, text in enumerate(_texts(best))
        if (column := vocabulary.column(text)) is not None
    }
    faults = tuple(_faults(best, named))
    remarks = tuple(_remarks(best, named, top.index(best)))
    if faults:  # a missing column is often there under a name nobody understood
        raise UnreadableTable(*faults, *remarks)
    return Header(
        row=best.number,
        columns=named,
        width=len(best.cells),
        named=frozenset(n for n, text in enumerate(_texts(best)) if text),
        findings=remarks,
    )


def _texts(line: Line) -> list[str]:
    return [cell.text for cell in line.cells]


def _faults(line: Line, named: dict[int, Column]) -> Iterator[Finding]:
    found = set(named.values())
    for position, column in named.items():
        if column in list(named.values())[: list(named).index(position)]:
            text = line.cells[position].text
            yield _finding(Severity.ERROR, Code.DUPLICATE_COLUMN, line, position, text)
    missing = [column for column in REQUIRED if column not in found]
    if not found & set(SOURCE_COLUMNS):
        missing.append(Column.SOURCE)
    for column in missing:
        yield Finding(
            severity=Severity.ERROR,
            code=Code.MISSING_COLUMN,
            row=line.number,
            column=column,
            expected=column,
        )


def _remarks(line: Line, named: dict[int, Column], above: int) -> Iterator[Finding]:
    if above:
        yield Finding(severity=Severity.NOTE, code=IntakeCode.SKIPPED_LINES, value=str(above))
    for position, text in enumerate(_texts(line)):
        if text and position not in named:
            yield _finding(Severity.CONFIRM, IntakeCode.UNKNOWN_COLUMN, line, position, text)


def _finding(severity: Severity, code: str, line: Line, position: int, text: str) -> Finding:
    return Finding(
        severity=severity,
        code=code,
        row=line.number,
        column=text[:80],
        place=f"{column_letters(position)}{line.number}",
        value=text[:80],
    )
