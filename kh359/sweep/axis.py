"""What one lever of a grid does: the values it takes, or the span it is drawn from."""

from dataclasses import dataclass

from kh359.model.scenario.lever import PERIODS, PROGRAMMES, STATED_YEARS, Lever, Slot

EVERY_SLOT = "all"
"""The key that moves all slots of a lever together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One number that differs between scenarios: a slot of a lever."""

    lever: Lever
    slot: int

    @property
    def name(self) -> str:
        """As the tables call it: `execution`, `programme_share_2030`, `growth_2026_2030`."""
        slot = slot_names(self.lever)[self.slot]
        return "_".join(part for part in (self.lever.name, slot.replace("-", "_")) if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """The values a lever takes one after the other, decimals; one number for each column."""

    columns: tuple[Column, ...]
    values: tuple[tuple[float, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """The values a lever is drawn from, decimals; all its columns get the same number."""

    columns: tuple[Column, ...]
    low: float
    high: float


def slot_names(lever: Lever) -> tuple[str, ...]:
    """What a grid calls the slots of a lever; one empty name for a lever with one value."""
    if lever.slot is Slot.PERIOD:
        return tuple(f"{first}-{last}" for first, last in PERIODS)
    if lever.slot is Slot.MILESTONE:
        return tuple(map(str, STATED_YEARS))
    return PROGRAMMES if lever.slot is Slot.PROGRAMME else ("",)


def columns_of(lever: Lever, slot: str) -> tuple[Column, ...]:
    """The columns of one slot, or of all. Raises ValueError for a slot the lever has not."""
    names = slot_names(lever)
    slots = range(len(names)) if slot == EVERY_SLOT else (names.index(slot),)
    return tuple(Column(lever=lever, slot=place) for place in slots)
