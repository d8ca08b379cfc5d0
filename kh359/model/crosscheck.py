"""Verdicts other systems would give on the same data, beside our probability."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from kh359.model.attainment import Attainment, is_met, threshold
from kh359.model.history import History
from kh359.plan.target import Target


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


SUBSTANTIAL = 0.95
MODERATE = 0.60
FEWEST = 2
"""Observations that StatCan's ratio and the extrapolation need at least."""


def cross_check(attainment: Attainment, observed: History | None) -> CrossCheck:
    """The other verdicts for one projected target.

    observed: observations only; assumed starts are not shown to methods that know no assumption.
    """
    target = attainment.target
    ratio, line = progress_ratio(target, observed), linear_extrapolation(target, observed)
    return CrossCheck(
        target_id=target.target_id,
        ratio=ratio,
        extrapolation=line,
        agree=_agree(attainment.p_met, ratio, line),
    )


def progress_ratio(target: Target, observed: History | None) -> Ratio:
    """Actual over required compound growth, first observation as base year.

    Open SDG, sdg-build, sdg/ProgressMeasure.py (StatCan's method): r = CAGR(last, base) /
    |CAGR(target, base)|; 0.95 and above substantial, 0.60 moderate, 0 limited, below that
    deterioration. Growth is always the desired direction here. A base of zero or less has no
    CAGR: not available (Open SDG puts 0.001 instead).
    """
    if observed is None or observed.years.size < FEWEST:
        return Ratio.NOT_AVAILABLE
    if is_met(observed.values[-1], target):
        return Ratio.ACHIEVED
    base, last = float(observed.values[0]), float(observed.values[-1])
    goal = threshold(target)
    to_last = int(observed.years[-1] - observed.years[0])
    to_goal = target.year - int(observed.years[0])
    if base <= 0 or last < 0 or goal <= 0 or to_goal <= to_last or goal == base:
        return Ratio.NOT_AVAILABLE
    actual, required = _cagr(last, base, to_last), _cagr(goal, base, to_goal)
    return _ratio_class(actual / abs(required))


def linear_extrapolation(target: Target, observed: History | None) -> Extrapolation:
    """Ordinary least-squares line through the observations, read in the target's year."""
    if observed is None or observed.years.size < FEWEST or target.year <= observed.years[-1]:
        return Extrapolation.NOT_AVAILABLE
    years = observed.years - float(observed.years.mean())
    slope = float(years @ observed.values / (years @ years))
    reached = observed.values.mean() + slope * (target.year - float(observed.years.mean()))
    met = bool(is_met(np.array(reached), target))
    return Extrapolation.REACHES if met else Extrapolation.FALLS_SHORT


def _cagr(value: float, base: float, years: int) -> float:
    return (value / base) ** (1 / years) - 1


def _ratio_class(r: float) -> Ratio:
    if r >= SUBSTANTIAL:
        return Ratio.SUBSTANTIAL
    if r >= MODERATE:
        return Ratio.MODERATE
    return Ratio.LIMITED if r >= 0 else Ratio.DETERIORATION


def _agree(p_met: float | None, ratio: Ratio, line: Extrapolation) -> bool | None:
    """Substantial progress (or achieved) and a line that reaches stand for 'likely met'."""
    others: list[bool] = []
    if ratio is not Ratio.NOT_AVAILABLE:
        others.append(ratio in (Ratio.ACHIEVED, Ratio.SUBSTANTIAL))
    if line is not Extrapolation.NOT_AVAILABLE:
        others.append(line is Extrapolation.REACHES)
    if p_met is None or not others:
        return None
    return all(likely == (p_met >= 0.5) for likely in others)
