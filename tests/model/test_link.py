"""Links are increasing, give back what they took, and end inside the bounds."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kh359.model.history import History
from kh359.model.link import Link, LogitLink, log_link, pace_link, soft_bounds

INNER = st.lists(st.floats(0.02, 0.98), min_size=3, max_size=8)


def _history(values: list[float], lower: float | None = 0.0, upper: float | None = 1.0) -> History:
    return History(years=np.arange(len(values)), values=np.array(values), lower=lower, upper=upper)


def _links(history: History) -> list[Link]:
    return [soft_bounds(history), log_link(history), pace_link(history)]


@given(INNER)
def test_inverse_undoes_forward(values: list[float]) -> None:
    history = _history(values)
    for link in _links(history):
        assert link.inverse(link.forward(history.values)) == pytest.approx(history.values, rel=1e-6)


@given(INNER, st.floats(-50, 50), st.floats(1e-3, 50))
def test_paths_keep_their_order_and_their_bounds(
    values: list[float], linked: float, step: float
) -> None:
    for link in _links(_history(values)):
        low, high = link.inverse(np.array([linked, linked + step]))
        assert 0 <= low <= high <= 1


def test_the_soft_scale_is_the_own_scale_away_from_the_bounds() -> None:
    # Margins are half the gap: 0.1 below 0.2, capped at 0.1 of the range above 0.6.
    link = soft_bounds(_history([0.2, 0.4, 0.6]))
    inside = np.array([0.1, 0.25, 0.9])
    assert link.forward(inside) == pytest.approx(inside)
    # One margin beyond the bend: the gap to the bound shrinks by e.
    assert link.inverse(np.array([1.0])) == pytest.approx(1 - 0.1 / np.e)


def test_logit_by_hand() -> None:
    link = LogitLink(lower=0.0, upper=1.0)
    assert link.forward(np.array([0.5, 0.75])) == pytest.approx([0.0, np.log(3)])
    assert np.isfinite(link.forward(np.array([0.0, 1.0]))).all()


def test_pace_scale_follows_the_bounds() -> None:
    assert isinstance(pace_link(_history([0.5])), LogitLink)
    log = pace_link(_history([2.0], upper=None))
    assert log.forward(np.array([2.0])) == pytest.approx(np.log(2))
    own = pace_link(_history([-2.0], lower=None, upper=None))
    assert own.forward(np.array([-3.0])) == pytest.approx(-3)
