"""Figures that may be true and are likely a slip: a person has to confirm them.

Thresholds and reasons: docs/decisions/intake.md.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from statistics import median

from kh359.intake.finding import Finding, IntakeCode, Severity
from kh359.intake.folding import folded
from kh359.intake.number_convention import with_unit
from kh359.intake.record import Record
from kh359.intake.vocabulary import Column
from kh359.plan.facts import Facts
from kh359.plan.indicator import Kind
from kh359.plan.observation import Observation, Region
from kh359.plan.unit import Unit

JUMP = 3.0
"""Factor between neighbouring years from which a figure has to be confirmed."""
SHARE_FACTOR = 20.0
"""How far below the usual a percentage must lie to look like 0.455 for 45.5 %."""
_PLAN = ("359-kh/tu", "359 kh/tu", "359-kh-tu", "ke hoach 359", "plan 359")
Tell = Callable[[Finding], None]
Series = tuple[str, Region, str]


def plan_finding(
    record: Record, figure: Observation, facts: Facts, about_source: str
) -> Finding | None:
    """A target of a plan passed off as a figure is refused; an equal figure is asked about."""
    targets = {
        value
        for target in facts.targets_of(figure.indicator_id)
        if target.year == figure.year
        for value in (target.value, target.value_high)
    }
    is_target = figure.value in targets
    shown = with_unit(figure.value, figure.unit)
    if is_from_plan(about_source):
        code = IntakeCode.PLAN_AS_FIGURE if is_target else IntakeCode.PLAN_AS_SOURCE
        severity = Severity.ERROR if is_target else Severity.CONFIRM
        return record.finding(severity, code, Column.SOURCE, expected=shown, value=about_source)
    if _is_other_target(figure, facts):
        code = IntakeCode.PLAN_AS_FIGURE
        return record.finding(Severity.ERROR, code, Column.VALUE, expected=shown)
    if is_target and figure.region is not Region.NATION:
        code = IntakeCode.EQUALS_TARGET
        return record.finding(Severity.CONFIRM, code, Column.VALUE, expected=shown)
    return None


def is_from_plan(about_source: str) -> bool:
    """Whether a source is the plan itself, by its number."""
    text = folded(about_source)
    return any(words in text for words in _PLAN)


def _is_other_target(figure: Observation, facts: Facts) -> bool:
    """Whether another plan, named as the source, sets just this as its target."""
    return any(
        other.indicator_id == figure.indicator_id
        and other.year == figure.year
        and other.source_id == figure.source_id
        and figure.value in (other.value, other.value_high)
        for other in facts.other_targets
    )


def part_of_year(record: Record, figure: Observation, facts: Facts, today: str) -> Finding | None:
    """What adds up over a year is not known before the year is over."""
    indicator = facts.indicator_by_id[figure.indicator_id]
    if indicator.kind is Kind.FLOW and str(figure.year) == today[:4]:
        return record.finding(Severity.CONFIRM, IntakeCode.PART_OF_YEAR, Column.YEAR)
    return None


class Usual:
    """What is usual for an indicator, and for one series of it."""

    def __init__(self, facts: Facts, added: Iterable[Observation]) -> None:
        self._facts = facts
        self._series: dict[Series, dict[int, float]] = {}
        for figure in (*facts.observations, *added):
            if not figure.superseded:
                self._series.setdefault(_series(figure), {})[figure.year] = figure.value
        self._years = {series: sorted(values) for series, values in self._series.items()}
        self._median = {i.indicator_id: _median(i.indicator_id, facts) for i in facts.indicators}

    def finding(self, record: Record, figure: Observation) -> Finding | None:
        """A percentage that looks like a share, or a jump against a neighbouring year."""
        usual = self._median[figure.indicator_id]
        shown = figure.unit.to_shown(figure.value)
        is_small = figure.unit is Unit.PERCENT and 0 < shown <= 1
        if is_small and figure.value * SHARE_FACTOR < usual:
            code, expected = IntakeCode.LOOKS_LIKE_SHARE, with_unit(shown, figure.unit)
            return record.finding(Severity.CONFIRM, code, Column.VALUE, expected=expected)
        for year in self._neighbours(figure):
            other = self._series[_series(figure)][year]
            if _jumps(figure.value, other):
                neighbour = f"{with_unit(other, figure.unit)} | {year}"
                code = IntakeCode.JUMP
                return record.finding(Severity.CONFIRM, code, Column.VALUE, expected=neighbour)
        return None

    def _neighbours(self, figure: Observation) -> list[int]:
        years = self._years.get(_series(figure), [])
        position = bisect_left(years, figure.year)
        before = years[position - 1 : position] if position else []
        after = [year for year in years[position : position + 2] if year != figure.year][:1]
        return [*before, *after]


def _series(figure: Observation) -> Series:
    return figure.indicator_id, figure.region, figure.method


def _median(indicator_id: str, facts: Facts) -> float:
    """The middle of what is observed and aimed at; 0 where there is nothing."""
    values: Sequence[float] = [
        *(figure.value for figure in facts.observations_of(indicator_id)),
        *(target.value for target in facts.targets_of(indicator_id)),
    ]
    return median(values) if values else 0.0


def _jumps(value: float, other: float) -> bool:
    low, high = sorted((abs(value), abs(other)))
    return low > 0 and (high > JUMP * low or (value > 0) != (other > 0))
