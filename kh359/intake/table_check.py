"""The rules a table of observations must keep, row by row and as a whole."""

from collections.abc import Iterable, Iterator, Mapping

from kh359.intake.cell import CellKind
from kh359.intake.check_report import CheckedRow, CheckReport, Findings
from kh359.intake.finding import Finding, IntakeCode, Severity
from kh359.intake.number_convention import column_mark
from kh359.intake.plausibility import PlanTargets, Usual, part_of_year
from kh359.intake.record import Record, Spelling, history_cells
from kh359.intake.source_book import SourceBook
from kh359.intake.standing import Outcome, Standing
from kh359.intake.vocabulary import Column, Vocabulary
from kh359.plan.entry import Entry
from kh359.plan.observation import Observation
from kh359.plan.overlay import LaidOver, Overlay, UserFigure, lay_over
from kh359.plan.problem import Code, Problem
from kh359.plan.unit import Unit
from kh359.plan.user_figure import HISTORY_COLUMNS

_UNITS = frozenset(unit.value for unit in Unit)
NOBODY = Entry(change="", by="", at="", why="")
"""Who enters a figure is known when it is accepted."""


class TableCheck:
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
            self._refuse_unknown(record, cells)
            cells[Column.SOURCE] = self.sources.source_of(record, cells, self.findings.tell)
            yield record, {name: cells.get(name, "") for name in HISTORY_COLUMNS}

    def _refuse_future(self, record: Record, cells: Mapping[str, str]) -> None:
        for column in (Column.YEAR, Column.AS_OF):
            date = cells.get(column, "")
            if date[:4].isdecimal() and date > self.today[: len(date)]:
                found = IntakeCode.FUTURE
                told = record.finding(Severity.ERROR, found, column, expected=self.today)
                self.findings.tell(told)

    def _refuse_unknown(self, record: Record, cells: Mapping[str, str]) -> None:
        """Indicator and unit, which the schema compares only where the whole row is readable."""
        column, name = Column.INDICATOR, cells.get(Column.INDICATOR, "")
        indicator = self.current.facts.indicator_by_id.get(name)
        if indicator is not None:
            column, unit = Column.UNIT, cells.get(Column.UNIT)
            if unit != indicator.unit and unit in _UNITS:
                told = record.finding(
                    Severity.ERROR, Code.WRONG_UNIT, column, expected=indicator.unit
                )
                self.findings.tell(told)
        elif name:
            near = self.vocabulary.nearest(column, record.text(column))
            found = Code.UNKNOWN_INDICATOR
            self.findings.tell(record.finding(Severity.ERROR, found, column, expected=near))

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
        found = record.finding(Severity.ERROR, problem.code, column, expected=problem.expected)
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
        targets = PlanTargets(facts)
        usual = Usual(facts, (row.observation for _, row in rows))
        for record, row in rows:
            figure = row.observation
            about = self.sources.about(figure.source_id)
            for finding in (
                targets.finding(record, figure, about),
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
