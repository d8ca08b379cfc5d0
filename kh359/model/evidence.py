"""Which observations may be used together, and how much they can carry."""

import math
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from kh359.model.assumptions import Assumptions, StartingValue
from kh359.model.comparable import comparable_of
from kh359.model.errors import AssumptionError
from kh359.model.usable import latest_segment, separates
from kh359.plan.comparison import Comparable
from kh359.plan.facts import Facts
from kh359.plan.indicator import Indicator
from kh359.plan.observation import Grade, Observation, Region
from kh359.plan.series_break import Cause, SeriesBreak


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
    crossed: breaks that separate `used` from some of `context`, and a merger that figures of
        `used` are carried over (the old province alone, or sums of both parts).
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


_PACED = (Level.PACE, Level.ASSUMED)
FEWEST_FOR_TREND = 3
START_YEAR = 2025
"""Year of the targets that the switch supposes met."""
LAST_START_YEAR = 2044


def gather_evidence(facts: Facts, indicator: Indicator, assumptions: Assumptions) -> Evidence:
    """What may be said of one indicator, and from which start (docs/decisions/evidence.md).

    An observation wins over a typed value, a typed value over the 2025 switch. Raises
    AssumptionError for a typed value outside the indicator's bounds.
    """
    own = facts.observations_of(indicator.indicator_id)
    used = _fitted(own, facts)
    typed = _typed_start(indicator, assumptions)
    level, start, assumed = _standing(used, typed, _supposed(facts, indicator, assumptions))
    context = tuple(o for o in own if not o.superseded and o not in used)
    crossed = tuple(
        b
        for b in facts.breaks
        if any(separates(b, *sorted((c, u), key=lambda o: o.year)) for c in context for u in used)
        or _is_merger_of(b, used)
    )
    return Evidence(
        indicator_id=indicator.indicator_id,
        level=level,
        start=start,
        used=used,
        context=context,
        crossed=crossed,
        comparable=comparable_of(facts, indicator.indicator_id) if level in _PACED else None,
        start_year=assumed[0] if assumed else None,
        start_value=assumed[1] if assumed else None,
    )


def starts_from_old_province(evidence: Evidence) -> bool:
    """Whether a projection of today's province starts from the level of the former one alone."""
    return bool(evidence.used) and evidence.used[-1].region is Region.OLD_PROVINCE


def _fitted(own: tuple[Observation, ...], facts: Facts) -> tuple[Observation, ...]:
    """The merged province's latest series, else the last two figures of the old province."""
    merged = latest_segment(own, facts.breaks, Region.PROVINCE)
    return merged or latest_segment(own, facts.breaks, Region.OLD_PROVINCE)[-2:]


def _is_merger_of(series_break: SeriesBreak, used: tuple[Observation, ...]) -> bool:
    """Whether figures from before the merger are carried over it, alone or as sums."""
    return series_break.cause is Cause.MERGER and any(
        (o.region is Region.OLD_PROVINCE or o.grade is Grade.DERIVED)
        and series_break.indicator_id in ("*", o.indicator_id)
        and series_break.year > o.year
        for o in used
    )


def _standing(
    used: tuple[Observation, ...],
    typed: tuple[int, float] | None,
    supposed: tuple[int, float] | None,
) -> tuple[Level, Start, tuple[int, float] | None]:
    if used:
        long = len(used) >= FEWEST_FOR_TREND and used[-1].region is Region.PROVINCE
        return (Level.TREND if long else Level.PACE), Start.OBSERVED, None
    if typed:
        return Level.ASSUMED, Start.TYPED, typed
    if supposed:
        return Level.ASSUMED, Start.TARGET_2025_MET, supposed
    return Level.NONE, Start.NOTHING, None


def _typed_start(indicator: Indicator, assumptions: Assumptions) -> tuple[int, float] | None:
    for typed in assumptions.starting_values:
        if typed.indicator_id == indicator.indicator_id:
            _check_start(indicator, typed)
            return typed.year, typed.value
    return None


def _check_start(indicator: Indicator, typed: StartingValue) -> None:
    lower = -math.inf if indicator.lower is None else indicator.lower
    upper = math.inf if indicator.upper is None else indicator.upper
    if not (math.isfinite(typed.value) and lower <= typed.value <= upper):
        raise AssumptionError(
            f"{typed.indicator_id}: a starting value must lie in [{lower}, {upper}], "
            f"got {typed.value!r} (50 % is 0.5)"
        )
    if typed.year > LAST_START_YEAR:
        raise AssumptionError(
            f"{typed.indicator_id}: a start must lie before the last year projected, "
            f"got {typed.year}"
        )


def _supposed(
    facts: Facts, indicator: Indicator, assumptions: Assumptions
) -> tuple[int, float] | None:
    """The highest target of 2025, so that every one of them is just met."""
    if not assumptions.suppose_2025_met:
        return None
    values = [t.value for t in facts.targets_of(indicator.indicator_id) if t.year == START_YEAR]
    return (START_YEAR, max(values)) if values else None
