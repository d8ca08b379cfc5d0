"""An observed figure: where, when, how much, how well known, and who says so."""

from enum import StrEnum
from typing import ClassVar

from pydantic import field_validator

from kh359.plan.entry import Entry
from kh359.plan.fact import Fact
from kh359.plan.iso_date import real_date
from kh359.plan.observed_year import ObservedYear
from kh359.plan.unit import Unit


class Region(StrEnum):
    """The area a figure is about. The province was merged with Kon Tum on 1 July 2025."""

    OLD_PROVINCE = "qn_old"
    KON_TUM = "kon_tum"
    PROVINCE = "qn_new"
    NATION = "vietnam"


class Grade(StrEnum):
    """How the figure reached us, best first."""

    OFFICIAL = "official"
    PRESS = "press"
    PROXY = "proxy"
    DERIVED = "derived"


class Match(StrEnum):
    """How close the figure's definition is to the plan's.

    SAME and NEAR may be fitted (NEAR says so wherever it shows); OTHER is shown as context only.
    """

    SAME = "same"
    NEAR = "near"
    OTHER = "other"


class Observation(Fact):
    """One row of `history.csv`, or a derived figure. `value` is a decimal."""

    scaled: ClassVar[tuple[str, ...]] = ("value",)

    indicator_id: str
    region: Region
    year: ObservedYear
    as_of: str | None = None
    value: float
    unit: Unit
    grade: Grade
    match: Match
    method: str = "main"
    superseded: bool = False
    source_id: str
    note_vi: str | None = None
    note_en: str | None = None

    _as_of_is_a_date = field_validator("as_of")(real_date)

    @property
    def source_ids(self) -> tuple[str, ...]:
        """Everything the figure rests on."""
        return (self.source_id,)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Who entered it, or what it was worked out from; empty for the program's own."""
        return ()


class DerivedObservation(Observation):
    """A figure worked out from others, never written in a file; `source_id` is the main one."""

    other_source_ids: tuple[str, ...]
    part_entries: tuple[Entry, ...] = ()

    @property
    def source_ids(self) -> tuple[str, ...]:
        """The main source, then the others, each once."""
        return tuple(dict.fromkeys((self.source_id, *self.other_source_ids)))

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Of the entered figures among those it was worked out from."""
        return self.part_entries
