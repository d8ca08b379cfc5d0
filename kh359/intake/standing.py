"""The figures that stand, and what a new one of the same subject means."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from math import isclose

from kh359.intake.finding import Finding, IntakeCode, Severity
from kh359.intake.number_convention import with_unit
from kh359.intake.record import Record
from kh359.intake.vocabulary import Column
from kh359.intake.written_date import is_after
from kh359.plan.observation import Observation
from kh359.plan.observation_key import observation_key, subject_of


@dataclass(frozen=True, slots=True)
class Stand:
    """A figure that stands. line: its row in this table, 0 where it stood before."""

    figure: Observation
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What becomes of a new figure. finding: what to tell, if anything. is_added: whether it is
    added. is_standing: whether it stands then. replaces: what stood before the table.
    """

    finding: Finding | None = None
    is_added: bool = True
    is_standing: bool = True
    replaces: Observation | None = None


class Standing:
    """Figures by subject, before the table and with its rows so far."""

    def __init__(self, known: Iterable[Observation]) -> None:
        self._by_subject: dict[Hashable, Stand] = {}
        self._keys: set[str] = set()
        for figure in known:
            self._keys.add(observation_key(figure))
            if not figure.superseded:
                self._by_subject[subject_of(figure)] = Stand(figure, 0)

    def place(self, record: Record, figure: Observation) -> Outcome:
        """Where a figure goes; the subject's standing figure is then known to be it."""
        if figure.superseded:
            return self._kept_aside(record, figure)
        subject = subject_of(figure)
        other = self._by_subject.get(subject)
        outcome = Outcome() if other is None else _against(record, figure, other)
        if outcome.is_added and outcome.is_standing:
            self._by_subject[subject] = Stand(figure, record.line)
        return outcome

    def _kept_aside(self, record: Record, figure: Observation) -> Outcome:
        """A row that says of itself that another figure stands."""
        key = observation_key(figure)
        if key in self._keys:
            told = record.finding(Severity.NOTE, IntakeCode.ALREADY_THERE, Column.VALUE)
            return Outcome(finding=told, is_added=False)
        self._keys.add(key)
        return Outcome(is_standing=False)


def _against(record: Record, figure: Observation, other: Stand) -> Outcome:
    line = str(other.line) if other.line else ""
    if isclose(figure.value, other.figure.value, rel_tol=1e-12):
        code = IntakeCode.ALREADY_THERE
        told = record.finding(Severity.NOTE, code, Column.VALUE, expected=line)
        return Outcome(finding=told, is_added=False)
    later = _is_later(figure, other.figure)
    if later is False:
        code, severity = IntakeCode.OLDER_READING, Severity.NOTE
    elif later:
        code = IntakeCode.NEWER_READING
        severity = Severity.NOTE if other.line else Severity.CONFIRM
    elif other.line:
        told = record.finding(Severity.ERROR, IntakeCode.TWO_FIGURES, Column.VALUE, expected=line)
        return Outcome(finding=told, is_added=False)
    else:
        code, severity = IntakeCode.CORRECTION, Severity.CONFIRM
    told = record.finding(severity, code, Column.VALUE, expected=_shown(other.figure))
    replaced = None if other.line or later is False else other.figure
    return Outcome(finding=told, is_standing=later is not False, replaces=replaced)


def _is_later(figure: Observation, other: Observation) -> bool | None:
    """Whether it was read later in the same year; None where the dates do not tell."""
    if figure.as_of is None or other.as_of is None:
        return None
    return is_after(figure.as_of, other.as_of)


def _shown(figure: Observation) -> str:
    """The figure, and when it was read: '26 percent | 2025-05'."""
    value = with_unit(figure.value, figure.unit)
    return f"{value} | {figure.as_of}" if figure.as_of else value
