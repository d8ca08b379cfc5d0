"""Small nets that give each horizon a mixture of logistic distributions on the outcome scale.

x -> SiLU layers -> for every knot horizon, K weights, places and log widths -> straight lines
between knots. F(t) = sum_k w_k / (1 + exp(-(t - m_k) / s_k)) (Bishop 1994, mixture density nets).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kh359.model.reference.outcome import HORIZONS
from kh359.model.reference.window import FloatArray

KNOTS = (1, 2, 3, 4, 6, 8, 10, 14, 20)
REACH = 5.0
LOG_WIDTHS = (-4.5, 2.0)


def between_knots() -> FloatArray:
    """Weights that draw straight lines between the knots, (HORIZONS, n_knots)."""
    unit, years = np.eye(len(KNOTS)), np.arange(1, HORIZONS + 1)
    return np.stack([np.interp(years, KNOTS, row) for row in unit], axis=1)


LINES = between_knots().astype(np.float32)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Nets:
    """An ensemble of M nets of one shape.

    centre, spread: (M, n_features) what inputs are standardised with.
    weights, biases: one (M, n_out, n_in) and one (M, n_out) array per layer, single precision.
    """

    centre: FloatArray
    spread: FloatArray
    weights: tuple[NDArray[np.float32], ...]
    biases: tuple[NDArray[np.float32], ...]

    def mixtures(self, x: FloatArray, n_years: int = HORIZONS) -> NDArray[np.float32]:
        """Weights, places and widths for one history, (M, n_years, 3, K)."""
        hidden = np.minimum(np.maximum((x - self.centre) / self.spread, -REACH), REACH)
        hidden = hidden.astype(np.float32)
        for weight, bias in zip(self.weights[:-1], self.biases[:-1], strict=True):
            hidden = (weight @ hidden[:, :, None])[:, :, 0] + bias
            hidden = hidden / (1 + np.exp(-hidden))
        out = (self.weights[-1] @ hidden[:, :, None])[:, :, 0] + self.biases[-1]
        raw = LINES[:n_years] @ out.reshape(len(out), len(KNOTS), -1)
        raw = raw.astype(np.float32).reshape(len(out), n_years, 3, -1)
        share = np.exp(raw[:, :, 0] - raw[:, :, 0].max(axis=-1, keepdims=True))
        raw[:, :, 0] = share / share.sum(axis=-1, keepdims=True)
        raw[:, :, 2] = np.exp(np.minimum(np.maximum(raw[:, :, 2], LOG_WIDTHS[0]), LOG_WIDTHS[1]))
        return raw

    def cdf(self, x: FloatArray, grid: FloatArray, n_years: int = HORIZONS) -> FloatArray:
        """Mean distribution function of the ensemble for one history, (n_years, n_grid)."""
        mixtures = self.mixtures(x, n_years)
        parts = np.moveaxis(mixtures, 1, 0).transpose(0, 2, 1, 3).reshape(n_years, 3, -1, 1)
        share, place, wide = parts[:, 0], parts[:, 1], parts[:, 2]
        depth = np.tanh((grid.astype(np.float32) - place) / (2 * wide))
        return (0.5 + 0.5 * (share * depth).sum(axis=1) / len(mixtures)).astype(float)
