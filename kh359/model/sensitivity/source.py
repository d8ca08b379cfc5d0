"""What a target's probability may hang on: levers and assumptions, each with its range."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from kh359.model.response.effect import LED_PRIOR
from kh359.model.response.identity import DECIDING_LEVERS
from kh359.model.scenario.lever import LEVER_BY_NAME, PERIODS, STATED_YEARS, Slot
from kh359.model.scenario.scenario import PACE_LIMITS, Scenario
from kh359.model.sensitivity.fixed_prior import drawn_quantile
from kh359.model.sensitivity.reach import Reach
from kh359.model.sensitivity.swing import RELATIVE, swung
from kh359.plan.facts import Facts
from kh359.plan.unit import Unit

LOW, HIGH = 0.1, 0.9
"""Quantiles of an assumption's distribution that are its low and high."""
PACE = "pace"
MONEY_LEVERS = (
    "growth",
    "growth_spread",
    "budget_grdp_share",
    "programme_share",
    "cofinancing",
    "split",
    "execution",
    "efficiency",
    "added_lag",
)
"""Levers that change how much money works, and when."""


class SourceKind(StrEnum):
    """Who may change it: the scenario, the evidence, or what is supposed of one indicator."""

    LEVER = "lever"
    ASSUMPTION = "assumption"
    OVERRIDE = "override"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One input and its range; decimals.

    source_id: of a lever or an assumption, or PACE. slot: of a lever with several values, the one
    that low, middle and high are written for; the others move with it.
    """

    kind: SourceKind
    source_id: str
    slot: int | None = None
    unit: Unit
    low: float
    middle: float
    high: float


def sources(facts: Facts, scenario: Scenario, reach: Reach) -> tuple[Source, ...]:
    """All that touches a target, levers first. Nothing where levers would set its figure."""
    if reach.track.indicator.indicator_id in DECIDING_LEVERS:
        return ()
    levers = _levers(reach)
    assumptions = [*_response_priors(reach, scenario), *_rest_priors(levers, reach)]
    if reach.is_digital_share:
        assumptions.append("digital_growth_elasticity")
    return (
        *(lever_source(scenario, lever, reach.year, reach.programme) for lever in levers),
        *_pace_source(scenario, reach),
        *(assumption_source(facts, prior_id) for prior_id in dict.fromkeys(assumptions)),
    )


def lever_source(scenario: Scenario, lever: str, year: int, programme: int) -> Source:
    """A lever with its swing, written for the value that holds in a year or for a programme."""
    slot = _slot(LEVER_BY_NAME[lever].slot, year, programme)
    low, middle, high = (
        swung(scenario, lever, part, programme=programme).values_of(lever)[slot or 0]
        for part in (-1, 0, 1)
    )
    return Source(
        kind=SourceKind.LEVER,
        source_id=lever,
        slot=slot,
        unit=LEVER_BY_NAME[lever].unit,
        low=low,
        middle=middle,
        high=high,
    )


def assumption_source(facts: Facts, prior_id: str) -> Source:
    """An assumption between its p10 and p90. Raises KeyError for an unknown one."""
    prior = facts.prior_by_id[prior_id]
    return Source(
        kind=SourceKind.ASSUMPTION,
        source_id=prior_id,
        unit=prior.unit,
        low=float(drawn_quantile(prior, LOW)),
        middle=prior.mode,
        high=float(drawn_quantile(prior, HIGH)),
    )


def _levers(reach: Reach) -> list[str]:
    levers: list[str] = list(MONEY_LEVERS) if reach.channel else []
    if reach.is_digital_share and not reach.channel:
        levers += ["growth", "growth_spread"]
    return [*levers, "population_growth"] if reach.is_rate else levers


def _response_priors(reach: Reach, scenario: Scenario) -> list[str]:
    found = []
    if reach.channel:
        found += [
            reach.channel.elasticity_id,
            reach.channel.lag_id,
            reach.channel.depreciation_id,
        ]
    if reach.channel or not reach.override(scenario).outside_driver:
        found.append(LED_PRIOR[reach.source.indicator.driver])
    return found


def _rest_priors(levers: list[str], reach: Reach) -> list[str]:
    """Where the levers rest; of the split, the own programme's share."""
    return [
        LEVER_BY_NAME[lever].prior_ids[
            reach.programme if LEVER_BY_NAME[lever].slot is Slot.PROGRAMME else 0
        ]
        for lever in levers
    ]


def _pace_source(scenario: Scenario, reach: Reach) -> tuple[Source, ...]:
    pace = reach.override(scenario).pace
    if pace == 0:
        return ()
    low, high = sorted(np.clip((pace * (1 - RELATIVE), pace * (1 + RELATIVE)), *PACE_LIMITS))
    return (
        Source(
            kind=SourceKind.OVERRIDE,
            source_id=PACE,
            unit=Unit.PERCENT,
            low=float(low),
            middle=pace,
            high=float(high),
        ),
    )


def _slot(slot: Slot, year: int, programme: int) -> int | None:
    match slot:
        case Slot.PERIOD:
            return int(np.searchsorted([last for _, last in PERIODS], year))
        case Slot.MILESTONE:
            return int(np.searchsorted(STATED_YEARS, year))
        case Slot.PROGRAMME:
            return programme
        case Slot.ONE:
            return None
