"""The choice of a family by rolling origin."""

import numpy as np
import pytest

from kh359.model.errors import TrendError
from kh359.model.family import Family
from kh359.model.history import History
from kh359.model.selection import choose_trend, leave_last_out_error


def test_leave_last_out_error_by_hand() -> None:
    # Values 0, 1, 2, 6: only the last point can be left out. The line through the first three
    # says 3, so that the error is 3.
    history = History(years=np.arange(4), values=np.array([0.0, 1.0, 2.0, 6.0]))
    assert leave_last_out_error(history, Family.LINEAR) == pytest.approx(3.0)


def test_no_error_without_a_point_to_leave_out() -> None:
    history = History(years=np.arange(3), values=np.array([0.0, 1.0, 2.0]))
    assert leave_last_out_error(history, Family.LINEAR) is None


def test_a_steady_line_is_recognised() -> None:
    history = History(years=np.arange(9), values=np.linspace(100.0, 140.0, 9))
    assert choose_trend(history).family is Family.LINEAR


def test_a_steady_rate_is_recognised() -> None:
    values = np.array([1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0, 128.0, 256.0])
    history = History(years=np.arange(9), values=values, lower=0.0)
    assert choose_trend(history).family is Family.COMPOUND


def test_ties_go_to_the_simplest() -> None:
    assert choose_trend(History(years=np.arange(8), values=np.full(8, 4.0))).family is Family.DRIFT


def test_two_observations_carry_no_family() -> None:
    with pytest.raises(TrendError):
        choose_trend(History(years=np.arange(2), values=np.array([1.0, 2.0])))
