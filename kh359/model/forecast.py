"""One history -> draws of its future. The door for a page, a benchmark, or another program."""

import numpy as np
from numpy.typing import ArrayLike

from kh359.model.errors import TrendError
from kh359.model.family import Family
from kh359.model.history import FloatArray, History
from kh359.model.pace import Pace, fit_pace
from kh359.model.selection import choose_trend
from kh359.model.trend.families import FITTED_FAMILIES
from kh359.model.trend.trend import Trend


def fit_trend(history: History, *, family: Family | None = None, pace: Pace | None = None) -> Trend:
    """The growth family asked for, or the first of this chain that the history can carry.

    Family asked for; family of least leave-last-out error (three or more observations); fading
    drift; pace (`pace`, or the generic one). The result's `family` says which it was.
    """
    if family is Family.PACE:
        return fit_pace(history, pace)
    if family is not None:
        try:
            return FITTED_FAMILIES[family].fit(history)
        except TrendError:
            pass  # the chain goes on; `family` of the result shows it
    try:
        return choose_trend(history)
    except TrendError:
        return fit_pace(history, pace)


def forecast(
    years: ArrayLike,
    values: ArrayLike,
    horizon_years: int,
    lower: float | None,
    upper: float | None,
    n_draws: int,
    *,
    seed: int = 0,
    family: Family | None = None,
    pace: Pace | None = None,
) -> FloatArray:
    """Draws of the years after a history, shape (n_draws, horizon_years).

    Column j is calendar year years[-1] + 1 + j. years: (n,) strictly increasing, may skip;
    values: (n,) finite, n >= 1; lower, upper: hard bounds in the unit of values, or None. Draws
    are finite and inside the bounds. Raises ValueError for years or values of another form only.
    """
    history = History(years=np.asarray(years), values=np.asarray(values), lower=lower, upper=upper)
    trend = fit_trend(history, family=family, pace=pace)
    paths = trend.simulate(horizon_years, n_draws, np.random.default_rng(seed))
    return np.clip(paths, lower, upper) if lower is not None or upper is not None else paths
