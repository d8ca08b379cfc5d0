"""Indicators that follow from others: docs/decisions/identities.md.

Money shares follow from the levers, researchers per 10,000 people from head-count and population,
the digital share from the growth of its two parts.
"""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from kh359.model.history import FloatArray
from kh359.model.response.budget import allocated_share, cofinancing, programme_share
from kh359.model.scenario.lever import LEVER_BY_NAME
from kh359.model.scenario.moved_lever import is_moved
from kh359.model.scenario.scenario import Override, Scenario

BUDGET_SHARE = "st_budget_share"
GRDP_SHARE = "sti_grdp_share"
RESEARCHER_RATE = "researchers_per_10k"
RESEARCHERS = "researchers_total"
DIGITAL_SHARE = "digital_economy_share"

DECIDING_LEVERS: dict[str, tuple[str, ...]] = {
    BUDGET_SHARE: ("programme_share",),
    GRDP_SHARE: ("programme_share", "budget_grdp_share", "cofinancing"),
}
"""Levers that set a money share as soon as one of them is moved from its rest."""


class Winner(StrEnum):
    """What an indicator follows where an override, or a part of it, is not let through."""

    LEVERS = "levers"
    """The scenario's own levers set the figure: nothing of the override counts."""
    HEAD_COUNT = "head_count"
    """The head-count's growth counts: the override's pace and outside drivers do not."""
    OBSERVATION = "observation"
    """The province's figure counts: the override's starting value does not."""
    NO_PROJECTION = "no_projection"
    """There is nothing to move: no figure and no supposed start."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OverrideConflict:
    """An override, or a part of it, that has no effect on the run, and what wins over it."""

    override: Override
    winner: Winner


def is_decided(indicator_id: str, scenario: Scenario, rest: Scenario) -> bool:
    """Whether the scenario's own levers set the indicator's figure."""
    return any(
        is_moved(lever, slot, scenario, rest)
        for lever in (LEVER_BY_NAME[name] for name in DECIDING_LEVERS.get(indicator_id, ()))
        for slot in range(lever.size)
    )


def decided_share(indicator_id: str, scenario: Scenario, rest: Scenario) -> FloatArray:
    """The money share that the levers set, shape (n_years,), decimals.

    Of the local budget: what is allocated. Of GRDP: what is allocated and what comes along.
    """
    if indicator_id == BUDGET_SHARE:
        return programme_share(scenario, rest)
    return allocated_share(scenario, rest) * (1 + cofinancing(scenario, rest))


def override_conflicts(
    scenario: Scenario,
    rest: Scenario,
    *,
    rate_follows: bool,
    observed: Collection[str],
    projected: Collection[str],
) -> tuple[OverrideConflict, ...]:
    """Overrides that lose, in the scenario's order.

    rate_follows: whether researchers per 10,000 people follows the head-count in this run.
    observed, projected: ids of indicators with figures of the province, and with a projection.
    """

    def winner(override: Override) -> Winner | None:
        indicator_id = override.indicator_id
        if is_decided(indicator_id, scenario, rest):
            return Winner.LEVERS
        if indicator_id == RESEARCHER_RATE and rate_follows and _moves(override):
            return Winner.HEAD_COUNT
        if indicator_id in observed and override.start_value is not None:
            return Winner.OBSERVATION
        return None if indicator_id in projected else Winner.NO_PROJECTION

    found = ((override, winner(override)) for override in scenario.overrides)
    return tuple(OverrideConflict(override=o, winner=w) for o, w in found if w is not None)


def _moves(override: Override) -> bool:
    return override.pace != 0 or not override.outside_driver
