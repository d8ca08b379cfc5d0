"""From what a person hands in to a check report. Nothing is written, nothing is guessed.

    report = check_content(content, current, vocabulary, today="2026-11-23")
    batch = report.batch(confirmed=...)      # for kh359.store.figures

The checks are those of `kh359.plan` (through `lay_over`), and docs/decisions/intake.md.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from kh359.intake.cell import Cell, CellKind, Line
from kh359.intake.check_report import CheckedRow, CheckReport, Findings
from kh359.intake.finding import Finding, IntakeCode, Severity
from kh359.intake.header import Header, find_header
from kh359.intake.number_convention import column_mark
from kh359.intake.plausibility import Usual, part_of_year, plan_finding
from kh359.intake.reading import read_content, read_pasted
from kh359.intake.record import Record, Spelling, history_cells
from kh359.intake.sheet import Sheet, UnreadableTable
from kh359.intake.source_book import SourceBook
from kh359.intake.standing import Outcome, Standing
from kh359.intake.vocabulary import Column, Vocabulary
from kh359.plan.observation import Observation
from kh359.plan.overlay import LaidOver, Overlay, UserFigure, lay_over
from kh359.plan.problem import Code, Problem
from kh359.plan.user_figure import HISTORY_COLUMNS, Entry

NOBODY = Entry(change="", by="", at="", why="")
"""Who enters a figure is known when it is accepted."""


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
    return _Check(current, vocabulary, today, ()).report(records, sheet="", typed=False)


def _check_sheet(
    sheet: Sheet, current: LaidOver, vocabulary: Vocabulary, today: str
) -> CheckReport:
    try:
        header = find_header(sheet, vocabulary)
    except UnreadableTable as error:
        return _unreadable((*sheet.findings, *error.findings), current)
    told = (*sheet.findings, *header.findings, *_merged(sheet, header))
    records = list(_records(sheet, header))
    return _Check(current, vocabulary, today, told).report(
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


class _Check:
    """One check: what is told and what was found so far."""

    def __init__(
        self,
        current: LaidOver,
        vocabulary: Vocabulary,
        today: str,
        findings: Iterable[Finding],
    ) -> None:
        self.current = current
        self.vocabulary = vocabulary
        self.today = today
        self.findings = Findings(findings)
        self.sources = SourceBook(current.facts.sources, vocabulary)

    def report(self, records: list[Record], *, sheet: str, typed: bool) -> CheckReport:
        tell = self.findings.tell
        spelled = list(self._spelled(records, typed))
        sound = self._schema_checked(spelled)
        rows = self._placed(sound)
        self._ask(rows)
        if not records:
            tell(Finding(severity=Severity.ERROR, code=IntakeCode.NO_ROWS))
        kept = tuple(row for record, row in rows if not self.findings.spoilt(record.line))
        return CheckReport(
            rows_read=len(records),
            rows=kept,
            sources=self.sources.texts(row.observation.source_id for row in kept),
            findings=self.findings.all(),
            against=self.current.facts.version,
            sheet=sheet,
        )

    def _spelled(
        self, records: list[Record], typed: bool
    ) -> Iterator[tuple[Record, dict[str, str]]]:
        """Each row as `history.csv` would write it."""
        texts = (record.cells.get(Column.VALUE) for record in records)
        mark = column_mark(cell.text for cell in texts if cell and cell.kind is CellKind.TEXT)
        spelling = Spelling(
            vocabulary=self.vocabulary,
            indicators=self.current.facts.indicator_by_id,
            mark=mark,
            typed=typed,
        )
        for record in records:
            if self.vocabulary.is_example(record.text(Column.INDICATOR)):
                self.findings.tell(record.finding(Severity.NOTE, IntakeCode.EXAMPLE_ROW))
                continue
            cells = history_cells(record, spelling, self.findings.tell)
            self._refuse_future(record, cells)
            if not self.findings.spoilt(record.line):
                cells[Column.SOURCE] = self.sources.source_of(record, cells, self.findings.tell)
            yield record, {name: cells.get(name, "") for name in HISTORY_COLUMNS}

    def _refuse_future(self, record: Record, cells: Mapping[str, str]) -> None:
        for column in (Column.YEAR, Column.AS_OF):
            date = cells.get(column, "")
            if date[:4].isdecimal() and date > self.today[: len(date)]:
                found = IntakeCode.FUTURE
                told = record.finding(Severity.ERROR, found, column, expected=self.today)
                self.findings.tell(told)

    def _schema_checked(
        self, spelled: list[tuple[Record, dict[str, str]]]
    ) -> list[tuple[Record, dict[str, str], Observation]]:
        """Rows that keep every rule of `kh359.plan`, alone and against the indicators."""
        figures = tuple(UserFigure(cells=cells, entry=NOBODY) for _, cells in spelled)
        sources = self.sources.texts(cells[Column.SOURCE] for _, cells in spelled)
        laid = lay_over(self.current.base, Overlay(figures=figures, sources=sources))
        for out in laid.left_out:
            record = spelled[out.position][0]
            for problem in out.problems:
                self._tell_problem(record, problem)
        return [
            (*spelled[position], figure)
            for position, figure in sorted(laid.accepted.items())
            if not self.findings.spoilt(spelled[position][0].line)
        ]

    def _tell_problem(self, record: Record, problem: Problem) -> None:
        """A fault of the schema, unless the cell has an error that explains it."""
        column, line = Column(problem.column or Column.INDICATOR), record.line
        emptied = problem.code == Code.MISSING_VALUE and self.findings.spoilt(line)
        if self.findings.has_error(line, column) or (
            emptied and (record.text(column) or column is Column.SOURCE)
        ):
            return
        expected = problem.expected
        if problem.code == Code.UNKNOWN_INDICATOR:
            expected = self.vocabulary.nearest(column, record.text(column))
        found = record.finding(Severity.ERROR, problem.code, column, expected=expected)
        self.findings.tell(found)

    def _placed(
        self, sound: list[tuple[Record, dict[str, str], Observation]]
    ) -> list[tuple[Record, CheckedRow]]:
        """Rows that are added, each with the figure it stands for."""
        standing = Standing(self.current.facts.observations)
        rows = []
        for record, cells, figure in sound:
            outcome = standing.place(record, figure)
            if outcome.finding is not None:
                self.findings.tell(outcome.finding)
            if outcome.is_added:
                rows.append((record, _row(record, cells, figure, outcome)))
        return rows

    def _ask(self, rows: list[tuple[Record, CheckedRow]]) -> None:
        """What may be true and is likely a slip."""
        facts = self.current.facts
        usual = Usual(facts, (row.observation for _, row in rows))
        for record, row in rows:
            figure = row.observation
            about = self.sources.about(figure.source_id)
            for finding in (
                plan_finding(record, figure, facts, about),
                part_of_year(record, figure, facts, self.today),
                usual.finding(record, figure),
            ):
                if finding is not None:
                    self.findings.tell(finding)


def _row(
    record: Record, cells: dict[str, str], figure: Observation, outcome: Outcome
) -> CheckedRow:
    if not outcome.is_standing:
        cells = {**cells, Column.SUPERSEDED: "true"}
        figure = figure.model_copy(update={"superseded": True})
    return CheckedRow(line=record.line, cells=cells, observation=figure, replaces=outcome.replaces)
