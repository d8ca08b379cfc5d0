"""Linear growth: the same amount every year, by least squares on the indicator's own scale."""

from kh359.model.family import Family
from kh359.model.history import History
from kh359.model.link import soft_bounds
from kh359.model.trend.regression import LineTrend, fit_line
from kh359.model.trend.trend import require_observations

FEWEST = 3


def fit_linear(history: History) -> LineTrend:
    """Fit; raises TrendError below three observations."""
    require_observations(history, FEWEST, Family.LINEAR)
    return fit_line(history, soft_bounds(history), Family.LINEAR)
