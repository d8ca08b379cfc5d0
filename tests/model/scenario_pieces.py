"""A stage on the real plan with few draws, and scenarios for tests of the response."""

from functools import cache

from kh359.model.assumptions import Assumptions, StartingValue
from kh359.model.evaluation.stage import Stage, prepare
from kh359.model.outlook import project_plan
from kh359.model.scenario.scenario import Scenario
from kh359.plan.facts import Facts
from kh359.plan.indicator import Role
from kh359.plan.loading import load_facts
from kh359.plan.prior import Prior, PriorGrade, PriorKind
from kh359.plan.unit import Unit

MONEY_LEVERS = ("budget_grdp_share", "programme_share", "cofinancing", "execution", "efficiency")


@cache
def known() -> Facts:
    """The facts of the project."""
    return load_facts()


@cache
def stage(n_draws: int = 200, *, suppose_2025_met: bool = True) -> Stage:
    """A stage of the whole plan."""
    assumptions = Assumptions(suppose_2025_met=suppose_2025_met)
    return prepare(known(), project_plan(known(), assumptions, n_draws=n_draws))


@cache
def full_stage(n_draws: int = 200) -> Stage:
    """A stage on which every indicator has a projection: half its first target is supposed."""
    starts = tuple(
        StartingValue(
            indicator_id=indicator.indicator_id,
            year=2025,
            value=known().targets_of(indicator.indicator_id)[0].value / 2,
        )
        for indicator in known().indicators
        if indicator.role is Role.TARGET
    )
    assumptions = Assumptions(starting_values=starts)
    return prepare(known(), project_plan(known(), assumptions, n_draws=n_draws))


def with_all(scenario: Scenario, lever: str, value: float) -> Scenario:
    """Every slot of a lever at one value."""
    for slot in range(len(scenario.values_of(lever))):
        scenario = scenario.with_value(lever, slot, value)
    return scenario


def prior(low: float, mode: float, high: float, *, no_effect: float | None = None) -> Prior:
    """A supposed quantity; an elasticity where it may have no effect."""
    return Prior(
        assumption_id="supposed",
        kind=PriorKind.BUDGET if no_effect is None else PriorKind.ELASTICITY,
        name_vi="giả định",
        name_en="supposed",
        unit=Unit.RATIO,
        low=low,
        mode=mode,
        high=high,
        no_effect=no_effect,
        grade=PriorGrade.OWN,
        note_vi="giả định",
        note_en="supposed",
    )
