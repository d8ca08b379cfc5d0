"""A scenario on other ground: what it does not move stays where the levers rest."""

from dataclasses import replace

from kh359.model.scenario.lever import LEVERS, Slot
from kh359.model.scenario.moved_lever import is_moved
from kh359.model.scenario.scenario import Scenario, Values


def followed(scenario: Scenario, rest: Scenario, new_rest: Scenario) -> Scenario:
    """The scenario where `new_rest` takes the place of `rest`.

    A value that is at rest goes along, one that is moved stays; a split goes or stays as a whole,
    since its shares sum to 1.
    """
    values: dict[str, Values] = {}
    for lever in LEVERS:
        own, new = scenario.values_of(lever.name), new_rest.values_of(lever.name)
        moved = [is_moved(lever, slot, scenario, rest) for slot in range(lever.size)]
        if lever.slot is Slot.PROGRAMME:
            moved = [any(moved)] * lever.size
        values[lever.name] = tuple(
            own[slot] if moved[slot] else new[slot] for slot in range(lever.size)
        )
    return replace(scenario, **values)
