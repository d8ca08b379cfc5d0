"""The outcome scale: how far a path went, in own pace, with heavy tails compressed.

t = asinh(z / c_h), with z the oriented change since the last observation in units of own pace and
c_h = 0.5 + 0.6 h^0.75 the width expected after h years.
"""

from __future__ import annotations

import numpy as np

from kh359.model.reference.window import FloatArray

HORIZONS = 20
GRID = np.linspace(-4.2, 4.6, 89)
TAIL_FROM = 8.0
TAKE_OFF_TAIL_FROM = 50.0


def width(horizons: FloatArray) -> FloatArray:
    """Expected width c_h after h years, in units of own pace; same shape as `horizons`."""
    return 0.5 + 0.6 * np.asarray(horizons, float) ** 0.75


def tail_of(kind: str | None) -> float:
    """Widths beyond which tails are compressed; network coverage does take off that fast."""
    return TAKE_OFF_TAIL_FROM if kind == "coverage" else TAIL_FROM


def to_outcome(change: FloatArray, horizons: FloatArray) -> FloatArray:
    """t from the oriented change z in own pace, (..., H) with `horizons` (H,)."""
    return np.arcsinh(change / width(horizons))


def from_outcome(
    outcome: FloatArray, horizons: FloatArray, tail_from: float = TAIL_FROM
) -> FloatArray:
    """z from t. Beyond `tail_from` widths it grows with the logarithm only: no path explodes."""
    ratio = np.sinh(outcome)
    size = np.abs(ratio)
    tail = tail_from * (1 + np.log(np.maximum(size, tail_from) / tail_from))
    return np.sign(ratio) * np.where(size > tail_from, tail, size) * width(horizons)
