"""All growth families that are fitted to a history, simplest first."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from kh359.model.family import Family
from kh359.model.history import History
from kh359.model.trend import compound, damped, drift, linear, logistic
from kh359.model.trend.trend import Trend


@dataclass(frozen=True, slots=True, kw_only=True)
class FittedFamily:
    """fewest: observations needed; fit: raises TrendError where the history does not fit."""

    fewest: int
    fit: Callable[[History], Trend]


FITTED_FAMILIES: Mapping[Family, FittedFamily] = MappingProxyType(
    {
        Family.DRIFT: FittedFamily(fewest=drift.FEWEST, fit=drift.fit_drift),
        Family.LINEAR: FittedFamily(fewest=linear.FEWEST, fit=linear.fit_linear),
        Family.COMPOUND: FittedFamily(fewest=compound.FEWEST, fit=compound.fit_compound),
        Family.LOGISTIC: FittedFamily(fewest=logistic.FEWEST, fit=logistic.fit_logistic),
        Family.DAMPED: FittedFamily(fewest=damped.FEWEST, fit=damped.fit_damped),
    }
)
