"""Which observations may be used together, and how much they can carry."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum

from kh359.plan.comparison import Comparable
from kh359.plan.observation import Observation
from kh359.plan.series_break import SeriesBreak


class Level(IntEnum):
    """Evidence level, shown wherever a number is."""

    TREND = 1
    """Three or more observations of the province that share one trend."""
    PACE = 2
    """One or two observations, with the national or a comparable pace."""
    ASSUMED = 3
    """Only a starting value typed by the user, or '2025 target just met' (giả định)."""
    NONE = 4
    """Nothing: no projection, only the required path."""


class Start(StrEnum):
    """Where a projection starts from."""

    OBSERVED = "observed"
    TYPED = "typed"
    TARGET_2025_MET = "target_2025_met"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What stands behind one indicator's projection.

    used: observations of the province that are fitted, oldest first (derived sums included).
    context: observations shown but not fitted (nation, other definition, before a break).
    crossed: breaks that separate `used` from some of `context`.
    start_year, start_value: the assumed start when `start` is typed or target_2025_met.
    comparable: the series that lends its pace, if any.
    """

    indicator_id: str
    level: Level
    start: Start
    used: tuple[Observation, ...]
    context: tuple[Observation, ...]
    crossed: tuple[SeriesBreak, ...]
    comparable: Comparable | None
    start_year: int | None = None
    start_value: float | None = None
