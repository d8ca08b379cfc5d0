"""Draws of what is supposed: a triangular distribution, and a chance of no effect at all."""

import numpy as np

from kh359.model.history import FloatArray
from kh359.model.projection import stream
from kh359.plan.prior import Prior


def prior_quantile(prior: Prior, u: FloatArray | float) -> FloatArray:
    """Quantiles of the triangular distribution low, mode, high at u in [0, 1], any shape.

    Inverse of its distribution function (Kotz and van Dorp 2004, Beyond Beta, chapter 1). The
    chance of no effect is not part of it.
    """
    u = np.asarray(u, dtype=np.float64)
    width = prior.high - prior.low
    if width == 0:
        return np.full(u.shape, prior.mode)
    left = prior.mode - prior.low
    rising = prior.low + np.sqrt(u * width * left)
    falling = prior.high - np.sqrt((1 - u) * width * (prior.high - prior.mode))
    return np.where(u * width < left, rising, falling)


def prior_draws(prior: Prior, n_draws: int, seed: int, *, subject: str = "") -> FloatArray:
    """(n_draws,) draws; 0 with probability `no_effect`. One subject, one stream of numbers.

    Stratified: one draw from each of n_draws equal parts of the distribution, in random order, so
    that few draws hold the distribution well (McKay, Beckman and Conover 1979).
    """
    rng = stream(seed, f"prior:{prior.assumption_id}:{subject}")
    values = prior_quantile(prior, _stratified(n_draws, rng))
    void = _stratified(n_draws, rng) < (prior.no_effect or 0.0)
    return np.where(void, 0.0, values)


def _stratified(n_draws: int, rng: np.random.Generator) -> FloatArray:
    return (rng.permutation(n_draws) + rng.uniform(size=n_draws)) / n_draws
