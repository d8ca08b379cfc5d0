"""Draws of suppositions: quantiles against scipy, the chance of no effect against its number."""

import numpy as np
import pytest
from scipy.stats import triang

from kh359.model.response.prior_draw import prior_draws, prior_quantile
from tests.model.scenario_pieces import prior


@pytest.mark.parametrize(("low", "mode", "high"), [(0, 0.2, 0.5), (0, 0, 1), (0, 1, 1), (2, 3, 9)])
def test_quantiles_are_those_of_scipy(low: float, mode: float, high: float) -> None:
    u = np.linspace(0, 1, 41)
    expected = triang.ppf(u, (mode - low) / (high - low), loc=low, scale=high - low)
    assert prior_quantile(prior(low, mode, high), u) == pytest.approx(expected, abs=1e-12)


def test_a_range_of_one_value_gives_that_value() -> None:
    assert prior_quantile(prior(0.7, 0.7, 0.7), np.array([0.0, 0.5, 1.0])).tolist() == [0.7] * 3


def test_a_share_of_draws_has_no_effect() -> None:
    draws = prior_draws(prior(0.1, 0.3, 0.5, no_effect=0.25), 20_000, 359)
    assert (draws == 0).mean() == 0.25  # one draw from each equal part
    assert draws[draws > 0].mean() == pytest.approx(0.3, abs=0.005)  # (low + mode + high) / 3


def test_subjects_have_numbers_of_their_own() -> None:
    supposed = prior(0, 0.3, 1)
    first, again, other = (prior_draws(supposed, 50, 1, subject=s) for s in ("a", "a", "b"))
    assert (first == again).all()
    assert (first != other).all()
