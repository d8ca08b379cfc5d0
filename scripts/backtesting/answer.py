"""Who answers, and the scores of one answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np

from backtesting.case import HORIZON, Case, FloatArray
from backtesting.proper_score import covered, crps
from kh359.model.errors import TrendError
from kh359.model.family import Family
from kh359.model.history import History
from kh359.model.trend.families import FITTED_FAMILIES

MASSES = (0.8, 0.95)
REFERENCE, NO_CHANGE = "reference", "no_change"
FAVOURED = {"ict": "ict"}
"""Groups whose own episodes are favoured, as `reference_class` in indicators.csv does."""
Method = Callable[[Case], FloatArray]
Forecaster = Callable[..., FloatArray]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Answer:
    """Scores of one case. crps: (HORIZON,) in mean yearly changes of the series, nan where nothing
    is known; covered80, covered95: (HORIZON,) 1, 0 or nan; p: (n_questions,).
    """

    crps: FloatArray
    covered80: FloatArray
    covered95: FloatArray
    p: FloatArray


def methods(held_out: Sequence[Forecaster], n_draws: int) -> Mapping[str, Method]:
    """Everyone who answers: the reference class, the growth families, and "no change".

    held_out: the reference forecaster of each fold, taught without the fold's countries.
    """
    families = {
        family.value: partial(_of_family, family, n_draws)
        for family in FITTED_FAMILIES
        if family is not Family.PACE
    }
    reference = partial(_of_reference, held_out, n_draws)
    return {REFERENCE: reference, **families, NO_CHANGE: _no_change}


def answer(method: Method, case: Case) -> Answer | None:
    """The scores of a method; None where it cannot carry the history."""
    try:
        paths = method(case)
    except TrendError:
        return None
    known = np.isfinite(case.actual)
    held = [np.where(known, covered(paths, case.actual, mass), np.nan) for mass in MASSES]
    return Answer(
        crps=crps(paths, case.actual) / case.size,
        covered80=held[0],
        covered95=held[1],
        p=np.array([chance(paths, q.horizon, q.threshold, q.direction) for q in case.questions]),
    )


def chance(paths: FloatArray, horizon: int, threshold: float, direction: float) -> float:
    """Share of draws at the threshold or beyond it, `horizon` years on."""
    return float(np.mean(direction * (paths[:, horizon - 1] - threshold) >= -1e-9))


def _of_reference(held_out: Sequence[Forecaster], n_draws: int, case: Case) -> FloatArray:
    ask = held_out[case.fold]
    kind = FAVOURED.get(case.group)
    return ask(case.years, case.values, HORIZON, case.lower, case.upper, n_draws, kind=kind)


def _of_family(family: Family, n_draws: int, case: Case) -> FloatArray:
    fitted = FITTED_FAMILIES[family]
    if len(case.values) < fitted.fewest:
        raise TrendError(f"{family} needs {fitted.fewest} observations")
    history = History(years=case.years, values=case.values, lower=case.lower, upper=case.upper)
    paths = fitted.fit(history).simulate(HORIZON, n_draws, np.random.default_rng(0))
    return np.clip(paths, case.lower, case.upper)


def _no_change(case: Case) -> FloatArray:
    return np.full((1, HORIZON), case.values[-1])
