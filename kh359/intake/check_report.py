"""What the check of a table says, and the batch that may be accepted as a whole."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from kh359.intake.finding import Finding, IntakeCode, Severity
from kh359.intake.limits import MOST_FINDINGS
from kh359.plan.observation import Observation


class NotAcceptable(Exception):
    """The table has errors, nothing to add, or findings that nobody confirmed: `findings`."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        self.findings = findings
        super().__init__(f"{len(findings)} finding(s) in the way")


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedRow:
    """A sound row. line: as the user sees it. cells: as `history.csv` writes it. observation: the
    same as a fact (value is a decimal). replaces: the figure that stands today for its subject.
    """

    line: int
    cells: Mapping[str, str]
    observation: Observation
    replaces: Observation | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedBatch:
    """Rows that may be accepted, all or none; made by `CheckReport.batch` only.

    sources: the new ones, text by column of `UserSource`. against: version of the facts the
    check saw. confirmed: what a person confirmed.
    """

    rows: tuple[CheckedRow, ...]
    sources: tuple[Mapping[str, str], ...]
    against: str
    confirmed: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckReport:
    """rows_read: rows with something in them below the header. rows: those that would be added,
    as far as they are sound. findings: gravest first, then from top to bottom. sheet: name of the
    sheet that was read, empty for a text.
    """

    rows_read: int
    rows: tuple[CheckedRow, ...]
    sources: tuple[Mapping[str, str], ...]
    findings: tuple[Finding, ...]
    against: str
    sheet: str = ""

    @property
    def errors(self) -> tuple[Finding, ...]:
        return self._of(Severity.ERROR)

    @property
    def to_confirm(self) -> tuple[Finding, ...]:
        return self._of(Severity.CONFIRM)

    @property
    def notes(self) -> tuple[Finding, ...]:
        return self._of(Severity.NOTE)

    @property
    def is_sound(self) -> bool:
        """Whether the table can be accepted once what is to be confirmed is confirmed."""
        return bool(self.rows) and not self.errors

    def batch(self, confirmed: Collection[str] | Literal["all"] = ()) -> CheckedBatch:
        """The batch to be accepted. confirmed: keys of the findings that a person confirmed.

        Raises NotAcceptable.
        """
        missing = [
            finding
            for finding in self.to_confirm
            if confirmed != "all" and finding.key not in confirmed
        ]
        if not self.is_sound or missing:
            raise NotAcceptable((*self.errors, *missing))
        return CheckedBatch(
            rows=self.rows, sources=self.sources, against=self.against, confirmed=self.to_confirm
        )

    def _of(self, severity: Severity) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if finding.severity is severity)


class Findings:
    """Collects findings; of each severity the first `MOST_FINDINGS` are kept, the rest counted."""

    def __init__(self, first: Iterable[Finding] = ()) -> None:
        self._kept: dict[Severity, list[Finding]] = {severity: [] for severity in Severity}
        self._more = dict.fromkeys(Severity, 0)
        self._lines: set[int] = set()
        self._told: set[tuple[int, str]] = set()
        for finding in first:
            self.tell(finding)

    def tell(self, finding: Finding) -> None:
        """Add one finding."""
        if finding.severity is Severity.ERROR:
            self._lines.add(finding.row)
            self._told.add((finding.row, finding.column))
        if len(self._kept[finding.severity]) < MOST_FINDINGS:
            self._kept[finding.severity].append(finding)
        else:
            self._more[finding.severity] += 1

    def spoilt(self, line: int) -> bool:
        """Whether a row has an error."""
        return line in self._lines

    def has_error(self, line: int, column: str) -> bool:
        """Whether a cell has an error."""
        return (line, column) in self._told

    def all(self) -> tuple[Finding, ...]:
        """Gravest first, then from top to bottom."""
        told: list[Finding] = []
        for severity in Severity:
            told += sorted(self._kept[severity], key=lambda finding: finding.row)
            if self._more[severity]:
                more = str(self._more[severity])
                told.append(Finding(severity=severity, code=IntakeCode.MORE, value=more))
        return tuple(told)
