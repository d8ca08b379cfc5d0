"""Each growth family against another program's answer, or an answer by hand."""

import numpy as np
import pytest
from statsmodels.regression.linear_model import OLS
from statsmodels.tsa.holtwinters import Holt

from kh359.model.errors import TrendError
from kh359.model.family import Family
from kh359.model.history import FloatArray, History
from kh359.model.trend.compound import fit_compound
from kh359.model.trend.damped import fit_damped
from kh359.model.trend.drift import fit_drift
from kh359.model.trend.families import FITTED_FAMILIES
from kh359.model.trend.linear import fit_linear
from kh359.model.trend.logistic import fit_logistic

YEARS = np.array([2015, 2016, 2018, 2019, 2021, 2022])  # two years are skipped
DESIGN = np.column_stack([np.ones(YEARS.size), YEARS])
VALUES = np.array([21.0, 24.5, 29.0, 33.5, 38.0, 43.0])


def _history(
    values: FloatArray, *, lower: float | None = None, upper: float | None = None
) -> History:
    return History(years=YEARS[: values.size], values=values, lower=lower, upper=upper)


def test_linear_is_the_least_squares_line_of_statsmodels() -> None:
    intercept, slope = OLS(VALUES, DESIGN).fit().params
    expected = intercept + slope * np.arange(2023, 2028)
    assert fit_linear(_history(VALUES)).centre(5) == pytest.approx(expected)


def test_linear_slope_error_is_that_of_statsmodels_times_the_pooled_noise() -> None:
    trend = fit_linear(_history(VALUES))
    line = OLS(VALUES, DESIGN).fit()
    sigma = np.sqrt(line.mse_resid)
    slope_error = trend.noise * np.hypot(trend.factor[1, 0], trend.factor[1, 1])
    assert slope_error / trend.noise == pytest.approx(line.bse[1] / sigma)
    assert trend.noise > sigma  # the prior guess widens a good fit


def test_compound_recovers_an_exact_exponential() -> None:
    trend = fit_compound(_history(3.0 * np.exp(0.07 * (YEARS - 2015))))
    assert trend.slope == pytest.approx(0.07)
    assert trend.centre(3) == pytest.approx(3.0 * np.exp(0.07 * np.array([8, 9, 10])))


def test_logistic_recovers_an_exact_curve_to_the_bound() -> None:
    def curve(years: FloatArray) -> FloatArray:
        return 1 / (1 + np.exp(-(-1.0 + 0.3 * (years - 2015))))

    short = History(years=YEARS[:4], values=curve(YEARS[:4]), lower=0.0, upper=1.0)
    assert fit_logistic(short).centre(3) == pytest.approx(curve(np.array([2020, 2021, 2022])))


def test_logistic_finds_a_ceiling_below_the_bound() -> None:
    years = np.arange(2008, 2020)
    values = 0.6 / (1 + np.exp(-0.8 * (years - 2012)))
    trend = fit_logistic(History(years=years, values=values, lower=0.0, upper=1.0))
    assert trend.centre(20)[-1] == pytest.approx(0.6, abs=0.03)


def test_textbook_drift_is_the_mean_yearly_change() -> None:
    # Random walk with drift: last + h (last - first) / span; Hyndman & Athanasopoulos, FPP3, 5.2.
    trend = fit_drift(_history(VALUES), recency=1.0, shrink=0.0, fade=1.0)
    per_year = (43.0 - 21.0) / 7
    assert trend.centre(3) == pytest.approx(43.0 + per_year * np.array([1, 2, 3]))


def test_drift_fades() -> None:
    years = np.array([2020, 2021, 2022])
    trend = fit_drift(History(years=years, values=np.array([1.0, 2.0, 3.0])))
    # Equal changes of 1; weights .7 and 1 count as (1.7)^2 / (.49 + 1) changes, against .5 of none.
    effective = 1.7**2 / 1.49
    drift = effective / (effective + 0.5)
    expected = 3 + drift * np.cumsum(0.93 ** np.arange(1, 5))
    assert trend.centre(4) == pytest.approx(expected)


def test_damped_is_holt_of_statsmodels() -> None:
    values = np.array([2.0, 3.1, 4.9, 5.8, 7.1, 7.9, 8.8, 9.1])
    years = np.arange(2015, 2023)
    trend = fit_damped(History(years=years, values=values))
    fitted = Holt(values / values.std(), damped_trend=True, initialization_method="estimated").fit(
        method="SLSQP", use_brute=False
    )
    assert trend.centre(6) == pytest.approx(fitted.forecast(6) * values.std())


def test_damped_errors_move_the_slope_as_in_statsmodels() -> None:
    values = np.array([2.0, 3.1, 4.9, 5.8, 5.1, 6.9, 9.8, 9.1])
    trend = fit_damped(History(years=np.arange(2015, 2023), values=values))
    fitted = Holt(values / values.std(), damped_trend=True, initialization_method="estimated").fit(
        method="SLSQP", use_brute=False
    )
    moved = fitted.trend[-1] - trend.fade * fitted.trend[-2]
    assert trend.beta * fitted.resid[-1] == pytest.approx(moved, abs=1e-9)


@pytest.mark.parametrize("family", FITTED_FAMILIES)
def test_too_short_a_history_is_refused(family: Family) -> None:
    candidate = FITTED_FAMILIES[family]
    short = np.arange(1.0, candidate.fewest)
    with pytest.raises(TrendError, match=str(candidate.fewest)):
        candidate.fit(_history(short, lower=0.0, upper=100.0))


@pytest.mark.parametrize(
    ("values", "family"),
    [([0.0, 1.0, 2.0], Family.COMPOUND), ([1.0, 2.0, 4.0], Family.LOGISTIC)],
)
def test_a_family_refuses_what_it_cannot_fit(values: list[float], family: Family) -> None:
    with pytest.raises(TrendError):
        FITTED_FAMILIES[family].fit(_history(np.array(values), lower=0.0))


def test_a_flat_history_has_no_damped_trend() -> None:
    with pytest.raises(TrendError, match="flat"):
        fit_damped(_history(np.full(6, 3.0)))


@pytest.mark.parametrize("family", FITTED_FAMILIES)
def test_the_middle_of_the_paths_is_the_centre(family: Family) -> None:
    trend = FITTED_FAMILIES[family].fit(_history(VALUES / 100, lower=0.0, upper=1.0))
    paths = trend.simulate(3, 4000, np.random.default_rng(1))
    assert trend.family is family
    assert paths.shape == (4000, 3)
    assert np.median(paths, axis=0) == pytest.approx(trend.centre(3), abs=0.02)


@pytest.mark.parametrize("family", FITTED_FAMILIES)
def test_fewer_points_and_longer_horizons_are_less_sure(family: Family) -> None:
    trend = FITTED_FAMILIES[family].fit(_history(VALUES, lower=0.0, upper=200.0))
    paths = trend.simulate(12, 4000, np.random.default_rng(1))
    widths = np.quantile(paths, 0.9, axis=0) - np.quantile(paths, 0.1, axis=0)
    assert widths[4] > widths[0]
