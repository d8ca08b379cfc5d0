"""Paths: every draw follows one comparable episode and keeps its rank from year to year.

Ensemble copula coupling (Schefzik, Thorarinsdottir and Gneiting 2013): the answer's quantiles at
each horizon are dealt out in the order in which the sampled episodes stand at that horizon.
"""

from __future__ import annotations

import numpy as np

from kh359.model.reference.window import FloatArray

JITTER = 0.05
REACH, RANK_STEPS = 6.0, 5000


def filled(outcomes: FloatArray) -> FloatArray:
    """Missing outcomes take the year before's, or the first known one, (n, H); zeros if none."""
    seen = ~np.isnan(outcomes)
    year = np.arange(outcomes.shape[1])
    before = np.maximum.accumulate(np.where(seen, year, -1), axis=1)
    source = np.where(before < 0, seen.argmax(axis=1)[:, None], before)
    out = np.take_along_axis(outcomes, source, axis=1)
    return np.where(np.isnan(out), 0.0, out)


def levels(n_draws: int) -> FloatArray:
    """Equally spaced probabilities (i + 1/2) / n, (n_draws,)."""
    return (np.arange(n_draws) + 0.5) / n_draws


def dealt(
    quantiles: FloatArray, outcomes: FloatArray, weight: FloatArray, rng: np.random.Generator
) -> FloatArray:
    """Deal the sorted `quantiles` (H, n_draws) to paths, returned as (n_draws, H).

    outcomes: (n_episodes, H) of the episodes with weight; weight: (n_episodes,).
    Copies of one episode are told apart by a small constant, the same in every year.
    """
    n_draws = quantiles.shape[1]
    cumulative = np.cumsum(weight)
    at = (rng.permutation(n_draws) + rng.random()) / n_draws * cumulative[-1]
    picked = np.minimum(np.searchsorted(cumulative, at, side="right"), len(weight) - 1)
    template = filled(outcomes).T[:, picked] + JITTER * rng.standard_normal(n_draws)
    # Whole numbers of two bytes sort several times faster; equal ones keep their random order.
    rank = ((np.clip(template, -REACH, REACH) + REACH) * RANK_STEPS).astype(np.uint16)
    paths = np.empty_like(template)
    order = np.argsort(rank, axis=1, kind="stable")
    paths[np.arange(len(order))[:, None], order] = quantiles
    return paths.T
