"""Which growth family fits a history best: rolling origin over its last points."""

import numpy as np

from kh359.model.errors import TrendError
from kh359.model.family import Family
from kh359.model.history import FloatArray, History
from kh359.model.trend.families import FITTED_FAMILIES
from kh359.model.trend.trend import Trend

ORIGINS = 3
"""Last points left out, one origin before each."""
TIE = 0.70
"""A family must beat a simpler one by this share of its error: elsewhere, less proved worse."""
FEWEST_CHOSEN_COMPOUND = 8
"""A short take-off looks exponential and is not: compound growth is chosen only from here."""


def leave_last_out_error(history: History, family: Family) -> float | None:
    """Mean absolute error of the central path for the points after each origin.

    Origins stand before each of the last three points where enough observations remain. None
    where the family cannot be fitted there.
    """
    candidate = FITTED_FAMILIES[family]
    size = history.years.size
    errors: list[FloatArray] = []
    for kept in range(max(candidate.fewest, size - ORIGINS), size):
        past = History(
            years=history.years[:kept],
            values=history.values[:kept],
            lower=history.lower,
            upper=history.upper,
        )
        steps = history.years[kept:] - history.years[kept - 1]
        try:
            centre = candidate.fit(past).centre(int(steps[-1]))
        except TrendError:
            return None
        errors.append(np.abs(centre[steps - 1] - history.values[kept:]))
    return float(np.mean(np.concatenate(errors))) if errors else None


def choose_trend(history: History) -> Trend:
    """The family with the least leave-last-out error; ties go to the simplest, which is drift.

    Raises TrendError below three observations.
    """
    best = Family.DRIFT
    least = leave_last_out_error(history, best)
    for family, candidate in FITTED_FAMILIES.items():
        if least is None or history.years.size <= candidate.fewest or family is Family.DRIFT:
            continue
        if family is Family.COMPOUND and history.years.size < FEWEST_CHOSEN_COMPOUND:
            continue
        error = leave_last_out_error(history, family)
        if error is not None and error < (1 - TIE) * least:
            best, least = family, error
    try:
        return FITTED_FAMILIES[best].fit(history)
    except TrendError:
        return FITTED_FAMILIES[Family.DRIFT].fit(history)
