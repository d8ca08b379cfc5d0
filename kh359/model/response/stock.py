"""Money becomes a stock that works: it arrives late, piles up, and wears off."""

import numpy as np

from kh359.model.history import FloatArray
from kh359.model.response.economy import SCENARIO_YEARS

LAG_SHAPE = 2.0
"""Order of the delay: rises, then falls away; the usual second-order delay of system dynamics."""
SHORTEST_LAG = 0.05
"""Mean lag in years below which all money works within its year."""
MEMORY = 80
"""Years of past spending that are followed."""


def lag_kernel(mean_lag: float, n_years: int) -> FloatArray:
    """Share of money that starts to work 0, 1, 2 ... years after it is spent, shape (n_years,).

    An Erlang delay (Sterman 2000, Business Dynamics, chapter 11) of money spent evenly over its
    year. Sums to less than 1 where part of it arrives after n_years.
    """
    from scipy.special import gammainc  # imported here: commands without draws start sooner

    ends = np.arange(1, n_years + 1)
    if mean_lag < SHORTEST_LAG:
        return (ends == 1).astype(np.float64)
    return np.diff(gammainc(LAG_SHAPE, ends * LAG_SHAPE / mean_lag), prepend=0.0)


def stock_operator(
    mean_lag: float, added_lag: float, depreciation: float, growth: float
) -> tuple[FloatArray, FloatArray]:
    """(operator (n, n), inherited (n,)): stock = operator @ flow + inherited x flow of BASE_YEAR.

    Perpetual inventory: stock(t) = (1 - depreciation) stock(t-1) + arrivals(t). Before the first
    year money grew by `growth` a year (not below 0) for ever, so that the
    stock was in its steady state.
    mean_lag, added_lag: years; money spent before the first year keeps its own lag.
    """
    n = SCENARIO_YEARS.size
    # Money that shrank for ever as fast as it wears off would have left a stock without end.
    growth = max(growth, 0.0)
    lags = np.subtract.outer(np.arange(n), np.arange(n))
    late = lag_kernel(mean_lag + added_lag, n)
    arrivals = np.where(lags >= 0, late[np.maximum(lags, 0)], 0.0)
    kept = np.where(lags >= 0, (1 - depreciation) ** np.maximum(lags, 0), 0.0)
    long = lag_kernel(mean_lag, MEMORY)
    past = (1 + growth) ** -np.arange(MEMORY)
    before = np.array([long[t + 1 :] @ past[: MEMORY - t - 1] for t in range(n)])
    steady = (long @ past) * (1 + growth) / (growth + depreciation)
    inherited = kept @ before + (1 - depreciation) ** np.arange(1, n + 1) * steady
    return kept @ arrivals, inherited
