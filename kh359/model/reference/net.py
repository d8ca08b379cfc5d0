"""Small nets that give each horizon a mixture of logistic distributions on the outcome scale.

x -> SiLU layers -> for every knot horizon, K weights, places and log widths -> straight lines
between knots. F(t) = sum_k w_k / (1 + exp(-(t - m_k) / s_k)) (Bishop 1994, mixture density nets).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from kh359.model.reference.outcome import HORIZONS
from kh359.model.reference.window import FloatArray

KNOTS = (1, 2, 3, 4, 6, 8, 10, 14, 20)
REACH = 5.0
LOG_WIDTHS = (-4.5, 2.0)


def between_knots() -> FloatArray:
    """Weights that draw straight lines between the knots, (HORIZONS, n_knots)."""
    unit, years = np.eye(len(KNOTS)), np.arange(1, HORIZONS + 1)
    return np.stack([np.interp(years, KNOTS, row) for row in unit], axis=1)


LINES = between_knots()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Nets:
    """An ensemble of M nets of one shape.

    centre, spread: (M, n_features) what inputs are standardised with.
    weights, biases: one (M, n_out, n_in) and one (M, n_out) array per layer.
    """

    centre: FloatArray
    spread: FloatArray
    weights: tuple[FloatArray, ...]
    biases: tuple[FloatArray, ...]

    def mixtures(self, x: FloatArray) -> FloatArray:
        """Weights, places and widths for one history, (M, HORIZONS, 3, K)."""
        hidden = np.clip((x - self.centre) / self.spread, -REACH, REACH)
        for weight, bias in zip(self.weights[:-1], self.biases[:-1], strict=True):
            hidden = np.einsum("moi,mi->mo", weight, hidden) + bias
            hidden = hidden / (1 + np.exp(-hidden))
        out = np.einsum("moi,mi->mo", self.weights[-1], hidden) + self.biases[-1]
        knots = out.reshape(len(out), len(KNOTS), -1)
        raw = np.einsum("hk,mkp->mhp", LINES, knots)
        raw = raw.reshape(len(out), HORIZONS, 3, -1)
        share = np.exp(raw[:, :, 0] - raw[:, :, 0].max(axis=-1, keepdims=True))
        share = share / share.sum(axis=-1, keepdims=True)
        return np.stack([share, raw[:, :, 1], np.exp(np.clip(raw[:, :, 2], *LOG_WIDTHS))], axis=2)

    def cdf(self, x: FloatArray, grid: FloatArray, n_years: int = HORIZONS) -> FloatArray:
        """Mean distribution function of the ensemble for one history, (n_years, n_grid)."""
        mixtures = self.mixtures(x)[:, :n_years].astype(np.float32)
        parts = np.moveaxis(mixtures, 1, 0).transpose(0, 2, 1, 3).reshape(n_years, 3, -1, 1)
        share, place, wide = parts[:, 0], parts[:, 1], parts[:, 2]
        depth = np.tanh((grid.astype(np.float32) - place) / (2 * wide))
        return (0.5 + 0.5 * (share * depth).sum(axis=1) / len(mixtures)).astype(float)
