"""A workbook (XLSX) as a table: the one visible sheet whose header is known.

A formula is not calculated here and its last result is not trusted: the cell says FORMULA.
"""

import io
import re
import warnings
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import Any

from openpyxl import load_workbook
from openpyxl.cell.read_only import EMPTY_CELL
from openpyxl.utils.cell import range_boundaries

from kh359.intake.archive import SheetMarks, looked_through
from kh359.intake.cell import NOTHING, Cell, CellKind, Line
from kh359.intake.delimited import LOOKED_AT, HowManyHeaders
from kh359.intake.encoding import UnreadableText, composed
from kh359.intake.finding import Finding, IntakeCode, Severity
from kh359.intake.limits import LONGEST_CELL, MOST_COLUMNS, MOST_ROWS
from kh359.intake.sheet import Sheet, UnreadableTable, refused

_SHOWN_DIGITS = 15
"""What a spreadsheet shows of a number: 0.1 + 0.2 is 0.3 there."""
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')


def read_workbook(content: bytes, how_many: HowManyHeaders) -> Sheet:
    """The first visible sheet with a header. Raises UnreadableTable.

    how_many: see `kh359.intake.delimited`.
    """
    marks = looked_through(content)
    try:
        with warnings.catch_warnings():
            # openpyxl warns of what it leaves out: pictures, drop-down lists of newer kinds.
            warnings.simplefilter("ignore")
            return _sheet(content, marks, how_many)
    except UnreadableTable:
        raise
    except UnreadableText as error:
        raise UnreadableTable(error.finding) from error
    except Exception as error:  # openpyxl lets out whatever its parsers meet
        raise refused(IntakeCode.BROKEN_WORKBOOK, expected=str(error)[:200]) from error


def _sheet(content: bytes, marks: dict[str, SheetMarks], how_many: HowManyHeaders) -> Sheet:
    book = load_workbook(io.BytesIO(content), read_only=True, data_only=False, keep_links=False)
    try:
        known = [sheet for sheet in book.worksheets if _names_found(sheet, how_many) > 1]
        visible = [sheet for sheet in known if sheet.sheet_state == "visible"]
        if not visible:
            raise _nothing_to_read(book, [sheet.title for sheet in known])
        chosen: Any = visible[0]
        own = marks.get(chosen._worksheet_path.removeprefix("/"), SheetMarks())
        if own.far_row:
            raise refused(IntakeCode.TOO_MANY_COLUMNS, expected=MOST_COLUMNS, row=own.far_row)
        lines = tuple(_lines(chosen))
        return Sheet(
            name=chosen.title,
            lines=lines,
            findings=tuple(_findings(chosen.title, known, own)),
            typed=True,
            merged=tuple(_merged(own, lines)),
            hidden_columns=own.hidden_columns,
        )
    finally:
        book.close()


def _nothing_to_read(book: Any, hidden: list[str]) -> UnreadableTable:
    if hidden:
        return refused(IntakeCode.HIDDEN_SHEET, hidden[0])
    visible = (sheet.title for sheet in book.worksheets if sheet.sheet_state == "visible")
    return refused(IntakeCode.NO_HEADER, next(visible, ""))


def _names_found(sheet: Any, how_many: HowManyHeaders) -> int:
    rows = sheet.iter_rows(max_row=LOOKED_AT, max_col=MOST_COLUMNS, values_only=True)
    texts = ([value for value in row if isinstance(value, str)] for row in rows)
    return max((how_many(row) for row in texts), default=0)


def _findings(name: str, known: list[Any], marks: SheetMarks) -> Iterator[Finding]:
    """Other sheets that hold a table too, and rows that the user may not see."""
    for sheet in known:
        if sheet.title != name:
            hidden = sheet.sheet_state != "visible"
            yield Finding(
                severity=Severity.CONFIRM,
                code=IntakeCode.HIDDEN_SHEET if hidden else IntakeCode.OTHER_SHEET,
                value=sheet.title,
                expected=name,
            )
    if marks.hidden_rows:
        yield Finding(
            severity=Severity.CONFIRM,
            code=IntakeCode.HIDDEN_ROWS,
            value=str(marks.hidden_rows),
            expected=name,
        )


def _lines(sheet: Any) -> Iterator[Line]:
    sheet.reset_dimensions()  # what a sheet says of its size is not believed
    rows = sheet.iter_rows(max_col=MOST_COLUMNS + 1)
    for number, row in enumerate(rows, start=1):
        if all(cell is EMPTY_CELL for cell in row):
            continue
        cells = [NOTHING if cell is EMPTY_CELL else _cell(cell, number) for cell in row]
        while cells and not cells[-1].text:
            cells.pop()
        if not cells:
            continue
        if number > MOST_ROWS:
            raise refused(IntakeCode.TOO_MANY_ROWS, expected=MOST_ROWS)
        if len(cells) > MOST_COLUMNS:
            raise refused(IntakeCode.TOO_MANY_COLUMNS, expected=MOST_COLUMNS, row=number)
        yield Line(number=number, cells=cells)


def _cell(cell: Any, row: int) -> Cell:
    value = cell.value
    if value is None:
        return NOTHING
    if cell.data_type == "f":
        return Cell(_formula(value), CellKind.FORMULA)
    if cell.data_type == "e":
        return Cell(str(value)[:LONGEST_CELL], CellKind.ERROR)
    if isinstance(value, bool):
        return Cell(str(value).lower())
    if isinstance(value, int | float):
        return Cell(plain_number(value), CellKind.NUMBER, _shows_percent(cell.number_format))
    if isinstance(value, datetime | date | time | timedelta):
        return Cell(_date(value), CellKind.DATE)
    text = _text(str(value))
    if len(text) > LONGEST_CELL:
        raise refused(IntakeCode.CELL_TOO_LONG, text[:80], LONGEST_CELL, row=row)
    return Cell(text) if text else NOTHING


@lru_cache(maxsize=10_000)
def _text(text: str) -> str:
    """A text as a cell keeps it; a column holds the same words again and again."""
    return composed(text).strip()


def _formula(value: object) -> str:
    text = getattr(value, "text", value)
    return str(text if text else "=")[:LONGEST_CELL]


def plain_number(value: float) -> str:
    """45.5 -> '45.5', 1e6 -> '1000000': plain notation, as many digits as a spreadsheet shows."""
    text = f"{Decimal(f'{value:.{_SHOWN_DIGITS}g}'):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _shows_percent(number_format: str | None) -> bool:
    """Whether the cell multiplies its number by a hundred to show it."""
    return "%" in _QUOTED.sub("", number_format or "")


def _date(value: datetime | date | time | timedelta) -> str:
    if isinstance(value, datetime):
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, date) else str(value)


def _merged(marks: SheetMarks, lines: tuple[Line, ...]) -> Iterator[tuple[int, int, int, int, str]]:
    last = lines[-1].number if lines else 0
    for text in marks.merged:
        first_column, first_row, last_column, last_row = range_boundaries(text)
        if first_column and first_row and last_column and last_row and first_row <= last:
            yield first_row, last_row, first_column, last_column, text
