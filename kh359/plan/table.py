"""One CSV file of `data/`, read strictly: every row a checked fact, every fault a problem."""

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Generic, TypeVar

from kh359.plan.fact import Fact
from kh359.plan.problem import Code, Problem
from kh359.plan.row import Row, parse_row

F = TypeVar("F", bound=Fact)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table(Generic[F]):
    """The sound rows of one file, and everything wrong with the file.

    `every_row` keeps the text of all rows, sound or not: an id with a fault elsewhere in its row
    is still known to the rows that use it. None when the file could not be read at all.
    """

    file: str
    rows: tuple[Row[F], ...]
    every_row: tuple[Mapping[str, str], ...] | None
    problems: tuple[Problem, ...]

    @property
    def facts(self) -> tuple[F, ...]:
        return tuple(row.fact for row in self.rows)

    def written(self, column: str) -> frozenset[str] | None:
        """All texts in `column`, faulty rows included; None when the column could not be read."""
        if self.every_row is None or not all(column in cells for cells in self.every_row):
            return None
        return frozenset(cells[column] for cells in self.every_row)


class BadRecord(Exception):
    """What the csv reader complains of, and the line on which the record starts."""

    def __init__(self, complaint: str, line: int) -> None:
        self.line = line
        super().__init__(complaint)


def read_table(path: Path, kind: type[F]) -> Table[F]:
    """Read a UTF-8 CSV file (byte order mark tolerated) whose columns are the fields of `kind`."""
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return missing_table(path.name)
    except OSError as error:
        return _unreadable(path.name, Code.UNREADABLE, error.strerror or str(error))
    return parse_table(path.name, content, kind)


def missing_table(file: str) -> Table[Any]:
    """What stands for a file that is not there."""
    return _unreadable(file, Code.MISSING_FILE)


def parse_table(file: str, content: bytes, kind: type[F]) -> Table[F]:
    """The table in the bytes of a file; `file` is its name, as faults tell it."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _unreadable(file, Code.BAD_ENCODING, "UTF-8")
    try:
        records = list(_records(text))
    except BadRecord as error:
        return _unreadable(file, Code.BAD_CSV, str(error), row=error.line)
    columns = tuple(kind.model_fields)
    if not records:
        return _unreadable(file, Code.EMPTY_FILE, ",".join(columns))
    (header_line, header), *body = records
    if len(header) == 1 and any(mark in header[0] for mark in ";\t|"):
        return _unreadable(file, Code.WRONG_DELIMITER, ",", row=header_line, value=header[0])
    problems = list(_header_faults(file, header_line, header, columns))
    rows, every_row = [], []
    for line, record in body:
        if len(record) != len(header):
            problems.append(_cell_count_fault(file, line, record, len(header)))
            continue
        cells = {name: cell for name, cell in zip(header, record, strict=True) if name in columns}
        every_row.append(cells)
        parsed = parse_row(file, line, cells, kind)
        if isinstance(parsed, Row):
            rows.append(parsed)
        else:
            problems.extend(fault for fault in parsed if fault.column in (*cells, ""))
    return Table(file=file, rows=tuple(rows), every_row=tuple(every_row), problems=tuple(problems))


def _records(text: str) -> Iterator[tuple[int, list[str]]]:
    """Non-empty records with the line they start on; cells lose the space around them.

    Raises BadRecord.
    """
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    line = 1
    while True:
        try:
            record = next(reader, None)
        except csv.Error as error:
            raise BadRecord(str(error), line) from error
        if record is None:
            return
        cells = [cell.strip() for cell in record]
        if any(cells):
            yield line, cells
        line = reader.line_num + 1


def _unreadable(
    file: str, code: Code, expected: str = "", row: int = 0, value: str = ""
) -> Table[Any]:
    problem = Problem(file=file, row=row, column="", value=value, code=code, expected=expected)
    return Table(file=file, rows=(), every_row=None, problems=(problem,))


def _cell_count_fault(file: str, line: int, record: list[str], expected: int) -> Problem:
    return Problem(
        file=file,
        row=line,
        column="",
        value=str(len(record)),
        code=Code.WRONG_CELL_COUNT,
        expected=str(expected),
    )


def _header_faults(
    file: str, line: int, header: list[str], columns: tuple[str, ...]
) -> Iterator[Problem]:
    """Unknown, repeated and missing columns. All columns must be there, optional ones too."""
    absent = [name for name in columns if name not in header]
    for position, name in enumerate(header):
        if not name:
            code, expected = Code.NAMELESS_COLUMN, ", ".join(columns)
            name = str(position + 1)
        elif name not in columns:
            nearest = get_close_matches(name, absent, n=1) or [", ".join(columns)]
            code, expected = Code.UNKNOWN_COLUMN, nearest[0]
        elif name in header[:position]:
            code, expected = Code.DUPLICATE_COLUMN, ""
        else:
            continue
        yield Problem(file=file, row=line, column=name, value=name, code=code, expected=expected)
    for name in absent:
        yield Problem(
            file=file, row=line, column=name, value="", code=Code.MISSING_COLUMN, expected=name
        )
