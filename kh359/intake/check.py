"""From what a person hands in to a check report. Nothing is written, nothing is guessed.

    report = check_content(content, current, vocabulary, today="2026-11-23")
    batch = report.batch(confirmed=...)      # for kh359.store.figures

The checks are those of `kh359.plan` (through `lay_over`), and docs/decisions/intake.md.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from kh359.intake.cell import Cell, Line, column_letters
from kh359.intake.check_report import CheckReport, Findings
from kh359.intake.finding import Finding, IntakeCode, Severity
from kh359.intake.header import Header, find_header
from kh359.intake.reading import read_content, read_pasted
from kh359.intake.record import Record
from kh359.intake.sheet import Sheet, UnreadableTable
from kh359.intake.table_check import TableCheck
from kh359.intake.vocabulary import Column, Vocabulary
from kh359.plan.overlay import LaidOver


def check_content(
    content: bytes, current: LaidOver, vocabulary: Vocabulary, *, today: str
) -> CheckReport:
    """Check the bytes of a CSV or XLSX file. today: ISO date. Never raises for what is in it."""
    try:
        sheet = read_content(content, vocabulary)
    except UnreadableTable as error:
        return _unreadable(error.findings, current)
    return _check_sheet(sheet, current, vocabulary, today)


def check_text(text: str, current: LaidOver, vocabulary: Vocabulary, *, today: str) -> CheckReport:
    """Check a pasted table (cells of a spreadsheet, or CSV), like `check_content`."""
    try:
        sheet = read_pasted(text, vocabulary)
    except UnreadableTable as error:
        return _unreadable(error.findings, current)
    return _check_sheet(sheet, current, vocabulary, today)


def check_records(
    rows: Sequence[Mapping[Column, str]], current: LaidOver, vocabulary: Vocabulary, *, today: str
) -> CheckReport:
    """Check rows of a form: text by column. Row numbers in findings are 1, 2, 3 …"""
    records = [
        Record(line=line, cells={column: Cell(text.strip()) for column, text in row.items()})
        for line, row in enumerate(rows, start=1)
    ]
    return TableCheck(current, vocabulary, today, ()).report(records, sheet="", typed=False)


def _check_sheet(
    sheet: Sheet, current: LaidOver, vocabulary: Vocabulary, today: str
) -> CheckReport:
    try:
        header = find_header(sheet, vocabulary)
    except UnreadableTable as error:
        return _unreadable((*sheet.findings, *error.findings), current)
    told = (*sheet.findings, *header.findings, *_merged(sheet, header), *_unseen(sheet, header))
    records = list(_records(sheet, header))
    return TableCheck(current, vocabulary, today, told).report(
        records, sheet=sheet.name, typed=sheet.typed
    )


def _unreadable(findings: Iterable[Finding], current: LaidOver) -> CheckReport:
    against = current.facts.version
    told = Findings(findings).all()
    return CheckReport(rows_read=0, rows=(), sources=(), findings=told, against=against)


def _merged(sheet: Sheet, header: Header) -> Iterator[Finding]:
    """Merged cells from the header down: all but the first of them look empty."""
    for _, last_row, first_column, _, text in sheet.merged:
        if last_row >= header.row and first_column <= header.width:
            yield Finding(
                severity=Severity.ERROR,
                code=IntakeCode.MERGED_CELLS,
                row=last_row,
                place=text,
                value=text,
            )


def _unseen(sheet: Sheet, header: Header) -> Iterator[Finding]:
    """Columns that are read though the user may not see them, and cells of columns without a name,
    which are left out.
    """
    for position in header.columns:
        if any(first <= position + 1 <= last for first, last in sheet.hidden_columns):
            yield _about_column(IntakeCode.HIDDEN_COLUMN, position, header.row)
    known = set(header.named)
    for line in sheet.lines:
        for position, cell in enumerate(line.cells):
            if position not in known and cell.text and line.number > header.row:
                known.add(position)
                yield _about_column(IntakeCode.NAMELESS_COLUMN, position, line.number)


def _about_column(code: IntakeCode, position: int, row: int) -> Finding:
    letters = column_letters(position)
    return Finding(
        severity=Severity.CONFIRM, code=code, row=row, place=f"{letters}{row}", value=letters
    )


def _records(sheet: Sheet, header: Header) -> Iterator[Record]:
    positions = {column: position for position, column in header.columns.items()}
    for line in sheet.lines:
        if line.number > header.row and _has_something(line, header):
            cells = {
                column: line.cells[position]
                for column, position in positions.items()
                if position < len(line.cells)
            }
            yield Record(line=line.number, cells=cells, positions=positions)


def _has_something(line: Line, header: Header) -> bool:
    return any(cell.text for position, cell in enumerate(line.cells) if position in header.columns)
