"""Indicators that follow from others: docs/decisions/identities.md.

Money shares follow from the levers, researchers per 10,000 people from head-count and population,
the digital share from the growth of its two parts.
"""

from dataclasses import dataclass
from enum import StrEnum

from kh359.model.budget import allocated_share, cofinancing, programme_share
from kh359.model.history import FloatArray
from kh359.model.scenario import Override, Scenario

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
    """What an indicator follows when an identity stands against an override."""

    LEVERS = "levers"
    HEAD_COUNT = "head_count"


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentityConflict:
    """An override that an identity does not let through. `override` has no effect on the run."""

    override: Override
    winner: Winner


def is_decided(indicator_id: str, scenario: Scenario, rest: Scenario) -> bool:
    """Whether the scenario's own levers set the indicator's figure."""
    return any(
        scenario.values_of(lever) != rest.values_of(lever)
        for lever in DECIDING_LEVERS.get(indicator_id, ())
    )


def decided_share(indicator_id: str, scenario: Scenario, rest: Scenario) -> FloatArray:
    """The money share that the levers set, shape (n_years,), decimals.

    Of the local budget: what is allocated. Of GRDP: what is allocated and what comes along.
    """
    if indicator_id == BUDGET_SHARE:
        return programme_share(scenario, rest)
    return allocated_share(scenario, rest) * (1 + cofinancing(scenario, rest))


def identity_conflicts(
    scenario: Scenario, rest: Scenario, *, rate_follows: bool
) -> tuple[IdentityConflict, ...]:
    """Overrides that lose against an identity, in the scenario's order.

    rate_follows: whether researchers per 10,000 people follows the head-count in this run.
    """
    conflicts = []
    for override in scenario.overrides:
        indicator_id = override.indicator_id
        if is_decided(indicator_id, scenario, rest):
            conflicts.append(IdentityConflict(override=override, winner=Winner.LEVERS))
        elif indicator_id == RESEARCHER_RATE and rate_follows and _moves(override):
            conflicts.append(IdentityConflict(override=override, winner=Winner.HEAD_COUNT))
    return tuple(conflicts)


def _moves(override: Override) -> bool:
    return override.pace != 0 or not override.outside_driver
