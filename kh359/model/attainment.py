"""Draws x targets -> probability, verdict, first year met. 'Met' is defined here and only here."""

from dataclasses import dataclass
from enum import StrEnum
from functools import partial

import numpy as np

from kh359.model.evidence import Evidence, Level
from kh359.model.history import BoolArray, FloatArray, History
from kh359.model.projection import Projection
from kh359.model.usable import is_usable, preference
from kh359.plan.facts import Facts
from kh359.plan.observation import Region
from kh359.plan.target import Target
from kh359.plan.unit import Unit


class Verdict(StrEnum):
    """What is said of one target; never empty."""

    MET = "met"
    NOT_MET = "not_met"
    NO_DATA = "no_data"
    VERY_LIKELY = "very_likely"
    LIKELY = "likely"
    EVEN = "even"
    UNLIKELY = "unlikely"
    VERY_UNLIKELY = "very_unlikely"
    NO_EVIDENCE = "no_evidence"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attainment:
    """One target's outcome. Probabilities and quantiles are decimals, None where not projected.

    observed: the province's own figure for the target's year, when there is one.
    p_met: probability that the target is met in its year.
    p_met_by: probability that it is met in its year or any projected year before.
    first_year: quantiles (0.1, 0.5, 0.9) of the first year met; inf means never by 2045.
    growth_needed, growth_seen: change per year on the indicator's own scale (decimals per year),
        from the last known value to the target, and over the fitted observations.
    """

    target: Target
    level: Level
    verdict: Verdict
    observed: float | None = None
    p_met: float | None = None
    p_met_by: float | None = None
    p10: float | None = None
    p50: float | None = None
    p90: float | None = None
    first_year: tuple[float, float, float] | None = None
    growth_needed: float | None = None
    growth_seen: float | None = None


COVERAGE = 0.995
"""Full coverage (a target of 100 %, or the full mark of an index) counts as met from here."""
TOLERANCE = 1e-9
"""Two decimals written alike are equal, whatever the last bit says."""
COVERAGE_UNITS = frozenset({Unit.PERCENT, Unit.INDEX})
LAST_JUDGED_YEAR = 2025
"""Targets up to this year are judged on observations only."""
FIRST_YEAR_QUANTILES = (0.1, 0.5, 0.9)
LIKELIHOOD = (
    (0.90, Verdict.VERY_LIKELY),
    (0.66, Verdict.LIKELY),
    (0.33, Verdict.EVEN),
    (0.10, Verdict.UNLIKELY),
)
"""Least probability of each word; below the last, very unlikely (docs/decisions/verdict.md)."""


def threshold(target: Target) -> float:
    """The least value that meets a target: its low end; COVERAGE where full coverage is asked."""
    full = target.unit in COVERAGE_UNITS and abs(target.value - 1.0) <= TOLERANCE
    return COVERAGE if full else target.value


def least_value(target: Target) -> float:
    """The least value that meets a target, rounding and `TOLERANCE` counted in.

    What is counted in whole units is rounded half up before it is compared.
    """
    limit = threshold(target)
    least = limit - TOLERANCE * max(1.0, abs(limit))
    return np.ceil(least) - 0.5 - TOLERANCE if target.unit.is_whole else least


def is_met(values: FloatArray, target: Target) -> BoolArray:
    """Whether values (any shape, decimals) meet a target. Equality counts.

    More is better for every indicator, so that '=' and a range ask for the least value only.
    See docs/decisions/met.md.
    """
    return np.asarray(values, dtype=np.float64) >= least_value(target)


def first_year_met(projection: Projection, target: Target) -> FloatArray:
    """First projected year in which each path meets the target, shape (n_draws,); inf is never."""
    met = is_met(projection.paths, target)
    return np.where(met.any(axis=1), projection.years[met.argmax(axis=1)], np.inf)


def year_quantiles(first_year: FloatArray) -> tuple[float, float, float]:
    """Quantiles of the first year met: a simulated year or inf, never a number between."""
    low, middle, high = np.quantile(first_year, FIRST_YEAR_QUANTILES, method="inverted_cdf")
    return float(low), float(middle), float(high)


def likelihood(p_met: float) -> Verdict:
    """The word for a probability, by its whole percent: one printed number has one word."""
    shown = round(100 * p_met) / 100
    for least, verdict in LIKELIHOOD:
        if shown >= least:
            return verdict
    return Verdict.VERY_UNLIKELY


def judge(
    target: Target,
    evidence: Evidence,
    history: History | None,
    projection: Projection | None,
    observed: float | None,
) -> Attainment:
    """The outcome of one target.

    history: what the projection starts from; observed: the province's own figure of the target's
    year. A year with a figure is judged on it, a past year without one has no data.
    """
    needed, seen = growth(target, history)
    judged = partial(
        Attainment, target=target, level=evidence.level, growth_needed=needed, growth_seen=seen
    )
    if observed is not None:
        met = bool(is_met(np.array(observed), target))
        return judged(verdict=Verdict.MET if met else Verdict.NOT_MET, observed=observed)
    if target.year <= LAST_JUDGED_YEAR:
        return judged(verdict=Verdict.NO_DATA)
    if projection is None:
        return judged(verdict=Verdict.NO_EVIDENCE)
    if target.year < projection.years[0]:
        return judged(verdict=Verdict.NO_DATA)
    draws, first_year = projection.in_year(target.year), first_year_met(projection, target)
    p_met = float(is_met(draws, target).mean())
    low, middle, high = (float(q) for q in np.quantile(draws, (0.1, 0.5, 0.9)))
    return judged(
        verdict=likelihood(p_met),
        p_met=p_met,
        p_met_by=float((first_year <= target.year).mean()),
        p10=low,
        p50=middle,
        p90=high,
        first_year=year_quantiles(first_year),
    )


def growth(target: Target, history: History | None) -> tuple[float | None, float | None]:
    """Change per year needed from the last known value, and seen between first and last value."""
    if history is None:
        return None, None
    span = int(history.years[-1] - history.years[0])
    seen = float(history.values[-1] - history.values[0]) / span if span else None
    left = target.year - int(history.years[-1])
    needed = (target.value - float(history.values[-1])) / left if left > 0 else None
    return needed, seen


def observed_value(facts: Facts, target: Target) -> float | None:
    """The merged province's own best figure of the target's year, if there is one."""
    own = [
        o
        for o in facts.observations_of(target.indicator_id)
        if o.region is Region.PROVINCE and o.year == target.year and is_usable(o)
    ]
    return max(own, key=preference).value if own else None
