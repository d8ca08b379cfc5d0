"""Compound growth: the same percentage every year, by least squares on logarithms."""

from kh359.model.errors import TrendError
from kh359.model.family import Family
from kh359.model.history import History
from kh359.model.link import log_link
from kh359.model.trend.regression import LineTrend, fit_line
from kh359.model.trend.trend import require_observations

FEWEST = 3


def fit_compound(history: History) -> LineTrend:
    """Fit; the slope is a continuous rate. Raises TrendError for too few or non-positive values."""
    require_observations(history, FEWEST, Family.COMPOUND)
    if (history.values <= (history.lower or 0.0)).any():
        raise TrendError("compound growth needs values above the lower bound (or above zero)")
    return fit_line(history, log_link(history), Family.COMPOUND)
