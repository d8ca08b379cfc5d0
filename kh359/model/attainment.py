"""Draws x targets -> probability, verdict, first year met. 'Met' is defined here and only here."""

from dataclasses import dataclass
from enum import StrEnum

from kh359.model.evidence import Level
from kh359.plan.target import Target


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
