"""How far a lever is tried to either side: docs/decisions/sensitivity.md."""

import numpy as np

from kh359.model.history import FloatArray
from kh359.model.scenario.lever import LEVER_BY_NAME, Slot
from kh359.model.scenario.scenario import Scenario

RELATIVE = 0.2
"""A lever is tried this part of its value to either side ..."""
ABSOLUTE: dict[str, float] = {
    "growth": 0.01,
    "growth_spread": 0.01,
    "population_growth": 0.002,
    "added_lag": 1.0,
}
"""... but these by so much (decimals, years): a part of a rate near zero would be nothing."""


def swung_value(lever: str, value: FloatArray | float, part: FloatArray | float) -> FloatArray:
    """A lever's value `part` (-1 to 1) of its swing away, within its limits; shapes broadcast."""
    limits = LEVER_BY_NAME[lever]
    if lever in ABSOLUTE:
        moved = value + ABSOLUTE[lever] * np.asarray(part)
    else:
        moved = value * (1 + RELATIVE * np.asarray(part))
    return np.clip(moved, limits.low, limits.high)


def swung(scenario: Scenario, lever: str, part: float, *, programme: int = 0) -> Scenario:
    """The scenario with all values of a lever swung; of a split, one programme's share.

    The other programmes share what is left, in proportion.
    """
    is_split = LEVER_BY_NAME[lever].slot is Slot.PROGRAMME
    slots = [programme] if is_split else range(LEVER_BY_NAME[lever].size)
    for slot in slots:
        value = swung_value(lever, scenario.values_of(lever)[slot], part)
        scenario = scenario.with_value(lever, slot, float(value))
    return scenario
