"""The reference class in the app: single figures, kinds, shares, and paths that mix two sources."""

import numpy as np
import pytest
from plan_pieces import target

from kh359.model.family import Family
from kh359.model.forecast import fit_trend, forecast
from kh359.model.history import History
from kh359.model.pace import Pace
from kh359.model.reference.blend import episode_cdf
from kh359.model.reference.start import HALF_OPEN, start_weights
from kh359.model.reference.table import shipped_table
from kh359.model.reference.trend import fit_reference
from kh359.model.reference_class import reference_class


def _share(*values: float) -> History:
    years = np.arange(2026 - len(values), 2026)
    return History(years=years, values=np.array(values), lower=0.0, upper=1.0)


def test_start_weights_by_hand() -> None:
    # Logit of .5 and 1/(1+e^-1): one logit apart. With four singles near, half speak: the kernel
    # widens until two of four do.
    places = np.array([0.5, 0.5, 0.5, 0.5, 0.9, HALF_OPEN])
    single = np.array([True, True, True, True, False, True])
    alike, doubled = np.ones(6), np.array([2.0, 1, 1, 1, 1, 1])
    assert start_weights(places, single, alike, 0.5) == pytest.approx([0.25] * 4 + [0, 0])
    assert start_weights(places, single, alike, HALF_OPEN) == pytest.approx([0] * 5 + [1])
    assert start_weights(places, single, doubled, 0.5) == pytest.approx([0.4] + [0.2] * 3 + [0, 0])


def test_a_single_figure_takes_single_starts_near_it() -> None:
    table = shipped_table()
    weight = fit_reference(_share(0.3)).weight
    assert weight[~table.single].sum() == 0
    mean_place = float(weight @ np.where(table.place >= 0, table.place, 0))
    assert mean_place == pytest.approx(0.3, abs=0.05)
    assert 1 / np.sum(weight**2) >= 80


def test_a_kind_turns_to_its_own_episodes() -> None:
    table = shipped_table()
    for kind in ("coverage", *table.group_names):
        own = table.of_kind(kind)
        usual = fit_reference(_share(0.3)).weight[own].sum()
        assert fit_reference(_share(0.3), kind=kind).weight[own].sum() > usual
    with pytest.raises(ValueError, match="tourism"):
        fit_reference(_share(0.3), kind="tourism")


def test_a_network_starts_from_zero() -> None:
    """6G: nothing in 2029 is no certainty of nothing in 2045."""
    draws = forecast([2029], [0.0], 16, 0.0, 1.0, 1000, kind="coverage")
    assert 0.05 < (draws[:, -1] > 0.5).mean() < 0.95
    assert (draws > 0).all()


def test_a_mixture_holds_both_in_their_shares() -> None:
    # A pace so fast that its paths are at the very bound at once tells the two apart.
    racing = Pace(mean=40.0, spread=0.01, noise=0.01)
    history = _share(0.3)
    mixed = fit_trend(history, pace=racing, pace_weight=0.25)
    paths = mixed.simulate(3, 400, np.random.default_rng(1))
    assert mixed.family is Family.REFERENCE
    assert (paths[:, -1] > 1 - 1e-9).sum() == 100
    alone = fit_trend(history, pace=racing, pace_weight=0.0)
    assert (alone.simulate(3, 400, np.random.default_rng(1))[:, -1] > 1 - 1e-9).sum() == 0


def test_shares_of_a_class_fall_with_the_target() -> None:
    easy, hard, past, late = target(2030, 50), target(2030, 80), target(2025, 1), target(2045, 60)
    known = reference_class(
        _share(0.4), (easy, hard, past, late), kind=None, peer_weight=0.2, n_peer_changes=3
    )
    share = [one.share for one in known.shares]
    assert len(share) == 3  # the year past is no forecast
    assert share[0] > share[1]
    assert known.years.tolist() == list(range(2026, 2046))
    assert (np.diff(known.quantiles, axis=0) >= 0).all()
    assert 1 < known.effective_n <= known.n_episodes
    assert (known.peer_weight, known.n_peer_changes) == (0.2, 3)


def test_the_centre_is_the_median_of_the_paths() -> None:
    trend = fit_reference(_share(0.2, 0.25, 0.27, 0.35))
    paths = trend.simulate(20, 4001, np.random.default_rng(2))
    assert trend.centre(20) == pytest.approx(np.median(paths, axis=0), abs=0.002)


def test_a_horizon_few_were_followed_to_keeps_the_last_one_that_speaks() -> None:
    # Year 3 is known for one episode of ten: below a quarter, so year 2 goes on.
    outcomes = np.full((10, 3), [0.0, 1.0, np.nan])
    outcomes[0, 2] = -3.0
    cdf = episode_cdf(outcomes, np.full(10, 0.1))
    assert (cdf[2] == cdf[1]).all()
    outcomes[:3, 2] = -3.0
    assert (episode_cdf(outcomes, np.full(10, 0.1))[2] != cdf[1]).any()


@pytest.mark.parametrize("start", [0.0, 0.1, 0.5, 0.8])
def test_the_spread_of_a_network_never_collapses(start: float) -> None:
    """A network's fan neither closes to a point on the way nor opens again by much."""
    draws = forecast([2025], [start], 20, 0.0, 1.0, 2000, kind="coverage")
    low, middle = np.quantile(draws, [0.1, 0.5], axis=0)
    assert (np.diff(middle) > -0.05).all()
    assert (np.abs(np.diff(low)) < 0.2).all()
