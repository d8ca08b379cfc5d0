"""Verdicts other systems would give on the same data, beside our probability."""

from dataclasses import dataclass
from enum import StrEnum


class Ratio(StrEnum):
    """StatCan / Open SDG progress classes, from the ratio of actual to required CAGR."""

    ACHIEVED = "achieved"
    SUBSTANTIAL = "substantial"
    MODERATE = "moderate"
    LIMITED = "limited"
    DETERIORATION = "deterioration"
    NOT_AVAILABLE = "not_available"


class Extrapolation(StrEnum):
    """Linear extrapolation of the observations to the target's year."""

    REACHES = "reaches"
    FALLS_SHORT = "falls_short"
    NOT_AVAILABLE = "not_available"


@dataclass(frozen=True, slots=True, kw_only=True)
class CrossCheck:
    """The other verdicts for one target. `agree` is None when fewer than one other speaks.

    agree: whether every available other verdict is on the same side of 1/2 as our probability.
    """

    target_id: str
    ratio: Ratio
    extrapolation: Extrapolation
    agree: bool | None
