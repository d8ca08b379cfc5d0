"""What a scenario wins against another, and what a won target costs."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from kh359.model.evaluation.run import ScenarioRun
from kh359.model.history import BoolArray

EVEN = 0.5
"""A target counts as won when its probability passes this upwards."""
LEAST_GAIN = 0.5
"""Expected targets below which money is not divided by them: the quotient would be noise."""


class CostState(StrEnum):
    """Whether a cost per target can be stated, and if not, why."""

    STATED = "stated"
    NO_EXTRA_MONEY = "no_extra_money"
    GAIN_TOO_SMALL = "gain_too_small"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Probability of meeting one target in its year, before and after; decimals."""

    target_id: str
    year: int
    before: float
    after: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Gain:
    """A scenario against a baseline, over the targets due from 2026 to `year`.

    won, lost: targets whose probability passes 50 % upwards or downwards, in the plan's order.
    decided: targets that the scenario's own levers set; they are in no other number here.
    expected: sum of the changes of probability. extra_public, extra_private: billion đồng at the
    prices of 2025, allocated from 2026 to `year` beyond the baseline.
    """

    year: int
    won: tuple[Change, ...]
    lost: tuple[Change, ...]
    decided: tuple[str, ...]
    expected: float
    extra_public: float
    extra_private: float

    @property
    def cost_state(self) -> CostState:
        """Whether `cost_per_target` can be stated."""
        if self.expected < LEAST_GAIN:
            return CostState.GAIN_TOO_SMALL
        return CostState.STATED if self.extra_public > 0 else CostState.NO_EXTRA_MONEY

    @property
    def cost_per_target(self) -> float | None:
        """Extra public money for each expected target, billion đồng; None where not stated."""
        if self.cost_state is not CostState.STATED:
            return None
        return self.extra_public / self.expected


def comparable(baseline: ScenarioRun, scenario: ScenarioRun) -> BoolArray:
    """(n_targets,) whether both runs forecast a target. What levers set is no forecast.

    Raises ValueError for runs of different targets.
    """
    if baseline.target_ids != scenario.target_ids:
        raise ValueError("the two runs are about different targets")
    decided = baseline.decided | scenario.decided
    return baseline.projected & scenario.projected & ~decided


def gain(baseline: ScenarioRun, scenario: ScenarioRun, year: int) -> Gain:
    """Compare two runs on the same draws. Raises ValueError for runs of different targets."""
    due = scenario.target_years <= year
    forecast = due & comparable(baseline, scenario)
    before, after = baseline.p_met, scenario.p_met
    up = forecast & (before < EVEN) & (after >= EVEN)
    down = forecast & (before >= EVEN) & (after < EVEN)
    return Gain(
        year=year,
        won=_changes(baseline, scenario, up),
        lost=_changes(baseline, scenario, down),
        decided=tuple(scenario.target_ids[i] for i in np.flatnonzero(due & scenario.decided)),
        expected=float((after - before)[forecast].sum()),
        extra_public=_extra(baseline, scenario, "allocated", year),
        extra_private=_extra(baseline, scenario, "private", year),
    )


def _changes(baseline: ScenarioRun, scenario: ScenarioRun, chosen: BoolArray) -> tuple[Change, ...]:
    return tuple(
        Change(
            target_id=scenario.target_ids[i],
            year=int(scenario.target_years[i]),
            before=float(baseline.p_met[i]),
            after=float(scenario.p_met[i]),
        )
        for i in np.flatnonzero(chosen)
    )


def _extra(baseline: ScenarioRun, scenario: ScenarioRun, purse: str, year: int) -> float:
    until = scenario.money.years <= year
    return float(
        getattr(scenario.money, purse)[until].sum() - getattr(baseline.money, purse)[until].sum()
    )
