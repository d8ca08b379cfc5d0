"""Logistic growth towards a ceiling, by least squares on the logit scale.

With few observations the ceiling is the hard upper bound. From FEWEST_FOR_CEILING on, ceilings
between the largest observation and the bound are weighed by their profile likelihood (squared
error on the indicator's own scale, to the power -n/2), and every path draws its own.
"""

from dataclasses import dataclass

import numpy as np

from kh359.model.errors import TrendError
from kh359.model.family import Family
from kh359.model.history import FloatArray, History
from kh359.model.link import TINY, LogitLink
from kh359.model.trend.regression import LineTrend, fit_line
from kh359.model.trend.trend import require_observations

FEWEST = 3
FEWEST_FOR_CEILING = 6
CEILINGS = 12
OPEN_MULTIPLE = 5.0
"""Highest ceiling tried where there is no hard bound, as a multiple of the largest value."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class LogisticTrend:
    """lines: one fitted line for each ceiling tried; weights: (n_ceilings,) summing to one."""

    lines: tuple[LineTrend, ...]
    weights: FloatArray
    family: Family = Family.LOGISTIC

    def centre(self, horizon_years: int) -> FloatArray:
        """Mean of the curves under each ceiling, by their weights."""
        return self.weights @ np.array([line.centre(horizon_years) for line in self.lines])

    def simulate(self, horizon_years: int, n_draws: int, rng: np.random.Generator) -> FloatArray:
        """Paths in random order of ceiling, each under one ceiling."""
        counts = rng.multinomial(n_draws, self.weights)
        paths = [
            line.simulate(horizon_years, int(count), rng)
            for line, count in zip(self.lines, counts, strict=True)
            if count
        ]
        return rng.permutation(np.concatenate(paths), axis=0)


def fit_logistic(history: History) -> LogisticTrend:
    """Fit; raises TrendError where neither a bound nor enough observations give a ceiling."""
    require_observations(history, FEWEST, Family.LOGISTIC)
    ceilings = _ceilings(history)
    lower = history.lower or 0.0
    if (history.values < lower).any():
        raise TrendError("logistic growth needs values at or above the lower bound")
    lines = tuple(
        fit_line(history, LogitLink(lower=lower, upper=float(ceiling)), Family.LOGISTIC)
        for ceiling in ceilings
    )
    squares = np.array([_squared_error(history, line) for line in lines])
    exponent = -0.5 * history.years.size * np.log(squares / squares.min())
    weights = np.exp(np.maximum(exponent, -50))
    return LogisticTrend(lines=lines, weights=weights / weights.sum())


def _ceilings(history: History) -> FloatArray:
    largest = float(history.values.max())
    lower = history.lower or 0.0
    if history.upper is not None and history.upper - lower <= TINY:
        raise TrendError("logistic growth needs an upper bound above the lower one, or above 0")
    if history.upper is not None and history.years.size < FEWEST_FOR_CEILING:
        return np.array([history.upper])
    if history.years.size < FEWEST_FOR_CEILING or largest - lower <= TINY:
        raise TrendError(
            f"logistic growth without an upper bound needs {FEWEST_FOR_CEILING} observations"
        )
    above = largest - lower
    highest = history.upper if history.upper is not None else lower + OPEN_MULTIPLE * above
    lowest = lower + 1.02 * above
    if lowest >= highest:
        return np.array([highest])
    return lower + np.geomspace(lowest - lower, highest - lower, CEILINGS)


def _squared_error(history: History, line: LineTrend) -> float:
    steps = history.years - history.years[-1]
    fitted = line.link.inverse(line.intercept + line.slope * steps)
    spread = float(np.ptp(history.values))
    size = spread if spread > TINY else 1.0
    return float(np.sum((fitted - history.values) ** 2)) + (1e-6 * size) ** 2
