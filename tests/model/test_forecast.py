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
    for years in ([2020, 2020.5], [2020, float("nan")], [2020, float("inf")], ["2020", "2021"]):
        with pytest.raises(ValueError, match="whole"):
            forecast(years, [1.0, 2.0], 3, None, None, 10)
    with pytest.raises(ValueError, match="larger than 1e"):
        forecast([2020, 2021], [1.0, 1.1e15], 3, None, None, 10)


@pytest.mark.parametrize("bound", [float("nan"), float("inf"), -float("inf"), 1e16])
def test_a_bound_that_is_none_is_refused(bound: float) -> None:
    for lower, upper in ((bound, None), (None, bound)):
        with pytest.raises(ValueError, match="bounds"):
            forecast([2020, 2021], [1.0, 2.0], 3, lower, upper, 10)


@pytest.mark.parametrize("upper", [0.0, -1.0, 5e-324, 1e-104])
def test_bounds_without_a_range_between_them_are_refused(upper: float) -> None:
    with pytest.raises(ValueError, match="below upper"):
        forecast([2020, 2021], [0.0, upper], 3, 0, upper, 10)


@pytest.mark.parametrize("count", [0, -1, 2.5, 3.0, "3", None, True, float("nan")])
def test_a_length_that_is_no_number_of_things_is_refused(count) -> None:
    with pytest.raises(ValueError, match="horizon_years must be a whole number"):
        forecast([2020, 2021], [1.0, 2.0], count, None, None, 10)
    with pytest.raises(ValueError, match="n_draws must be a whole number"):
        forecast([2020, 2021], [1.0, 2.0], 3, None, None, count)


def test_whole_numbers_of_any_kind_are_taken_and_families_by_name() -> None:
    years = np.array([2020.0, 2021.0, 2022.0])
    draws = forecast(years, [1.0, 2.0, 4.0], np.int64(2), 0, None, np.int32(5), family="linear")  # type: ignore[arg-type]
    assert draws.shape == (5, 2)
    with pytest.raises(ValueError, match="wild"):
        forecast(years, [1.0, 2.0, 4.0], 2, 0, None, 5, family="wild")  # type: ignore[arg-type]


@pytest.mark.parametrize("family", list(Family))
@pytest.mark.parametrize("tiny", [1e-9, 1e-104, 1e-200, 5e-324])
@pytest.mark.parametrize("bounds", [(None, None), (0, None), (None, 0), (0, 1), (0, 1e-9)])
def test_tiny_numbers_count_as_zero(
    family: Family, tiny: float, bounds: tuple[float | None, float | None]
) -> None:
    for values in ([tiny], [tiny, 0.0], [tiny, 3 * tiny, 2 * tiny, 4 * tiny, 8 * tiny]):
        draws = forecast(np.arange(len(values)), values, 5, *bounds, 20, family=family)
        assert np.isfinite(draws).all()
