"""The answer at every horizon: the episodes' distribution mixed with the nets'.

logit F_h(t) = (1 - s_h) logit F_episodes,h(t) + s_h logit F_nets,h(t), F_episodes being the
weighted share of episodes at or below t: a logarithmic pool of chances (Genest and Zidek 1986),
sharper than their mean. A shift, a factor about the median and a factor on the tails, learnt on
countries left out, make its intervals honest (Gneiting and Ranjan 2013).
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
SHORT_STRETCH = {1: 1.2, 2: 1.2, 3: 1.1}
"""Factor on the spread about the median with so few observations, learnt on countries left out."""
LEAST_SEEN = 0.25
"""Share of the weight that must be followed so long for a horizon to speak for itself."""
LEAST_CHANCE = 1e-4
"""Chances nearer to 0 or 1 count as this near when they are pooled."""
BODY = np.array([0.05, 0.5, 0.95])
"""Lower level, median and upper level; between them the factor on the tails changes nothing."""


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

    Episodes whose future is unknown at a horizon do not count there. A horizon that too few were
    followed to takes the distribution of the last one before it, on the outcome scale; nan where
    there is none.
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
    share = np.where(total > 0, share, np.nan)
    enough = total[:, 0] >= LEAST_SEEN * weight.sum()
    spoken = np.maximum.accumulate(np.where(enough, np.arange(n_years), -1))
    return np.where(spoken[:, None] >= 0, share[np.maximum(spoken, 0)], share)


def blended_cdf(
    table: ReferenceTable, x: FloatArray, weight: FloatArray, n_years: int, kind: str | None
) -> FloatArray:
    """Distribution function of the outcome on GRID for years 1..n_years, before the stretch."""
    active = np.flatnonzero(weight > 0)
    own = episode_cdf(table.outcomes[active, :n_years], weight[active])
    nets = table.nets.cdf(x, GRID, n_years)
    share = table.net_share[:n_years, None]
    if kind == "coverage":
        share = share * (1 - weight[table.coverage].sum())
    share = np.where(np.isnan(own), 1.0, share)
    cdf = 1 / (1 + np.exp(-(1 - share) * _logit(np.nan_to_num(own)) - share * _logit(nets)))
    length = round(np.exp(x[table.feature_names.index("length")]))
    return cdf if kind == "coverage" else widened(cdf, SHORT_STRETCH.get(length, 1.0))


def widened(cdf: FloatArray, stretch: float) -> FloatArray:
    """The distribution (H, G) drawn out about its median by a factor of at least 1."""
    if stretch == 1:
        return cdf
    rising = cdf + 1e-9 * np.arange(GRID.size)
    middle = [np.interp(0.5, row, GRID) for row in rising]
    rows = [
        np.interp(m + (GRID - m) / stretch, GRID, row) for m, row in zip(middle, cdf, strict=True)
    ]
    return np.stack(rows)


def _logit(chance: FloatArray) -> FloatArray:
    """log(p / (1 - p)), finite."""
    inside = np.minimum(np.maximum(chance, LEAST_CHANCE), 1 - LEAST_CHANCE)
    return np.log(inside / (1 - inside))


def change_quantiles(
    table: ReferenceTable, cdf: FloatArray, levels: FloatArray, kind: str | None
) -> FloatArray:
    """Quantiles of the oriented change in own pace, (H, n_levels), from a cdf (H, G).

    The outcome is stretched about its median, in the tails once more, and shifted; then it is
    turned into a change.
    """
    rising = cdf + 1e-9 * np.arange(GRID.size)
    found = np.array([np.interp(BODY, row, GRID) for row in rising])
    low, middle, high = found.T[:, :, None]
    stretch, tail = table.stretch[: len(cdf), None], table.tail[: len(cdf), None]
    if kind == "coverage":
        tail = 1.0  # learnt on all indicators; a network hardly ever shrinks
    beyond = np.maximum(GRID - high, 0.0) - np.maximum(low - GRID, 0.0)
    places = middle + table.shift[: len(cdf), None]
    places = places + stretch * (GRID - middle + (tail - 1) * beyond)
    change = from_outcome(places, np.arange(1.0, len(cdf) + 1)[:, None], tail_of(kind))
    return np.stack([np.interp(levels, p, z) for p, z in zip(rising, change, strict=True)])
