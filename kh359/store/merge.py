"""Two people changed one scenario: what each changed alone is taken, the rest is for a person.

The parts of a scenario are its name, its note, each slot of a lever, the split as one (its shares
sum to 1), and for each indicator the pace, the start (value and year) and the outside drivers.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from kh359.model.scenario.lever import LEVERS, Slot
from kh359.model.scenario.scenario import Scenario


class Side(StrEnum):
    """Whose value is taken."""

    MINE = "mine"
    THEIRS = "theirs"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of a scenario: name or note; a lever, with slot unless it is the split; or what is
    supposed of an indicator (field: pace, start or outside_driver).
    """

    field: str
    slot: int | None = None
    indicator_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """A part that both changed, differently. Values are decimals, texts, or tuples of them."""

    part: Part
    base: object
    mine: object
    theirs: object


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """scenario: merged, with mine where both changed a part. from_mine, from_theirs: the parts
    that only one side changed. clashes: in the order of the levers.
    """

    scenario: Scenario
    theirs: Scenario
    from_mine: tuple[Part, ...]
    from_theirs: tuple[Part, ...]
    clashes: tuple[Clash, ...]

    def resolved(self, choices: Mapping[Part, Side]) -> Scenario:
        """The merged scenario with the side chosen for each clash; mine where none is chosen."""
        taken = self.scenario
        for clash in self.clashes:
            if choices.get(clash.part, Side.MINE) is Side.THEIRS:
                taken = _with(taken, clash.part, clash.theirs)
        return taken


def merge(base: Scenario, mine: Scenario, theirs: Scenario) -> Merge:
    """Bring together what two people made of `base`."""
    merged, clashes = mine, []
    changed: dict[Side, list[Part]] = {Side.MINE: [], Side.THEIRS: []}
    for part in _parts(base, mine, theirs):
        was, my, their = (_value(scenario, part) for scenario in (base, mine, theirs))
        if my == their:
            continue
        if their == was:
            changed[Side.MINE].append(part)
        elif my == was:
            changed[Side.THEIRS].append(part)
            merged = _with(merged, part, their)
        else:
            clashes.append(Clash(part=part, base=was, mine=my, theirs=their))
    return Merge(
        scenario=merged,
        theirs=theirs,
        from_mine=tuple(changed[Side.MINE]),
        from_theirs=tuple(changed[Side.THEIRS]),
        clashes=tuple(clashes),
    )


def _parts(*scenarios: Scenario) -> Iterator[Part]:
    yield Part(field="name")
    yield Part(field="note")
    for lever in LEVERS:
        if lever.slot is Slot.PROGRAMME:
            yield Part(field=lever.name)
        else:
            yield from (Part(field=lever.name, slot=slot) for slot in range(lever.size))
    supposed = {override.indicator_id for s in scenarios for override in s.overrides}
    for indicator_id in sorted(supposed):
        for field in ("pace", "start", "outside_driver"):
            yield Part(field=field, indicator_id=indicator_id)


def _value(scenario: Scenario, part: Part) -> Any:
    if part.indicator_id:
        override = scenario.override_of(part.indicator_id)
        if part.field == "start":
            return override.start_value, override.start_year
        return getattr(override, part.field)
    whole = getattr(scenario, part.field)
    return whole if part.slot is None else whole[part.slot]


def _with(scenario: Scenario, part: Part, value: Any) -> Scenario:
    if part.indicator_id:
        override = scenario.override_of(part.indicator_id)
        if part.field == "start":
            start_value, start_year = value
            override = replace(override, start_value=start_value, start_year=start_year)
        else:
            override = replace(override, **{part.field: value})
        return scenario.with_override(override)
    if part.slot is None:
        return replace(scenario, **{part.field: value})
    values = getattr(scenario, part.field)
    return replace(
        scenario, **{part.field: (*values[: part.slot], value, *values[part.slot + 1 :])}
    )
