"""One row of a table by its columns, and the row of `history.csv` that it spells."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from kh359.intake.cell import NOTHING, Cell, CellKind, column_letters
from kh359.intake.finding import Finding, IntakeCode, Severity
from kh359.intake.number_convention import Decided, read_figure, written
from kh359.intake.typed_number import Mark, NotANumber
from kh359.intake.vocabulary import CHOICES, Column, Vocabulary
from kh359.intake.written_date import iso_date
from kh359.plan.indicator import Indicator
from kh359.plan.problem import Code
from kh359.plan.unit import Unit

_SPOILT = {CellKind.FORMULA: IntakeCode.FORMULA, CellKind.ERROR: IntakeCode.ERROR_CELL}
_NUMBERS = (Column.YEAR, Column.VALUE)
_DATES = (Column.AS_OF, Column.SOURCE_DATE)
_PERCENT = "%\N{FULLWIDTH PERCENT SIGN}"
EXAMPLE_NUMBER = "1234,5"


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """line: the row as the user sees it. cells, positions: by column; positions is empty for a
    form, which has no cells with an address.
    """

    line: int
    cells: Mapping[Column, Cell]
    positions: Mapping[Column, int] = field(default_factory=dict)

    def text(self, column: Column) -> str:
        return self.cells.get(column, NOTHING).text

    def finding(
        self,
        severity: Severity,
        code: str,
        column: Column | None = None,
        *,
        expected: str = "",
        value: str | None = None,
    ) -> Finding:
        """A finding about one cell of this row, or about the row."""
        shown = value if value is not None else self.text(column)[:200] if column else ""
        position = self.positions.get(column) if column else None
        return Finding(
            severity=severity,
            code=code,
            row=self.line,
            column=column.value if column else "",
            place="" if position is None else f"{column_letters(position)}{self.line}",
            value=shown,
            expected=expected,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelling:
    """How cells are read. indicators: by id. mark: decimal mark of the column of values. typed:
    whether numbers come as numbers, so that one in a text deserves a note.
    """

    vocabulary: Vocabulary
    indicators: Mapping[str, Indicator]
    mark: Mark | None
    typed: bool


def history_cells(
    record: Record, spelling: Spelling, tell: Callable[[Finding], None]
) -> dict[str, str]:
    """The cells as `history.csv` would write them; the source is left as it was written."""
    cells: dict[str, str] = {}
    for column, cell in record.cells.items():
        if cell.kind in _SPOILT:
            tell(record.finding(Severity.ERROR, _SPOILT[cell.kind], column))
            continue
        if cell.kind is CellKind.DATE and column in _NUMBERS:
            found = IntakeCode.DATE_FOR_NUMBER
            tell(record.finding(Severity.ERROR, found, column, expected=_example(column)))
            continue
        text = cell.text
        if column in CHOICES:
            text = spelling.vocabulary.code(column, text)
        elif column in _DATES:
            text = iso_date(text)
        cells[column] = text
    if cells.get(Column.VALUE):
        cells[Column.VALUE] = _value(record, cells, spelling, tell)
    return cells


def _example(column: Column) -> str:
    return "2025" if column is Column.YEAR else EXAMPLE_NUMBER


def _value(
    record: Record,
    cells: Mapping[str, str],
    spelling: Spelling,
    tell: Callable[[Finding], None],
) -> str:
    """The figure in plain notation; empty after an error was told."""
    cell = record.cells[Column.VALUE]
    indicator = spelling.indicators.get(cells.get(Column.INDICATOR, ""))
    is_percent = cells.get(Column.UNIT) == Unit.PERCENT
    if cell.kind is CellKind.NUMBER:
        number = float(cell.text) * (100 if cell.as_percent and is_percent else 1)
        return _checked(record, float(f"{number:.15g}"), indicator, tell)
    text = cell.text.rstrip(_PERCENT).rstrip() if is_percent else cell.text
    try:
        reading = read_figure(
            text,
            whole=indicator is not None and indicator.is_whole,
            upper=_upper(indicator),
            mark=spelling.mark,
        )
    except NotANumber:
        wrong = record.finding(
            Severity.ERROR, Code.NOT_A_NUMBER, Column.VALUE, expected=EXAMPLE_NUMBER
        )
        tell(wrong)
        return ""
    value = written(reading.number.value)
    if reading.other is not None:
        both = f"{value} | {written(reading.other.value)}"
        if reading.decided is Decided.NOTHING:
            found = IntakeCode.AMBIGUOUS_NUMBER
            tell(record.finding(Severity.ERROR, found, Column.VALUE, expected=both))
            return ""
        found = IntakeCode.READ_AS
        tell(record.finding(Severity.NOTE, found, Column.VALUE, expected=both))
    elif spelling.typed:
        found = IntakeCode.NUMBER_AS_TEXT
        tell(record.finding(Severity.NOTE, found, Column.VALUE, expected=value))
    return _checked(record, reading.number.value, indicator, tell)


def _checked(
    record: Record,
    value: float,
    indicator: Indicator | None,
    tell: Callable[[Finding], None],
) -> str:
    """Rules on the number alone: what is counted has no decimals."""
    if indicator is not None and indicator.is_whole and value != int(value):
        wrong = record.finding(
            Severity.ERROR, Code.NOT_A_WHOLE_NUMBER, Column.VALUE, expected=str(round(value))
        )
        tell(wrong)
        return ""
    return written(value)


def _upper(indicator: Indicator | None) -> float | None:
    if indicator is None or indicator.upper is None:
        return None
    return indicator.unit.to_shown(indicator.upper)
