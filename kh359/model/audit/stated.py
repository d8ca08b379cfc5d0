"""What the plan states for one indicator, milestone by milestone."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from kh359.model.attainment import COVERAGE_UNITS, TOLERANCE
from kh359.model.audit.finding import Figure, Form
from kh359.plan.facts import Facts
from kh359.plan.indicator import Indicator, Role
from kh359.plan.target import Period, Target


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """The targets of one indicator for one year, one or more."""

    year: int
    targets: tuple[Target, ...]

    @property
    def highest(self) -> Target:
        """The most demanding of them."""
        return max(self.targets, key=lambda target: target.value)

    @property
    def lowest(self) -> Target:
        """The least demanding of them."""
        return min(self.targets, key=lambda target: target.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Two milestones of an indicator that follow each other.

    is_alike: both are counted in the same way, so that they may be compared.
    """

    earlier: Stated
    later: Stated
    is_alike: bool


def stated_by_year(facts: Facts, indicator_id: str) -> tuple[Stated, ...]:
    """The milestones that have a number, oldest first."""
    targets = facts.targets_of(indicator_id)
    return tuple(
        Stated(year=year, targets=tuple(t for t in targets if t.year == year))
        for year in sorted({t.year for t in targets})
    )


def steps(facts: Facts, indicator_id: str) -> Iterator[Step]:
    """Every pair of milestones that follow each other."""
    changes = {c.year for c in facts.definition_changes if c.indicator_id == indicator_id}
    for earlier, later in pairwise(stated_by_year(facts, indicator_id)):
        changed = any(earlier.year < year <= later.year for year in changes)
        periods = {target.period for target in (*earlier.targets, *later.targets)}
        # One year with two figures is recorded as a change, and is none.
        twice = len({t.value for t in later.targets}) > 1 and later.year in changes
        yield Step(
            earlier=earlier,
            later=later,
            is_alike=len(periods) == 1 and (not changed or twice),
        )


def aimed_at(facts: Facts) -> tuple[Indicator, ...]:
    """The indicators with targets, in the plan's order."""
    return facts.indicators_with(Role.TARGET)


def is_full(target: Target) -> bool:
    """Whether nothing more can be asked: 100 %, or the full mark of an index."""
    return target.unit in COVERAGE_UNITS and abs(target.value - 1) <= TOLERANCE


def quantity(key: str, target: Target, name: str = "") -> Figure:
    """A target's value as a figure; name: what it is, for a table."""
    return Figure(
        key=key,
        value=target.value,
        form=Form.STATED,
        unit=target.unit,
        year=target.year,
        per_year=target.period is Period.PER_YEAR,
        name=name,
    )
