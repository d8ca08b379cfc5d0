"""The pace of short histories."""

import numpy as np
import pytest

from kh359.model.history import History
from kh359.model.pace import GENERIC_PACE, Pace, comparable_pace, fit_pace, generic_pace


def _shares(years: list[int], values: list[float]) -> History:
    return History(years=np.array(years), values=np.array(values), lower=0.0, upper=1.0)


def test_comparable_pace_by_hand() -> None:
    # logit .5 = 0 and logit .75 = ln 3, four years apart: ln 3 / 4 a year. With two observations
    # the noise is the generic one (prior only): its error over four years is noise / 2.
    pace = comparable_pace(_shares([2018, 2022], [0.5, 0.75]))
    assert pace.mean == pytest.approx(np.log(3) / 4)
    noise = GENERIC_PACE.noise
    assert pace.noise == pytest.approx(noise)
    assert pace.spread == pytest.approx(np.hypot(noise / 2, 0.12))


def test_only_recent_years_lend_their_pace() -> None:
    take_off = _shares([1990, 1995, 2014, 2024], [0.01, 0.4, 0.5, 0.75])
    assert comparable_pace(take_off).mean == pytest.approx(np.log(3) / 10)
    with pytest.raises(ValueError, match="two observations"):
        comparable_pace(_shares([1990, 2024], [0.1, 0.2]))


def test_paths_start_at_the_last_value_and_follow_the_fading_pace() -> None:
    pace = Pace(mean=0.2, spread=0.05, noise=0.05)
    trend = fit_pace(_shares([2025], [0.5]), pace)
    linked = 0.2 * np.cumsum(0.93 ** np.arange(1, 4))
    assert trend.centre(3) == pytest.approx(1 / (1 + np.exp(-linked)))


def test_own_observations_correct_the_pace() -> None:
    # Prior N(.1, .1^2); own change of ln 3 over two years, error noise / sqrt(2) = .1: halfway.
    pace = Pace(mean=0.1, spread=0.1, noise=0.1 * np.sqrt(2))
    corrected = fit_pace(_shares([2023, 2025], [0.5, 0.75]), pace).pace
    assert corrected.mean == pytest.approx((0.1 + np.log(3) / 2) / 2)
    assert corrected.spread == pytest.approx(0.1 / np.sqrt(2))


def test_the_generic_pace_holds_decline_standstill_and_take_off() -> None:
    paths = fit_pace(_shares([2025], [0.5])).simulate(20, 4000, np.random.default_rng(3))
    assert 0.05 < (paths[:, -1] < 0.5).mean() < 0.5
    assert (paths[:, -1] > 0.9).mean() > 0.05


def test_the_drift_of_a_path_is_its_own() -> None:
    trend = fit_pace(_shares([2025], [0.5]), Pace(mean=0.0, spread=0.3, noise=0.05))
    linked = trend.link.forward(trend.simulate(10, 2000, np.random.default_rng(5)))
    early, late = linked[:, 4], linked[:, 9] - linked[:, 4]
    assert np.corrcoef(early, late)[0, 1] > 0.9


def test_without_a_positive_scale_the_pace_is_a_share_of_the_value() -> None:
    history = History(years=np.array([2025]), values=np.array([-4.0]))
    assert generic_pace(history).noise == pytest.approx(0.4)
