"""The levers of a scenario: what each is called, its unit, how many values it has, its limits."""

from dataclasses import dataclass
from enum import StrEnum

from kh359.plan.unit import Unit

PERIODS: tuple[tuple[int, int], ...] = ((2026, 2030), (2031, 2035), (2036, 2040), (2041, 2045))
"""First and last year of each growth period."""
STATED_YEARS: tuple[int, ...] = (2030, 2035, 2040, 2045)
"""Milestones for which a budget lever states a value; between them it runs straight from 2025."""
PROGRAMMES: tuple[str, ...] = ("a", "b", "c", "d", "e")
"""The five programmes, by the letter of the plan's section, in the order of a split."""


class Slot(StrEnum):
    """What the values of a lever stand for."""

    ONE = "one"
    PERIOD = "period"
    MILESTONE = "milestone"
    PROGRAMME = "programme"


SLOT_SIZE: dict[Slot, int] = {
    Slot.ONE: 1,
    Slot.PERIOD: len(PERIODS),
    Slot.MILESTONE: len(STATED_YEARS),
    Slot.PROGRAMME: len(PROGRAMMES),
}


class LeverGroup(StrEnum):
    """Levers shown together."""

    ECONOMY = "economy"
    BUDGET = "budget"
    SPLIT = "split"
    DELIVERY = "delivery"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lever:
    """One field of `Scenario`. low, high: allowed values, decimals; step: of a slider, decimal.

    prior_ids: the assumptions that say where it rests; one for all slots, or one for each.
    """

    name: str
    group: LeverGroup
    slot: Slot
    unit: Unit
    low: float
    high: float
    step: float
    prior_ids: tuple[str, ...]

    @property
    def size(self) -> int:
        """How many values the lever has."""
        return SLOT_SIZE[self.slot]


LEVERS: tuple[Lever, ...] = (
    Lever(
        name="growth",
        group=LeverGroup.ECONOMY,
        slot=Slot.PERIOD,
        unit=Unit.PERCENT,
        low=-0.05,
        high=0.15,
        step=0.005,
        prior_ids=("grdp_growth",),
    ),
    Lever(
        name="growth_spread",
        group=LeverGroup.ECONOMY,
        slot=Slot.ONE,
        unit=Unit.PERCENT,
        low=0.0,
        high=0.06,
        step=0.005,
        prior_ids=("grdp_growth_spread",),
    ),
    Lever(
        name="population_growth",
        group=LeverGroup.ECONOMY,
        slot=Slot.ONE,
        unit=Unit.PERCENT,
        low=-0.02,
        high=0.03,
        step=0.001,
        prior_ids=("population_growth",),
    ),
    Lever(
        name="budget_grdp_share",
        group=LeverGroup.BUDGET,
        slot=Slot.ONE,
        unit=Unit.PERCENT,
        low=0.05,
        high=0.35,
        step=0.005,
        prior_ids=("budget_grdp_share",),
    ),
    Lever(
        name="programme_share",
        group=LeverGroup.BUDGET,
        slot=Slot.MILESTONE,
        unit=Unit.PERCENT,
        low=0.0,
        high=0.10,
        step=0.001,
        prior_ids=("programme_share",),
    ),
    Lever(
        name="cofinancing",
        group=LeverGroup.BUDGET,
        slot=Slot.MILESTONE,
        unit=Unit.RATIO,
        low=0.0,
        high=30.0,
        step=0.5,
        prior_ids=("cofinancing",),
    ),
    Lever(
        name="split",
        group=LeverGroup.SPLIT,
        slot=Slot.PROGRAMME,
        unit=Unit.PERCENT,
        low=0.0,
        high=1.0,
        step=0.01,
        prior_ids=("split_a", "split_b", "split_c", "split_d", "split_e"),
    ),
    Lever(
        name="execution",
        group=LeverGroup.DELIVERY,
        slot=Slot.ONE,
        unit=Unit.PERCENT,
        low=0.0,
        high=1.0,
        step=0.01,
        prior_ids=("execution",),
    ),
    Lever(
        name="efficiency",
        group=LeverGroup.DELIVERY,
        slot=Slot.ONE,
        unit=Unit.PERCENT,
        low=0.0,
        high=1.0,
        step=0.01,
        prior_ids=("efficiency",),
    ),
    Lever(
        name="added_lag",
        group=LeverGroup.DELIVERY,
        slot=Slot.ONE,
        unit=Unit.YEARS,
        low=0.0,
        high=5.0,
        step=0.5,
        prior_ids=("added_lag",),
    ),
)
LEVER_BY_NAME: dict[str, Lever] = {lever.name: lever for lever in LEVERS}
