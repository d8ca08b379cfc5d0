"""The public door: it never fails, keeps bounds, and repeats itself."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kh359.model.family import Family
from kh359.model.forecast import fit_trend, forecast
from kh359.model.history import History

LEVELS = (0.05, 0.25, 0.5, 0.75, 0.95)
SHARES = st.lists(st.floats(0, 100), min_size=1, max_size=15)


@settings(max_examples=60, deadline=None)
@given(SHARES, st.data())
def test_any_share_history_gives_finite_draws_in_bounds(values: list[float], data) -> None:
    gaps = data.draw(st.lists(st.integers(1, 4), min_size=len(values), max_size=len(values)))
    draws = forecast(2000 + np.cumsum(gaps), values, 8, 0.0, 100.0, 50)
    assert draws.shape == (50, 8)
    assert np.isfinite(draws).all()
    assert draws.min() >= 0
    assert draws.max() <= 100
    assert (np.diff(np.quantile(draws, LEVELS, axis=0), axis=0) >= 0).all()


@settings(max_examples=40, deadline=None)
@given(st.lists(st.floats(0, 1e9), min_size=1, max_size=15))
def test_any_amount_gives_finite_draws_above_zero(values: list[float]) -> None:
    draws = forecast(np.arange(len(values)), values, 20, 0.0, None, 50)
    assert np.isfinite(draws).all()
    assert draws.min() >= 0


@pytest.mark.parametrize("family", list(Family))
@pytest.mark.parametrize("size", [1, 2, 3, 5, 15])
@pytest.mark.parametrize("value", [0.0, 37.5, 100.0])
def test_flat_zero_and_full_histories(family: Family, size: int, value: float) -> None:
    draws = forecast(np.arange(size), np.full(size, value), 20, 0, 100, 40, family=family)
    assert np.isfinite(draws).all()
    assert ((draws >= 0) & (draws <= 100)).all()


def test_a_flat_history_is_not_certain() -> None:
    draws = forecast([2023, 2024, 2025], [4.0, 4.0, 4.0], 10, 0, None, 2000)
    assert np.std(draws[:, -1]) > 0.1


def test_same_seed_same_draws_other_seed_other_draws() -> None:
    def run(seed: int):
        return forecast([2020, 2022, 2023], [10.0, 14.0, 15.0], 5, 0.0, None, 100, seed=seed)

    assert (run(3) == run(3)).all()
    assert (run(3) != run(4)).any()


@given(st.floats(-50, 50))
def test_a_shift_of_the_observations_shifts_the_draws(shift: float) -> None:
    values = np.array([10.0, 14.0, 15.0, 19.0])
    for family in (Family.LINEAR, Family.DRIFT):
        low = forecast(np.arange(4), values, 5, None, None, 20, family=family)
        high = forecast(np.arange(4), values + shift, 5, None, None, 20, family=family)
        # The noise floor is a share of the value; these changes are far above it.
        assert high - low == pytest.approx(np.full_like(low, shift), abs=1e-6)


def test_the_chain_of_families() -> None:
    def chosen(values: list[float], family: Family | None = None) -> Family:
        history = History(years=np.arange(len(values)), values=np.array(values), lower=0.0)
        return fit_trend(history, family=family).family

    assert chosen([1.0, 2.0]) is Family.REFERENCE
    assert chosen([1.0, 2.0, 3.0], Family.LEAST_ERROR) is Family.DRIFT
    assert chosen([1.0, 2.0, 4.0], Family.COMPOUND) is Family.COMPOUND
    assert chosen([0.0, 2.0, 4.0], Family.COMPOUND) is Family.REFERENCE  # no logarithm of zero
    assert chosen([1.0, 2.0], Family.DAMPED) is Family.REFERENCE
    assert chosen([1.0, 2.0], Family.LEAST_ERROR) is Family.REFERENCE
    assert chosen([1.0, 2.0], Family.PACE) is Family.PACE


def test_a_history_of_another_form_is_refused() -> None:
    with pytest.raises(ValueError, match="increase"):
        forecast([2020, 2020], [1.0, 2.0], 3, None, None, 10)
    with pytest.raises(ValueError, match="finite"):
        forecast([2020, 2021], [1.0, float("nan")], 3, None, None, 10)
