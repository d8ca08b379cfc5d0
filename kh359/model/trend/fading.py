"""Years that count less and less: what is left of a drift that fades."""

import numpy as np

from kh359.model.history import FloatArray


def fading_steps(fade: float, horizon_years: int) -> FloatArray:
    """Share of the drift left in each year, fade, fade^2, ..., shape (horizon_years,)."""
    return np.power(np.float64(fade), np.arange(1, horizon_years + 1, dtype=np.float64))


def faded_years(fade: float, horizon_years: int) -> FloatArray:
    """Sum of the shares up to each year, shape (horizon_years,); with fade 1 the years ahead."""
    return np.cumsum(fading_steps(fade, horizon_years))
