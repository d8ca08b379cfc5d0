"""Damped trend: Holt's method with a fading slope, estimated by statsmodels.

Gardner and McKenzie (1985), doi:10.1287/mnsc.31.10.1237; error form of Hyndman et al. (2008),
Forecasting with Exponential Smoothing, ETS(A,Ad,N). Skipped years are filled by interpolation.
"""

import warnings
from dataclasses import dataclass

import numpy as np

from kh359.model.errors import TrendError
from kh359.model.family import Family
from kh359.model.history import FloatArray, History
from kh359.model.link import Link, soft_bounds
from kh359.model.noise import draw_scales, pooled_noise
from kh359.model.trend.fading import faded_years
from kh359.model.trend.regression import linked_floor
from kh359.model.trend.trend import require_observations

FEWEST = 5


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class DampedTrend:
    """level, slope: last states on the link; fade: damping.

    alpha, beta: weights of the error form; beta is statsmodels' smoothing_trend times alpha.
    """

    link: Link
    level: float
    slope: float
    fade: float
    alpha: float
    beta: float
    slope_error: float
    noise: float
    freedom: float
    family: Family = Family.DAMPED

    def centre(self, horizon_years: int) -> FloatArray:
        """Forecast function of the method: level + slope (fade + fade^2 + ...)."""
        fading = faded_years(self.fade, horizon_years)
        return self.link.inverse(self.level + self.slope * fading)

    def simulate(self, horizon_years: int, n_draws: int, rng: np.random.Generator) -> FloatArray:
        """ETS(A,Ad,N) innovations, each path with its own noise level and starting slope."""
        scales = draw_scales(self.noise, self.freedom, n_draws, rng)[:, 0]
        slope = self.slope + self.slope_error * scales * rng.standard_normal(n_draws)
        level = np.full(n_draws, self.level)
        paths = np.empty((n_draws, horizon_years))
        for column in range(horizon_years):
            shock = scales * rng.standard_normal(n_draws)
            expected = level + self.fade * slope
            paths[:, column] = expected + shock
            level = expected + self.alpha * shock
            slope = self.fade * slope + self.beta * shock
        return self.link.inverse(paths)


def fit_damped(history: History) -> DampedTrend:
    """Fit by least squares of one-step errors; raises TrendError where that is not possible."""
    require_observations(history, FEWEST, Family.DAMPED)
    link = soft_bounds(history)
    years = np.arange(history.years[0], history.years[-1] + 1)
    linked = np.interp(years, history.years, link.forward(history.values))
    size = float(np.std(linked))
    if size == 0:
        raise TrendError("a damped trend cannot be estimated from a flat history")
    fitted = _holt(linked / size)
    params = fitted.params
    errors = np.asarray(fitted.resid) * size
    freedom = max(history.years.size - 4, 1)
    noise = pooled_noise(
        float(errors @ errors), freedom, np.diff(linked), linked_floor(history, link)
    )
    return DampedTrend(
        link=link,
        level=float(fitted.level[-1]) * size,
        slope=float(fitted.trend[-1]) * size,
        fade=float(params["damping_trend"]),
        alpha=float(params["smoothing_level"]),
        beta=float(params["smoothing_level"] * params["smoothing_trend"]),
        slope_error=history.years.size**-0.5,
        noise=noise,
        freedom=freedom + 2,
    )


def _holt(values: FloatArray):  # statsmodels has no types
    from statsmodels.tsa.holtwinters import Holt  # imported here: it costs a second

    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")  # non-convergence still gives a usable smoother
        try:
            fitted = Holt(values, damped_trend=True, initialization_method="estimated").fit(
                method="SLSQP", use_brute=False
            )
        except (ValueError, FloatingPointError, np.linalg.LinAlgError) as error:
            raise TrendError(f"the damped trend did not converge: {error}") from error
    if not np.isfinite(np.asarray(fitted.forecast(1))).all():
        raise TrendError("the damped trend did not converge")
    return fitted
