"""The stock against a simulation year by year, and the delay against its closed form."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kh359.model.response.stock import lag_kernel, stock_operator

N_YEARS = 20
PAST = 400
"""Years before the first: long enough for the simulation to have forgotten its beginning."""


@pytest.mark.parametrize("mean", [0.5, 1.0, 2.5, 6.0])
def test_the_delay_is_erlang(mean: float) -> None:
    years = np.arange(1, N_YEARS + 1)
    arrived = 1 - np.exp(-2 * years / mean) * (1 + 2 * years / mean)
    assert np.cumsum(lag_kernel(mean, N_YEARS)) == pytest.approx(arrived, rel=1e-12)


def test_without_a_lag_money_works_at_once() -> None:
    assert lag_kernel(0.0, 3).tolist() == [1, 0, 0]


@pytest.mark.parametrize(
    ("lag", "added", "depreciation", "growth"),
    [(2.0, 0.0, 0.15, 0.06), (1.0, 1.5, 0.3, 0.0), (0.0, 0.0, 1.0, 0.1), (3.0, 0.5, 0.05, 0.02)],
)
def test_the_operator_is_the_inventory_kept_year_by_year(
    lag: float, added: float, depreciation: float, growth: float
) -> None:
    flow = np.random.default_rng(5).uniform(0.5, 2.0, N_YEARS)
    past = (1 + growth) ** -np.arange(PAST)[::-1]
    old, new = lag_kernel(lag, 80), lag_kernel(lag + added, 80)
    stock, expected = 0.0, []
    for year in range(PAST + N_YEARS):
        arrived = sum(old[k] * past[year - k] for k in range(80) if 0 <= year - k < PAST)
        arrived += sum(new[k] * flow[year - k - PAST] for k in range(80) if year - k >= PAST)
        stock = (1 - depreciation) * stock + arrived
        expected.append(stock)
    operator, inherited = stock_operator(lag, added, depreciation, growth)
    assert operator @ flow + inherited == pytest.approx(np.array(expected[PAST:]), rel=1e-6)


@given(
    lag=st.floats(0, 6),
    added=st.floats(0, 5),
    depreciation=st.floats(0.01, 1),
    year=st.integers(0, N_YEARS - 1),
)
def test_more_money_never_makes_a_smaller_stock(
    lag: float, added: float, depreciation: float, year: int
) -> None:
    operator, inherited = stock_operator(lag, added, depreciation, 0.06)
    flow = np.ones(N_YEARS)
    more = flow + (np.arange(N_YEARS) == year)
    assert (operator @ more + inherited >= operator @ flow + inherited).all()


def test_a_shrinking_economy_leaves_a_stock_above_zero() -> None:
    _, inherited = stock_operator(2.0, 0.0, 0.04, -0.05)
    assert (inherited > 0).all()
