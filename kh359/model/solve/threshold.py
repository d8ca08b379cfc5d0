"""For each draw the least a lever must do, and the level that does it in enough draws."""

import math

import numpy as np

from kh359.model.history import FloatArray

ROUND_OFF = 1e-9
"""A probability this near to the one wanted is that one."""


def needed_effect(values: FloatArray, least: float, upper: float | None) -> FloatArray:
    """Effect on the link scale that lifts values to `least`, (n_draws,); inf where none does.

    Inverse of `kh359.model.response.move`: a value at 0 stays there, one at its bound too.
    """
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        if upper is None:
            needed = np.log(least) - np.log(values)
        elif least >= upper:
            needed = np.where(values >= least, -np.inf, np.inf)
        else:
            needed = np.log(least / (upper - least)) - np.log(values / (upper - values))
    return np.where(values >= least, np.fmin(needed, 0.0), needed)


def least_level(levels: FloatArray, wanted: float) -> float:
    """The least level that suffices in a share `wanted` of draws; inf where none does.

    levels: (n_draws,) what each draw needs. Exact: an order statistic, nothing between draws.
    """
    rank = math.ceil(wanted * levels.size - ROUND_OFF)
    return float(np.partition(levels, max(rank, 1) - 1)[max(rank, 1) - 1])


def reached_share(levels: FloatArray, level: float) -> float:
    """Share of draws for which `level` suffices."""
    return float(np.count_nonzero(levels <= level)) / levels.size


def rounded_up(value: float, step: float) -> float:
    """The next multiple of `step`, a number with a short decimal form."""
    places = round(-math.log10(step))
    return round(math.ceil(value / step - ROUND_OFF) * step, places)


def suffices(p: float, wanted: float) -> bool:
    """Whether a probability is the one wanted, or more."""
    return p >= wanted - ROUND_OFF
