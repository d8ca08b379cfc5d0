"""Figures that may be true and are likely a slip: a person has to confirm them.

Thresholds and reasons: docs/decisions/intake.md.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import lru_cache
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
_ONE_PERCENT = 0.01
_PLAN = ("359-kh/tu", "359 kh/tu", "359-kh-tu", "ke hoach 359", "plan 359")
Series = tuple[str, Region, str]


class PlanTargets:
    """What plans aim at, by indicator and year: no observation, however it is called."""

    def __init__(self, facts: Facts) -> None:
        self._own: dict[tuple[str, int], set[float | None]] = {}
        for target in facts.targets:
            known = self._own.setdefault((target.indicator_id, target.year), set())
            known.update((target.value, target.value_high))
        self._others = {
            (other.indicator_id, other.year, other.source_id, value)
            for other in facts.other_targets
            for value in (other.value, other.value_high)
        }

    def finding(self, record: Record, figure: Observation, about_source: str) -> Finding | None:
        """A target passed off as a figure is refused; an equal figure is asked about."""
        is_target = figure.value in self._own.get((figure.indicator_id, figure.year), ())
        about = (figure.indicator_id, figure.year, figure.source_id, figure.value)
        from_plan, column = is_from_plan(about_source), Column.VALUE
        if about in self._others or (from_plan and is_target):
            severity, code = Severity.ERROR, IntakeCode.PLAN_AS_FIGURE
        elif from_plan:
            severity, code, column = Severity.CONFIRM, IntakeCode.PLAN_AS_SOURCE, Column.SOURCE
        elif is_target and figure.region is not Region.NATION:
            severity, code = Severity.CONFIRM, IntakeCode.EQUALS_TARGET
        else:
            return None
        shown = with_unit(figure.value, figure.unit)
        value = about_source[:200] if column is Column.SOURCE else None
        return record.finding(severity, code, column, expected=shown, value=value)


@lru_cache(maxsize=1024)
def is_from_plan(about_source: str) -> bool:
    """Whether a source is the plan itself, by its number."""
    text = folded(about_source)
    return any(words in text for words in _PLAN)


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
        is_small = figure.unit is Unit.PERCENT and 0 < figure.value <= _ONE_PERCENT
        if is_small and figure.value * SHARE_FACTOR < usual:
            code, expected = IntakeCode.LOOKS_LIKE_SHARE, with_unit(figure.value, figure.unit)
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
