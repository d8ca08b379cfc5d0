"""The answer at every horizon: the episodes' distribution mixed with the nets'.

F_h(t) = (1 - s_h) sum_e w_e 1[t_eh <= t] + s_h F_net,h(t): a linear pool (Stone 1961), whose
surplus spread is taken back by a factor about the median (Gneiting and Ranjan 2013), learnt on
countries left out.
"""

from __future__ import annotations

import numpy as np

from kh359.model.reference.outcome import GRID, from_outcome, tail_of
from kh359.model.reference.start import place_of, start_weights
from kh359.model.reference.table import ReferenceTable
from kh359.model.reference.window import FloatArray

FAVOUR, FAVOUR_SINGLE = 12.0, 50.0
"""How many times more an episode of the indicator's own kind weighs."""
CLASS_SHARE = 0.5


def episode_weights(table: ReferenceTable, x: FloatArray, kind: str | None) -> FloatArray:
    """Weight of every stored episode, (n_episodes,), sums to 1.

    A single observation knows only its place: it takes the episodes that start near it. `kind`
    favours episodes of its own class, a single observation more. Network coverage spreads half of
    its weight, or all of it for a single observation, evenly over that class.
    """
    described = dict(zip(table.feature_names, x, strict=True))
    single = bool(described["single"])
    own = np.zeros(table.place.size, bool) if kind is None else table.of_kind(kind)
    favour = np.where(own, FAVOUR_SINGLE if single else FAVOUR, 1.0)
    if single:
        weight = start_weights(table.place, table.single, favour, place_of(described))
    else:
        weight = table.forest.weights(x) * favour
        weight = weight / weight.sum()
    if kind != "coverage" or not own.any():
        return weight
    class_share = 1.0 if single else CLASS_SHARE
    return (1 - class_share) * weight + class_share * own / own.sum()


def episode_cdf(outcomes: FloatArray, weight: FloatArray) -> FloatArray:
    """Weighted share of episodes at or below every grid point, (H, n_grid).

    Episodes whose future is unknown at a horizon do not count there; nan if none is known.
    """
    step, n_years = GRID[1] - GRID[0], outcomes.shape[1]
    seen = np.isfinite(outcomes)
    cell = np.ceil((np.nan_to_num(outcomes) - GRID[0]) / step - 1e-9)
    cell = np.clip(cell, 0, GRID.size - 1).astype(np.int64) + GRID.size * np.arange(n_years)
    mass = np.bincount(
        cell[seen],
        weights=np.broadcast_to(weight[:, None], outcomes.shape)[seen],
        minlength=n_years * GRID.size,
    ).reshape(n_years, GRID.size)
    total = mass.sum(axis=1, keepdims=True)
    share = np.cumsum(mass, axis=1) / np.where(total > 0, total, 1.0)
    return np.where(total > 0, share, np.nan)


def blended_cdf(
    table: ReferenceTable, x: FloatArray, weight: FloatArray, n_years: int, kind: str | None
) -> FloatArray:
    """Distribution function of the outcome on GRID for years 1..n_years, before the stretch."""
    active = np.flatnonzero(weight)
    own = episode_cdf(table.outcomes[active, :n_years], weight[active])
    nets = table.nets.cdf(x, GRID, n_years)
    share = table.net_share[:n_years, None]
    if kind == "coverage":
        share = share * (1 - weight[table.coverage].sum())
    share = np.where(np.isnan(own), 1.0, share)
    return (1 - share) * np.nan_to_num(own) + share * nets


def change_quantiles(
    table: ReferenceTable, cdf: FloatArray, levels: FloatArray, kind: str | None
) -> FloatArray:
    """Quantiles of the oriented change in own pace, (H, n_levels), from a cdf (H, G).

    The outcome is stretched about its median and shifted, then turned into a change.
    """
    rising = cdf + 1e-9 * np.arange(GRID.size)
    middle = np.array([np.interp(0.5, row, GRID) for row in rising])[:, None]
    years = np.arange(len(cdf))
    places = middle + table.shift[years, None] + table.stretch[years, None] * (GRID - middle)
    change = from_outcome(places, np.arange(1.0, len(cdf) + 1)[:, None], tail_of(kind))
    return np.stack([np.interp(levels, p, z) for p, z in zip(rising, change, strict=True)])
