"""Text with separators (CSV, or cells pasted from a spreadsheet) as a table."""

import csv
import io
from collections.abc import Callable, Iterator
from functools import lru_cache

from kh359.intake.cell import NOTHING, Cell, Line
from kh359.intake.finding import IntakeCode
from kh359.intake.limits import LONGEST_CELL, MOST_COLUMNS, MOST_ROWS
from kh359.intake.sheet import Sheet, UnreadableTable, refused

SEPARATORS = ("\t", ";", ",")
LOOKED_AT = 20
"""Lines from the top in which the header must stand."""
_STATED = "sep="
"""Excel's own first line: sep=;"""

_text_cell = lru_cache(maxsize=10_000)(Cell)
"""A column holds the same words again and again."""
HowManyHeaders = Callable[[list[str]], int]
"""How many of the texts of a line are names of columns."""


def read_text(text: str, how_many: HowManyHeaders) -> Sheet:
    """The table in `text`. Raises UnreadableTable.

    The separator is the one that makes the most column names of one of the first lines; where
    two do, the first of `SEPARATORS`.
    """
    if not text.strip():
        raise refused(IntakeCode.NOTHING_GIVEN)
    stated, text = _stated(text)
    separator = stated or max(SEPARATORS, key=lambda mark: _names_found(text, mark, how_many))
    return Sheet(name="", lines=tuple(_lines(text, separator, 1 + bool(stated))))


def _stated(text: str) -> tuple[str, str]:
    """The separator that the first line states, and the text below it."""
    first, _, rest = text.partition("\n")
    first = first.strip().strip('"').lower()
    if first.startswith(_STATED) and first[len(_STATED) :] in (";", ",", "\t", ""):
        return first[len(_STATED) :] or "\t", rest
    return "", text


def _names_found(text: str, separator: str, how_many: HowManyHeaders) -> int:
    most = 0
    try:
        for position, record in enumerate(_reader(text, separator)):
            most = max(most, how_many(record[:MOST_COLUMNS]))
            if position == LOOKED_AT:
                break
    except csv.Error:
        pass  # told when the whole text is read
    return most


def _reader(text: str, separator: str) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)


def _lines(text: str, separator: str, line: int) -> Iterator[Line]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    offset = line - 1
    number = 0
    while True:
        try:
            record = next(reader, None)
        except csv.Error as error:
            raise refused(IntakeCode.BROKEN_TABLE, expected=error, row=line) from error
        if record is None:
            return
        cells = _cells(record, line)
        if cells:
            number += 1
            if number > MOST_ROWS:
                raise refused(IntakeCode.TOO_MANY_ROWS, expected=MOST_ROWS)
            yield Line(number=line, cells=cells)
        line = reader.line_num + 1 + offset


def _cells(record: list[str], line: int) -> list[Cell]:
    """The cells of one record without the blanks around them; nothing for an empty record."""
    texts = [text.strip() for text in record]
    while texts and not texts[-1]:
        texts.pop()
    if len(texts) > MOST_COLUMNS:
        raise refused(IntakeCode.TOO_MANY_COLUMNS, str(len(texts)), MOST_COLUMNS, row=line)
    longest = max(map(len, texts), default=0)
    if longest > LONGEST_CELL:
        raise _too_long(max(texts, key=len), line)
    return [_text_cell(text) if text else NOTHING for text in texts]


def _too_long(text: str, line: int) -> UnreadableTable:
    return refused(IntakeCode.CELL_TOO_LONG, text[:80], LONGEST_CELL, row=line)
