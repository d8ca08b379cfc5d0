"""Which levers of a scenario are away from their rest."""

from math import isclose

from kh359.model.scenario.lever import LEVERS, Lever
from kh359.model.scenario.scenario import Scenario

SAME = 1e-9
"""Two values of a lever nearer than this are one: rescaling a split rounds."""


def is_moved(lever: Lever, slot: int, scenario: Scenario, rest: Scenario) -> bool:
    """Whether one value of a lever is away from its rest."""
    value, resting = scenario.values_of(lever.name)[slot], rest.values_of(lever.name)[slot]
    return not isclose(value, resting, rel_tol=0, abs_tol=SAME)


def is_rest(scenario: Scenario, rest: Scenario) -> bool:
    """Whether nothing is moved and nothing is supposed of one indicator alone."""
    return not scenario.overrides and not any(
        is_moved(lever, slot, scenario, rest) for lever in LEVERS for slot in range(lever.size)
    )
