"""What each draw needs, and the level that is enough in enough draws."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kh359.model.response.response import move
from kh359.model.solve.threshold import least_level, needed_effect, reached_share, rounded_up


@given(
    value=st.floats(0.01, 0.98),
    least=st.floats(0.01, 0.98),
    upper=st.sampled_from([None, 1.0, 1.5]),
)
def test_the_needed_effect_moves_a_value_to_its_target(
    value: float, least: float, upper: float | None
) -> None:
    values = np.array([value])
    needed = needed_effect(values, least, upper)
    moved = np.empty(1)
    move(values, needed.copy(), upper, out=moved)
    assert moved[0] == pytest.approx(least, rel=1e-9)
    assert (needed[0] <= 0) == (value >= least)


def test_by_hand_a_share_of_half_needs_ln_3_for_three_quarters() -> None:
    # odds 1 -> 3
    assert needed_effect(np.array([0.5]), 0.75, 1.0)[0] == pytest.approx(math.log(3))


def test_nothing_lifts_a_value_of_0_and_nothing_lowers_one_at_its_bound() -> None:
    assert needed_effect(np.array([0.0, 1.0]), 0.5, 1.0).tolist() == [math.inf, -math.inf]
    assert needed_effect(np.array([0.0]), 10.0, None)[0] == math.inf


@given(
    levels=st.lists(st.integers(0, 9).map(float), min_size=1, max_size=30),
    wanted=st.sampled_from([0.05, 0.3, 0.5, 0.8, 0.95]),
)
def test_the_least_level_is_the_first_of_all_that_is_enough(
    levels: list[float], wanted: float
) -> None:
    drawn = np.array(levels)
    enough = [level for level in range(10) if (drawn <= level).mean() >= wanted - 1e-9]
    assert least_level(drawn, wanted) == min(enough)
    assert reached_share(drawn, least_level(drawn, wanted)) >= wanted - 1e-9


def test_never_stays_never() -> None:
    assert least_level(np.array([1.0, math.inf]), 0.8) == math.inf


@pytest.mark.parametrize(("value", "expected"), [(0.0123451, 0.012346), (0.02, 0.02), (0, 0)])
def test_a_level_is_rounded_up(value: float, expected: float) -> None:
    assert rounded_up(value, 1e-6) == expected
