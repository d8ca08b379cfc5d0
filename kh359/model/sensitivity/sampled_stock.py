"""The stock of one programme's money in one year, for many values of every input at once."""

import numpy as np
from scipy.special import gammainc

from kh359.model.history import FloatArray
from kh359.model.response.economy import BASE_YEAR, LEAST_GROWTH, SCENARIO_YEARS
from kh359.model.response.effect import LEAST_STOCK
from kh359.model.response.stock import LAG_SHAPE, MEMORY, SHORTEST_LAG
from kh359.model.scenario.lever import PERIODS, STATED_YEARS
from kh359.model.sensitivity.sampled_inputs import SampledInputs

_PERIOD_OF = np.searchsorted([last for _, last in PERIODS], SCENARIO_YEARS)
_STATED_WEIGHTS = np.array(
    [np.interp(SCENARIO_YEARS, (BASE_YEAR, *STATED_YEARS), unit) for unit in np.eye(5)]
)
"""(5, n_years) weight of the rest and of each stated value in each year."""


def log_grdp(levers: dict[str, FloatArray]) -> FloatArray:
    """ln(GRDP / GRDP of BASE_YEAR), shape (n_rows, n_years), without chance."""
    growth = np.maximum(levers["growth"], LEAST_GROWTH)
    return np.cumsum(np.log1p(growth)[:, _PERIOD_OF], axis=1)


def log_stock_change(
    inputs: SampledInputs, programme: int, lag: FloatArray, depreciation: FloatArray, column: int
) -> FloatArray:
    """ln(stock / stock at rest) in one scenario year, shape (n_rows,).

    The money of `kh359.model.response.budget` and the recursion of
    `kh359.model.response.stock`, row by row.
    lag, depreciation: (n_rows,), years and a year.
    """
    past = _working_share(inputs.rest, inputs.rest, programme)[:, 0]
    growth = inputs.rest["growth"][:, 0]
    still_to_come = _still_to_come(lag, growth, column)
    steady = past * still_to_come[0] * (1 + growth) / (growth + depreciation)
    logs = []
    for levers in (inputs.levers, inputs.rest):
        money = _working_share(levers, inputs.rest, programme) * np.exp(log_grdp(levers))
        late = _kernels(lag + levers["added_lag"][:, 0], column + 1)
        stock = steady
        for year in range(column + 1):
            arrivals = (money[:, : year + 1] * late[:, year::-1]).sum(axis=1)
            arrivals += past * still_to_come[year + 1]
            stock = (1 - depreciation) * stock + arrivals
        logs.append(np.log(np.maximum(stock, LEAST_STOCK)))
    return logs[0] - logs[1]


def _working_share(
    levers: dict[str, FloatArray], rest: dict[str, FloatArray], programme: int
) -> FloatArray:
    """Money of a programme that works / GRDP, shape (n_rows, n_years)."""
    return (
        levers["split"][:, programme, None]
        * levers["budget_grdp_share"]
        * _stated_path(levers, rest, "programme_share")
        * (1 + _stated_path(levers, rest, "cofinancing"))
        * levers["execution"]
        * levers["efficiency"]
    )


def _stated_path(
    levers: dict[str, FloatArray], rest: dict[str, FloatArray], lever: str
) -> FloatArray:
    return np.hstack([rest[lever][:, :1], levers[lever]]) @ _STATED_WEIGHTS


def _still_to_come(lag: FloatArray, growth: FloatArray, column: int) -> list[FloatArray]:
    """Arrivals of past money in the base year (first) and each year after, per đồng of it."""
    kernel = _kernels(lag, MEMORY)
    arriving = np.zeros(len(lag))
    found = []
    for age in range(MEMORY - 1, -1, -1):
        arriving = kernel[:, age] + arriving / (1 + growth)
        if age <= column + 1:
            found.append(arriving)
    return found[::-1]


def _kernels(lags: FloatArray, n_years: int) -> FloatArray:
    """`lag_kernel` of each row, (n_rows, n_years); a design holds each lag many times."""
    distinct, place = np.unique(lags, return_inverse=True)
    lag = np.maximum(distinct, SHORTEST_LAG)[:, None]
    arrived = gammainc(LAG_SHAPE, np.arange(1, n_years + 1) * LAG_SHAPE / lag)
    arrived[distinct < SHORTEST_LAG] = 1.0
    return np.diff(arrived, axis=1, prepend=0.0)[place]
