"""What the user changes: the levers, frozen, checked on birth, with a content hash."""

import hashlib
import json
import math
from dataclasses import dataclass, fields, replace
from typing import Any

from kh359.model.assumptions import StartingValue
from kh359.model.scenario.fault import LeverFault, LeverFaultCode, ScenarioError, text_faults
from kh359.model.scenario.lever import LEVER_BY_NAME, LEVERS, Slot
from kh359.plan.facts import Facts

SCENARIO_VERSION = 1
"""Version of the scenario's content; files and links carry it."""
LONGEST_NAME = 80
LONGEST_NOTE = 800
SPLIT_TOLERANCE = 1e-6
"""How far the shares of a split may be from 1 before it is refused; they are then normalised."""
PACE_LIMITS = (-0.5, 1.0)
"""Limits of an override's pace, per year on the link scale, as a rate: 0.1 is +10 % a year."""
HASH_LENGTH = 12

Values = tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Override:
    """What is supposed of one indicator alone.

    pace: added growth per year as a rate on the link scale (of odds for a share, of the figure
    for a count). start_value, start_year: a start where the province has no figure (decimals).
    outside_driver: False takes away what nation and market bring.
    """

    indicator_id: str
    pace: float = 0.0
    start_value: float | None = None
    start_year: int | None = None
    outside_driver: bool = True

    def __post_init__(self) -> None:
        # One form for one number, and with it one hash: no -0.0, no whole number beside a float.
        object.__setattr__(self, "pace", float(self.pace) + 0.0)
        if self.start_value is not None:
            object.__setattr__(self, "start_value", float(self.start_value) + 0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """Levers, in decimals. Limits and slots of each: `kh359.model.scenario.lever`.

    growth: real GRDP growth a year in each period; growth_spread: its standard deviation between
    futures; population_growth: a year; budget_grdp_share: local budget / GRDP;
    programme_share: science, technology, innovation and digital transformation / local budget,
    at each milestone; split: over programmes a-e, sums to 1; cofinancing: private đồng for each
    đồng of the programmes' budget, at each milestone; execution: spent / allocated; efficiency:
    the part of what is spent that works; added_lag: years later than at rest.
    Raises ScenarioError with every fault.
    """

    name: str = ""
    note: str = ""
    growth: Values
    growth_spread: Values
    population_growth: Values
    budget_grdp_share: Values
    programme_share: Values
    cofinancing: Values
    split: Values
    execution: Values
    efficiency: Values
    added_lag: Values
    overrides: tuple[Override, ...] = ()

    def __post_init__(self) -> None:
        faults = [*_text_faults(self), *_lever_faults(self), *_override_faults(self.overrides)]
        if faults:
            raise ScenarioError(faults)
        # Equal scenarios have one form, and with it one hash: no -0.0, no override without effect.
        for lever in LEVERS:
            plain = tuple(float(value) + 0.0 for value in getattr(self, lever.name))
            object.__setattr__(self, lever.name, plain)
        effective = (o for o in self.overrides if o != Override(indicator_id=o.indicator_id))
        ordered = tuple(sorted(effective, key=lambda override: override.indicator_id))
        object.__setattr__(self, "overrides", ordered)

    @property
    def content_hash(self) -> str:
        """Hash of what changes numbers: the levers and overrides, not the name or the note."""
        content = {
            field.name: getattr(self, field.name)
            for field in fields(self)
            if field.name not in ("name", "note", "overrides")
        }
        content["overrides"] = [
            [getattr(override, field.name) for field in fields(override)]
            for override in self.overrides
        ]
        text = json.dumps([SCENARIO_VERSION, content], sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()[:HASH_LENGTH]

    @property
    def starting_values(self) -> tuple[StartingValue, ...]:
        """The starts that its overrides suppose."""
        return tuple(
            StartingValue(
                indicator_id=override.indicator_id,
                year=override.start_year,
                value=override.start_value,
            )
            for override in self.overrides
            if override.start_year is not None and override.start_value is not None
        )

    def values_of(self, lever: str) -> Values:
        """The values of one lever. Raises KeyError for an unknown lever."""
        return getattr(self, LEVER_BY_NAME[lever].name)

    def with_value(self, lever: str, slot: int, value: float) -> "Scenario":
        """The same scenario with one value changed; a split keeps its sum of 1.

        The other shares of a split change in proportion; where they are all 0, equally.
        """
        values = self.values_of(lever)
        if LEVER_BY_NAME[lever].slot is Slot.PROGRAMME:
            return replace(self, **{lever: _split_with(values, slot, value)})
        return replace(self, **{lever: (*values[:slot], value, *values[slot + 1 :])})

    def override_of(self, indicator_id: str) -> Override:
        """What is supposed of one indicator; an override that changes nothing if there is none."""
        for override in self.overrides:
            if override.indicator_id == indicator_id:
                return override
        return Override(indicator_id=indicator_id)

    def with_override(self, override: Override) -> "Scenario":
        """The same scenario with this override; one that changes nothing takes it away."""
        kept = tuple(o for o in self.overrides if o.indicator_id != override.indicator_id)
        if override != Override(indicator_id=override.indicator_id):
            kept = (*kept, override)
        return replace(self, overrides=kept)


def rest_scenario(facts: Facts) -> Scenario:
    """Every lever where the assumptions in `data/` put it. Raises KeyError where one is missing."""
    values: dict[str, Any] = {}
    for lever in LEVERS:
        rest = [facts.prior_by_id[prior_id].mode for prior_id in lever.prior_ids]
        values[lever.name] = tuple(rest * (lever.size // len(rest)))
    total = math.fsum(values["split"])
    values["split"] = tuple(share / total for share in values["split"])
    return Scenario(**values)


def _split_with(values: Values, slot: int, value: float) -> Values:
    others = math.fsum(share for i, share in enumerate(values) if i != slot)
    left = 1 - value
    return tuple(
        value if i == slot else left * share / others if others > 0 else left / (len(values) - 1)
        for i, share in enumerate(values)
    )


def _text_faults(scenario: Scenario) -> list[LeverFault]:
    return [
        *text_faults("name", scenario.name, LONGEST_NAME),
        *text_faults("note", scenario.note, LONGEST_NOTE, line_breaks=True),
    ]


def _lever_faults(scenario: Scenario) -> list[LeverFault]:
    faults = []
    for lever in LEVERS:
        values = getattr(scenario, lever.name)
        if len(values) != lever.size:
            faults.append(
                LeverFault(
                    code=LeverFaultCode.WRONG_COUNT,
                    field=lever.name,
                    value=len(values),
                    high=lever.size,
                )
            )
            continue
        outside = [
            LeverFault(
                code=LeverFaultCode.OUT_OF_RANGE,
                field=lever.name,
                slot=slot,
                value=value,
                low=lever.low,
                high=lever.high,
            )
            for slot, value in enumerate(values)
            if not (math.isfinite(value) and lever.low <= value <= lever.high)
        ]
        faults += outside
        if (
            lever.slot is Slot.PROGRAMME
            and not outside
            and abs(math.fsum(values) - 1) > SPLIT_TOLERANCE
        ):
            faults.append(
                LeverFault(code=LeverFaultCode.NOT_WHOLE, field=lever.name, value=math.fsum(values))
            )
    return faults


def _override_faults(overrides: tuple[Override, ...]) -> list[LeverFault]:
    faults = []
    seen: set[str] = set()
    for override in overrides:
        if override.indicator_id in seen:
            faults.append(
                LeverFault(
                    code=LeverFaultCode.TWICE, field="overrides", subject=override.indicator_id
                )
            )
        seen.add(override.indicator_id)
        low, high = PACE_LIMITS
        if not (math.isfinite(override.pace) and low <= override.pace <= high):
            faults.append(
                LeverFault(
                    code=LeverFaultCode.OUT_OF_RANGE,
                    field="pace",
                    subject=override.indicator_id,
                    value=override.pace,
                    low=low,
                    high=high,
                )
            )
        if (override.start_value is None) != (override.start_year is None):
            faults.append(
                LeverFault(
                    code=LeverFaultCode.INCOMPLETE, field="start", subject=override.indicator_id
                )
            )
    return faults
