"""Parts of the reference class, each against a second, naive implementation or a known answer."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from kh359.model.forecast import forecast
from kh359.model.history import History
from kh359.model.reference.blend import change_quantiles, episode_cdf
from kh359.model.reference.comparable import ComparableEpisodes
from kh359.model.reference.draws import dealt, filled
from kh359.model.reference.features import features
from kh359.model.reference.forest import LEAF
from kh359.model.reference.limits import margin, within
from kh359.model.reference.net import KNOTS, between_knots
from kh359.model.reference.outcome import GRID, from_outcome, to_outcome
from kh359.model.reference.table import pack_outcomes, shipped_table, unpack_outcomes
from kh359.model.reference.trend import fit_reference
from kh359.model.reference.window import Windows, scale_of

YEARS = np.arange(2015.0, 2023.0)
VALUES = np.array([10.0, 12, 13.5, 15, 18, 19, 22, 24])

HARD = {
    "one": ([2023], [12.0]),
    "one at zero": ([2023], [0.0]),
    "two": ([2020, 2023], [10.0, 14.0]),
    "two equal": ([2022, 2023], [10.0, 10.0]),
    "three": ([2021, 2022, 2023], [3.0, 2.0, 4.0]),
    "flat": (list(range(2014, 2024)), [5.0] * 10),
    "all zero": (list(range(2018, 2024)), [0.0] * 6),
    "take-off": (list(range(2018, 2024)), [0.0, 0, 0, 0, 0.1, 1.5]),
    "gapped": ([2001, 2004, 2005, 2011, 2012, 2020], [5.0, 6, 6, 9, 8, 20]),
    "saturated": (list(range(2014, 2024)), [98.0, 99, 99.5, 100, 100, 100, 100, 100, 100, 100]),
    "long": (list(range(1980, 2024)), np.linspace(1, 60, 44).tolist()),
}
BOUNDS = [(0.0, 100.0), (0.0, None), (None, None)]


def one_window(values: np.ndarray, lower: float, upper: float) -> Windows:
    return Windows(
        years=YEARS[None],
        values=np.asarray(values)[None],
        lower=np.array([lower]),
        upper=np.array([upper]),
    )


def described(values: np.ndarray, lower: float, upper: float) -> np.ndarray:
    windows = one_window(values, lower, upper)
    return features(windows, scale_of(windows))[0][0]


def test_features_do_not_depend_on_the_unit() -> None:
    np.testing.assert_allclose(
        described(VALUES, 0, 100), described(VALUES * 40, 0, 4000), rtol=1e-9, atol=1e-9
    )


def test_features_of_a_mirrored_share_differ_in_direction_and_level_only() -> None:
    names = shipped_table().feature_names
    a, b = described(VALUES, 0, 100), described(100 - VALUES, 0, 100)
    known = {"direction", "share", "pace_of_level", "log_faster", "log_rate", "log_spread"}
    same = [i for i, name in enumerate(names) if name not in known]
    np.testing.assert_allclose(a[same], b[same], rtol=1e-9, atol=1e-9)


def test_features_of_a_batch_are_those_of_each_row() -> None:
    rng = np.random.default_rng(1)
    values = np.cumsum(rng.normal(1, 2, (5, 8)), axis=1)
    batch = Windows(
        years=np.tile(YEARS, (5, 1)),
        values=values,
        lower=np.full(5, -np.inf),
        upper=np.full(5, np.inf),
    )
    together = features(batch, scale_of(batch))[0]
    alone = np.stack([described(row, -np.inf, np.inf) for row in values])
    np.testing.assert_allclose(together, alone, atol=1e-12)


def test_pace_and_direction_of_a_straight_fall() -> None:
    windows = one_window(50 - 3.0 * np.arange(8), 0, 100)
    scale = scale_of(windows)
    assert scale.direction[0] == -1
    assert scale.pace[0] == pytest.approx(3.0)


def test_leaves_are_those_of_a_walk_node_by_node() -> None:
    forest = shipped_table().forest
    x = described(VALUES, 0, 100)
    bins = forest.bins(x)
    naive = []
    for root in forest.roots:
        node = int(root)
        while forest.feature[node] != LEAF:
            left = bins[forest.feature[node]] <= forest.threshold[node]
            node = node + 1 if left else int(forest.right[node])
        naive.append(int(forest.right[node]))
    assert naive == forest.leaves(x).tolist()


def test_every_tree_holds_every_episode_once() -> None:
    forest = shipped_table().forest
    members = forest.members.reshape(forest.roots.size, forest.n_episodes)
    assert (np.sort(members, axis=1) == np.arange(forest.n_episodes)).all()
    assert forest.starts[-1] == forest.members.size


def test_weights_sum_to_one_and_come_from_leaves() -> None:
    forest = shipped_table().forest
    x = described(VALUES, 0, 100)
    weight = forest.weights(x)
    naive = np.zeros(forest.n_episodes)
    for leaf in forest.leaves(x):
        peers = forest.members[forest.starts[leaf] : forest.starts[leaf + 1]]
        if peers.size:
            naive[peers] += 1 / peers.size
    np.testing.assert_allclose(weight, naive / naive.sum(), atol=1e-12)


def test_episode_cdf_is_the_weighted_share() -> None:
    rng = np.random.default_rng(2)
    outcomes, weight = rng.normal(0, 1, (40, 6)), rng.random(40)
    outcomes[:5, 3] = np.nan
    got = episode_cdf(outcomes, weight)
    for h in range(6):
        seen = np.isfinite(outcomes[:, h])
        naive = [(weight[seen] * (outcomes[seen, h] <= g)).sum() / weight[seen].sum() for g in GRID]
        np.testing.assert_allclose(got[h], naive, atol=1e-9)


def test_net_cdfs_rise_from_zero_to_one() -> None:
    cdf = shipped_table().nets.cdf(described(VALUES, 0, 100), np.linspace(-60, 60, 500))
    assert (np.diff(cdf, axis=1) >= -1e-6).all()
    np.testing.assert_allclose(cdf[:, [0, -1]], [[0, 1]] * len(cdf), atol=2e-3)


def test_lines_between_knots_meet_the_knots() -> None:
    lines = between_knots()
    np.testing.assert_allclose(lines.sum(axis=1), 1)
    for column, year in enumerate(KNOTS):
        assert lines[year - 1, column] == 1


def test_outcome_scale_inverts_before_the_tail() -> None:
    horizons = np.arange(1.0, 21.0)
    change = np.linspace(-3, 3, 7)[:, None] * np.ones(20)
    np.testing.assert_allclose(from_outcome(to_outcome(change, horizons), horizons), change)


def test_packing_outcomes_keeps_them_to_half_a_step() -> None:
    outcomes = np.array([[-1.0, 0.3, np.nan], [2.0, 4.5, -4.0]])
    np.testing.assert_allclose(unpack_outcomes(pack_outcomes(outcomes)), outcomes, atol=0.018)


def test_dealt_paths_keep_quantiles_and_follow_their_episode() -> None:
    outcomes = np.array([[0.0, 0.0, 0.0], [1.0, 2.0, 3.0]])
    quantiles = np.tile(np.arange(100.0), (3, 1))
    paths = dealt(quantiles, outcomes, np.array([0.5, 0.5]), np.random.default_rng(0))
    np.testing.assert_allclose(np.sort(paths, axis=0), quantiles.T)
    assert np.corrcoef(paths[:, 0], paths[:, 2])[0, 1] > 0.7


def test_missing_outcomes_take_the_year_before() -> None:
    got = filled(np.array([[np.nan, 1.0, np.nan], [np.nan, np.nan, np.nan]]))
    np.testing.assert_allclose(got, [[1, 1, 1], [0, 0, 0]])


@pytest.mark.parametrize("last", [0.0, 50.0, 99.9, 100.0])
def test_bounds_hold_strictly_and_keep_the_order(last: float) -> None:
    paths = np.sort(np.random.default_rng(3).normal(last, 80, (500, 4)), axis=0)
    got = within(paths, last, 0.0, 100.0, np.full(4, 20.0))
    assert (got > 0).all()
    assert (got < 100).all()
    assert (np.diff(got, axis=0) > 0).all()


def test_a_small_share_moves_although_its_bound_is_near() -> None:
    paths = np.array([[0.02], [0.04], [0.08]])
    np.testing.assert_allclose(within(paths, 0.02, 0.0, 100.0, np.array([0.01])), paths)
    assert margin(0.02, 100.0, 0.01) < 0.01


def test_the_tail_factor_widens_95_and_keeps_80_per_cent() -> None:
    table = shipped_table()
    plain = replace(table, tail=np.ones(20), shift=np.zeros(20), stretch=np.ones(20))
    wide = replace(plain, tail=np.full(20, 1.5))
    cdf = 1 / (1 + np.exp(-4 * GRID))[None].repeat(10, axis=0)
    at = np.array([0.025, 0.1, 0.5, 0.9, 0.975])
    before, after = (change_quantiles(t, cdf, at, None) for t in (plain, wide))
    np.testing.assert_allclose(after[:, 1:4], before[:, 1:4], atol=1e-9)
    assert (after[:, 4] > before[:, 4]).all()
    assert (after[:, 0] < before[:, 0]).all()


@pytest.mark.parametrize("shift", [3.0, 10.0, 20.0])
def test_a_higher_history_gives_a_higher_answer(shift: float) -> None:
    low = np.median(forecast(YEARS, VALUES, 10, 0, 100, 500), axis=0)
    high = np.median(forecast(YEARS, VALUES + shift, 10, 0, 100, 500), axis=0)
    assert (high > low).all()


def test_the_answer_has_the_unit_of_the_history() -> None:
    one = forecast(YEARS, VALUES, 10, 0, 100, 200)
    np.testing.assert_allclose(forecast(YEARS, VALUES * 8, 10, 0, 800, 200), one * 8, rtol=1e-7)


def test_draws_near_a_ceiling_do_not_pile_up() -> None:
    draws = forecast(YEARS, 80 + 2.3 * np.arange(8), 10, 0, 100, 1000)[:, -1]
    assert np.unique(draws.round(9)).size > 950
    assert (draws < 100).all()


def test_the_centre_is_the_median_of_the_draws() -> None:
    trend = fit_reference(History(years=YEARS.astype(int), values=VALUES, lower=0, upper=100))
    draws = trend.simulate(10, 4001, np.random.default_rng(5))
    np.testing.assert_allclose(np.median(draws, axis=0), trend.centre(10), rtol=1e-3)


@pytest.mark.parametrize("bounds", BOUNDS, ids=str)
@pytest.mark.parametrize("case", HARD, ids=str)
def test_every_history_is_answered_inside_its_bounds(
    case: str, bounds: tuple[float | None, float | None]
) -> None:
    years, values = HARD[case]
    draws = forecast(years, values, 20, *bounds, 300)
    assert draws.shape == (300, 20)
    assert np.isfinite(draws).all()
    assert (draws.std(axis=0) > 0).all()
    lower, upper = bounds
    assert lower is None or (draws > lower).all()
    assert upper is None or (draws < upper).all()


def test_inputs_are_left_alone() -> None:
    years, values = YEARS.copy(), VALUES.copy()
    forecast(years, values, 5, 0, 100, 50)
    assert (years == YEARS).all()
    assert (values == VALUES).all()


def test_a_faster_history_gives_a_higher_answer() -> None:
    slow = np.median(forecast(YEARS, 10 + 1.0 * np.arange(8), 10, 0, 100, 500), axis=0)
    fast = np.median(forecast(YEARS, 3 + 2.0 * np.arange(8), 10, 0, 100, 500), axis=0)
    assert (fast > slow).all()


def test_uncertainty_widens_with_the_horizon_and_with_fewer_observations() -> None:
    def spread(n: int) -> np.ndarray:
        low, high = np.quantile(
            forecast(YEARS[-n:], VALUES[-n:], 10, 0, 100, 1000), [0.1, 0.9], axis=0
        )
        return high - low

    assert (spread(8)[[2, 5, 9]] > spread(8)[[0, 2, 5]]).all()
    assert spread(1)[0] > spread(8)[0]


def test_paths_keep_their_character() -> None:
    draws = forecast(YEARS, VALUES, 10, 0, 100, 2000)
    assert np.corrcoef(draws[:, 7], draws[:, 8])[0, 1] > 0.8


def test_horizons_beyond_the_learnt_ones_go_on() -> None:
    draws = forecast(YEARS, VALUES, 30, 0, 100, 300)
    assert np.isfinite(draws).all()
    assert draws[:, 29].std() > 0.9 * draws[:, 19].std()


def test_coverage_of_a_random_walk_with_drift() -> None:
    """y_t = y_t-1 + 1 + e_t, e ~ N(0, 1): 80 % intervals hold the future near 80 % of the time.

    The class is learnt from real indicators, which bend more than this process; intervals may be
    too wide for it, and must not be too narrow.
    """
    rng = np.random.default_rng(7)
    hits = []
    for _ in range(150):
        path = 50 + np.cumsum(1 + rng.normal(0, 1, 18))
        draws = forecast(np.arange(2000, 2008), path[:8], 10, None, None, 400)
        low, high = np.quantile(draws, [0.1, 0.9], axis=0)
        hits.append((low <= path[8:]) & (path[8:] <= high))
    share = np.mean(hits, axis=0)
    assert 0.70 < share[:3].mean() < 0.95
    assert 0.65 < share.mean() < 0.97


def test_coverage_kind_turns_to_network_coverage() -> None:
    usual = forecast([2022, 2023], [0.0, 4.0], 10, 0, 100, 500)
    network = forecast([2022, 2023], [0.0, 4.0], 10, 0, 100, 500, kind="coverage")
    assert np.median(network[:, 4]) > np.median(usual[:, 4])


def test_comparable_episodes_answer_in_shares() -> None:
    peers = ComparableEpisodes(
        weight=np.array([0.5, 0.25, 0.25]),
        paths=np.array([[1.0, 2.0], [3.0, np.nan], [5.0, 6.0]]),
        country=np.array([1, 1, 2]),
        indicator=np.array([7, 8, 8]),
        last=0.0,
    )
    assert peers.effective_n == pytest.approx(1 / 0.375)
    assert (peers.n_countries, peers.n_indicators) == (2, 2)
    assert peers.share_at_least(3.0, 1) == pytest.approx(0.5)
    assert peers.share_at_least(3.0, 2) == pytest.approx(1 / 3)
    assert peers.effective_n_after(1) == pytest.approx(1 / 0.375)
    assert peers.effective_n_after(2) == pytest.approx(0.75**2 / (0.5**2 + 0.25**2))
    np.testing.assert_allclose(peers.quantiles(np.array([0.5, 0.9])), [[1, 2], [5, 6]])


def test_table_says_where_it_comes_from() -> None:
    table = shipped_table()
    scripts = Path(__file__).resolve().parents[2] / "scripts"
    steps = sorted((scripts / "reference_learning").glob("*.py"))
    files = [scripts / "learn_reference.py", *steps]
    text = b"".join(f.read_bytes() for f in files)
    assert table.script_checksum == hashlib.sha256(text).hexdigest()
    assert table.n_learnt > 100_000
    assert len(table.outcomes) == len(table.country) == len(table.indicator)
