"""One history -> draws of its future. The door for a page, a benchmark, or another program."""

from numbers import Integral

import numpy as np
from numpy.typing import ArrayLike

from kh359.model.errors import TrendError
from kh359.model.family import Family
from kh359.model.history import FloatArray, History
from kh359.model.pace import Pace, fit_pace
from kh359.model.reference.table import ReferenceTable
from kh359.model.reference.trend import fit_reference
from kh359.model.selection import choose_trend
from kh359.model.trend.families import FITTED_FAMILIES
from kh359.model.trend.mixed import MixedTrend
from kh359.model.trend.trend import Trend


def fit_trend(
    history: History,
    *,
    family: Family | None = None,
    pace: Pace | None = None,
    pace_weight: float = 0.0,
    kind: str | None = None,
    table: ReferenceTable | None = None,
) -> Trend:
    """The growth family asked for where the history can carry it, else the reference class.

    pace: borrowed; it makes up `pace_weight` of the reference class's paths, and all of them for
    Family.PACE. kind, table: see `reference.trend.fit_reference`. The result's `family` says which
    family it is.
    """
    if family is Family.PACE:
        return fit_pace(history, pace)
    if family not in (None, Family.REFERENCE):
        try:
            if family is Family.LEAST_ERROR:
                return choose_trend(history)
            return FITTED_FAMILIES[family].fit(history)
        except TrendError:
            pass  # the reference class answers; `family` of the result shows it
    reference = fit_reference(history, kind=kind, table=table)
    if pace is None or pace_weight <= 0:
        return reference
    return MixedTrend(reference=reference, borrowed=fit_pace(history, pace), weight=pace_weight)


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
    pace_weight: float = 0.0,
    kind: str | None = None,
    table: ReferenceTable | None = None,
) -> FloatArray:
    """Draws of the years after a history, shape (n_draws, horizon_years).

    Column j is calendar year years[-1] + 1 + j. years: (n,) strictly increasing, may skip;
    values: (n,) finite, n >= 1; lower, upper: hard bounds in the unit of values, or None. Draws
    are finite and inside the bounds; the same arguments give the same draws. family, pace,
    pace_weight, kind, table: see `fit_trend`; without them the answer is that of the reference
    class. Raises ValueError for arguments of another form only.
    """
    for name, count in (("horizon_years", horizon_years), ("n_draws", n_draws)):
        if not isinstance(count, Integral) or isinstance(count, bool) or count < 1:
            raise ValueError(f"{name} must be a whole number, at least 1")
    if family is not None:
        family = Family(family)
    history = History(years=np.asarray(years), values=np.asarray(values), lower=lower, upper=upper)
    trend = fit_trend(
        history, family=family, pace=pace, pace_weight=pace_weight, kind=kind, table=table
    )
    paths = trend.simulate(horizon_years, n_draws, np.random.default_rng(seed))
    return np.clip(paths, lower, upper) if lower is not None or upper is not None else paths
