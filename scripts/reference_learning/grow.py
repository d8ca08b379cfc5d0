"""Grow the forest: extremely randomised trees whose splits lower the CRPS and the Brier score.

Every tree predicts at once many yes/no events, "at least this far by then"; the variance they lose
in a split is the Brier score it saves, and the sum over thresholds approximates the CRPS.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sklearn.tree import ExtraTreeRegressor

from kh359.model.reference.outcome import to_outcome
from kh359.model.reference.window import FloatArray
from reference_learning.corpus import MULTIPLES, TARGET_HORIZONS, Episodes

HORIZONS_SPLIT = (1, 3, 5, 8, 10)
CUTS = np.linspace(-2.0, 2.5, 13)
N_EDGES = 254


@dataclass(frozen=True, slots=True, kw_only=True)
class Growth:
    """Settings of the forest. Sampling weights are the benchmark's to the power `temper`."""

    n_trees: int = 24
    n_sampled: int = 40000
    least_in_leaf: int = 8
    share_of_features: float = 0.9
    temper: float = 0.3
    n_stored: int = 22000
    short_share: float = 0.2


def completed(change: FloatArray) -> FloatArray:
    """Changes over ten years with gaps filled in proportion to time from the nearest year."""
    out = change[:, :10].copy()
    for h in range(1, 10):
        out[:, h] = np.where(np.isnan(out[:, h]), out[:, h - 1] * (h + 1) / h, out[:, h])
    for h in range(8, -1, -1):
        out[:, h] = np.where(np.isnan(out[:, h]), out[:, h + 1] * (h + 1) / (h + 2), out[:, h])
    return np.nan_to_num(out)


def events(change: FloatArray, drift: FloatArray) -> NDArray[np.float32]:
    """Yes/no outcomes scaled by the root of their weight in the score, (n, n_events)."""
    path = completed(change)
    out = []
    for h in HORIZONS_SPLIT:
        t = to_outcome(path[:, h - 1 : h], np.array([float(h)]))[:, 0]
        out += [(t >= cut) * np.sqrt(np.cosh(cut) / 3) for cut in CUTS]
    for h in TARGET_HORIZONS:
        out += [(path[:, h - 1] >= k * drift * h) * 1.0 for k in MULTIPLES]
    return np.stack(out, axis=1).astype(np.float32)


def sampling(episodes: Episodes, settings: Growth) -> FloatArray:
    """Chance of every episode to enter a tree, (n,), sums to 1; short windows get their share."""
    chance = episodes.weight**settings.temper
    short = episodes.length < 5
    for part, share in ((short, settings.short_share), (~short, 1 - settings.short_share)):
        chance = np.where(part, share * chance / max(chance[part].sum(), 1e-300), chance)
    return chance / chance.sum()


def grow(
    episodes: Episodes, drift_column: int, settings: Growth, rng: np.random.Generator
) -> dict[str, np.ndarray]:
    """Arrays of the forest in the form the table stores, and the numbers of stored episodes."""
    chance = sampling(episodes, settings)
    pilot = rng.choice(len(chance), 20000, p=chance)
    levels = (np.arange(N_EDGES) + 1) / (N_EDGES + 1)
    edges = np.quantile(episodes.x[pilot], levels, axis=0).T.astype(np.float32).astype(float)
    bins = np.stack([np.searchsorted(e, x) for e, x in zip(edges, episodes.x.T, strict=True)], 1)
    bins = bins.astype(np.float32)
    outcome = events(episodes.change, episodes.x[:, drift_column])
    stored = np.sort(rng.choice(len(chance), settings.n_stored, replace=False, p=chance))
    parts: list[dict[str, np.ndarray]] = []
    for _ in range(settings.n_trees):
        picked = np.unique(rng.choice(len(chance), settings.n_sampled, p=chance))
        tree = ExtraTreeRegressor(
            min_samples_leaf=settings.least_in_leaf,
            max_features=settings.share_of_features,
            random_state=int(rng.integers(1 << 30)),
        ).fit(bins[picked], outcome[picked])
        parts.append(_flat(tree, bins[stored]))
    sizes = [len(p["feature"]) for p in parts]
    out = {n: np.concatenate([p[n] for p in parts]) for n in parts[0]}
    out["roots"] = np.concatenate(([0], np.cumsum(sizes)[:-1])).astype(np.int32)
    return out | {"edges": edges.astype(np.float32), "stored": stored}


def _flat(tree: ExtraTreeRegressor, bins: FloatArray) -> dict[str, np.ndarray]:
    """One tree in arrays; its leaves list the stored episodes that fall into them."""
    nodes = tree.tree_
    leaf = nodes.children_left < 0
    if not (nodes.children_left[~leaf] == np.flatnonzero(~leaf) + 1).all():
        raise RuntimeError("trees are expected in depth-first order, left child first")
    fell = tree.apply(bins)
    order = np.argsort(fell, kind="stable")
    counts = np.bincount(fell, minlength=nodes.node_count)[leaf]
    return {
        "feature": np.where(leaf, 255, nodes.feature).astype(np.uint8),
        "threshold": np.where(leaf, 0, np.floor(nodes.threshold)).astype(np.uint8),
        "right": np.where(leaf, 0, nodes.children_right).astype(np.uint16),
        "counts": counts.astype(np.uint16),
        "members": order.astype(np.uint16),
    }
