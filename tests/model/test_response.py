"""An effect on the link scale: hand calculations and invariants."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kh359.model.response.response import linked, move

SHARES = st.floats(1e-6, 1 - 1e-6)
EFFECTS = st.floats(-5, 5)


def after(value: float, effect: float, upper: float | None) -> float:
    out = np.empty(1)
    move(np.array([value]), np.array([effect]), upper, out=out)
    return float(out[0])


def test_an_effect_multiplies_the_odds_of_a_share() -> None:
    # odds 1 doubled are 2: 2/3; odds 3 halved are 1.5: 0.6
    assert after(0.5, np.log(2), 1.0) == pytest.approx(2 / 3, rel=1e-12)
    assert after(0.75, -np.log(2), 1.0) == pytest.approx(0.6, rel=1e-12)


def test_an_effect_multiplies_a_count() -> None:
    assert after(40.0, np.log(1.5), None) == pytest.approx(60, rel=1e-12)


def test_a_scale_to_100_moves_like_its_share() -> None:
    assert after(37.8, 0.4, 100.0) == pytest.approx(100 * after(0.378, 0.4, 1.0), rel=1e-12)


@given(value=st.floats(0, 1), upper=st.sampled_from([None, 1.0, 100.0]))
def test_no_effect_gives_back_the_very_value(value: float, upper: float | None) -> None:
    assert after(value, 0.0, upper) == value


@given(value=SHARES, effect=EFFECTS)
def test_the_link_scale_is_moved_by_the_effect(value: float, effect: float) -> None:
    before, then = linked(np.array([value, after(value, effect, 1.0)]), 1.0)
    assert then - before == pytest.approx(effect, abs=1e-6)


@given(value=st.floats(0, 1), low=EFFECTS, more=st.floats(0, 5))
def test_a_larger_effect_never_lowers_a_value_nor_passes_a_bound(
    value: float, low: float, more: float
) -> None:
    small, large = after(value, low, 1.0), after(value, low + more, 1.0)
    assert 0 <= small <= large + 1e-15
    assert large <= 1
