"""What the user supposes: everything here is a giả định and is shown as one."""

from dataclasses import dataclass

from kh359.model.family import Family


@dataclass(frozen=True, slots=True, kw_only=True)
class StartingValue:
    """A value the user types for an indicator with no usable observation. `value` is a decimal."""

    indicator_id: str
    year: int
    value: float


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyChoice:
    """The growth family the user wants for one indicator instead of the automatic choice."""

    indicator_id: str
    family: Family


@dataclass(frozen=True, slots=True, kw_only=True)
class Assumptions:
    """The user's suppositions. `suppose_2025_met`: every 2025 target without data was just met."""

    suppose_2025_met: bool = False
    starting_values: tuple[StartingValue, ...] = ()
    family_choices: tuple[FamilyChoice, ...] = ()
