"""How uncertain a short history leaves us: floors and prior weight of the noise.

Intervals of single short series are far too sure (docs/decisions/families.md, "Spread"), so that
the noise of a fit is pooled with a prior guess, and never falls below a floor.
"""

import numpy as np

from kh359.model.history import FloatArray, History
from kh359.model.link import TINY, typical_size

PRIOR_OBSERVATIONS = 2.0
"""Weight of the prior guess of the yearly noise, in observations."""
PRIOR_SHARE = 0.8
"""Prior guess of the yearly noise: this share of the root mean square yearly change."""
WIDEN = 1.15
"""Widening of every noise, tuned on other countries' series so that 80 % bands hold 80 %."""
FEWEST_FREEDOM = 5.0
"""Degrees of freedom of the Student-t errors at least: fewer have no finite fourth moment."""
FLOOR_SHARE = 0.001
"""Yearly noise at least, as a share of the range between two bounds."""
FLOOR_SHARE_OPEN = 0.01
"""The same as a share of the typical value, where there are not two bounds."""
FLAT_MULTIPLE = 3.0
"""A history that never changed tells nothing of the noise: its floor is this much higher."""
FLOOR_NOTHING_KNOWN = 0.5
"""The floor in units, for a history of zeros without two bounds: its scale is unknown."""


def noise_floor(history: History) -> float:
    """Least yearly noise (standard deviation) in the indicator's own unit."""
    two_bounds = history.lower is not None and history.upper is not None
    if not two_bounds and np.abs(history.values).max() <= TINY:
        return FLOOR_NOTHING_KNOWN
    share = FLOOR_SHARE if two_bounds else FLOOR_SHARE_OPEN
    flat = bool(np.ptp(history.values) == 0)
    return share * typical_size(history) * (FLAT_MULTIPLE if flat else 1.0)


def pooled_noise(squares: float, freedom: float, yearly_changes: FloatArray, floor: float) -> float:
    """Standard deviation of the yearly noise, pooled with the prior guess.

    squares: sum of squared deviations with `freedom` degrees of freedom;
    yearly_changes: (n,) changes per year that give the size of the prior guess.
    """
    guess = PRIOR_SHARE**2 * float(np.mean(yearly_changes**2))
    pooled = (squares + PRIOR_OBSERVATIONS * guess) / (freedom + PRIOR_OBSERVATIONS)
    return max(float(np.sqrt(pooled)), floor)


def draw_scales(noise: float, freedom: float, n_draws: int, rng: np.random.Generator) -> FloatArray:
    """One noise level for each path, shape (n_draws, 1): Student-t errors once multiplied."""
    freedom = max(freedom, FEWEST_FREEDOM)
    return WIDEN * noise * np.sqrt(freedom / rng.chisquare(freedom, size=(n_draws, 1)))
