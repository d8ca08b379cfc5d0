"""Scores worked out by hand, and one with a closed form."""

import math
from statistics import NormalDist

import numpy as np
import pytest
from backtesting.proper_score import brier, calibration_error, covered, crps, reliability


def test_crps_by_hand() -> None:
    # Mean distance to 6: (6 + 6 + 0) / 3 = 4. Mean distance of two draws: (0 + 6 + 6) / 3 = 4.
    paths = np.array([[0.0], [0.0], [6.0]])
    assert crps(paths, np.array([6.0])) == pytest.approx([4 - 4 / 2])


def test_crps_of_one_certain_path_is_its_error() -> None:
    assert crps(np.array([[3.0, 3.0]]), np.array([5.0, 2.5])) == pytest.approx([2.0, 0.5])


def test_crps_of_the_normal_distribution() -> None:
    # Gneiting and Raftery (2007), eq. 21, at z = 0: 2 phi(0) - 1 / sqrt(pi).
    levels = (np.arange(4000) + 0.5) / 4000
    draws = np.array([NormalDist().inv_cdf(level) for level in levels])[:, None]
    expected = 2 / math.sqrt(2 * math.pi) - 1 / math.sqrt(math.pi)
    assert crps(draws, np.array([0.0])) == pytest.approx([expected], abs=1e-3)


def test_an_unknown_year_has_no_score() -> None:
    assert np.isnan(crps(np.array([[1.0], [2.0]]), np.array([np.nan]))).all()


def test_an_interval_holds_its_ends() -> None:
    # The 80 % interval of 0, 1, ..., 10 goes from 1 to 9.
    paths = np.repeat(np.arange(11.0)[:, None], 4, axis=1)
    actual = np.array([0.9, 1.0, 9.0, 9.1])
    assert covered(paths, actual, 0.8).tolist() == [False, True, True, False]


def test_brier_by_hand() -> None:
    assert brier(np.array([0.8, 0.3]), np.array([1.0, 0.0])) == pytest.approx((0.04 + 0.09) / 2)


def test_reliability_and_calibration_error_by_hand() -> None:
    p, met = np.array([0.12, 0.18, 0.71, 1.0]), np.array([0.0, 1.0, 1.0, 0.0])
    bins = reliability(p, met)
    assert [spot[0] for spot in bins] == pytest.approx([0.15, 0.71, 1.0])
    assert [spot[1:] for spot in bins] == [(0.5, 2), (1.0, 1), (0.0, 1)]
    assert calibration_error(bins) == pytest.approx((2 * 0.35 + 0.29 + 1.0) / 4)
