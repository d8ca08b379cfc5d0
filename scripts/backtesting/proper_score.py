"""Scores of a distribution against what happened.

CRPS and Brier score are proper: nothing but one's honest opinion has the best expected score
(Gneiting and Raftery, JASA 2007).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]
BoolArray = NDArray[np.bool_]

N_BINS = 10
ROUNDING = 1e-9


def crps(paths: FloatArray, actual: FloatArray) -> FloatArray:
    """Continuous ranked probability score of every year, (n_years,), nan where nothing is known.

    paths: (n_draws, n_years); actual: (n_years,). Mean |x - y| minus half the mean distance of two
    draws, without bias from the number of draws; one draw is scored by its distance |x - y|.
    """
    distance = np.abs(paths - actual).mean(axis=0)
    n = len(paths)
    if n == 1:
        return distance
    rank = 2 * np.arange(1, n + 1) - n - 1
    return distance - rank @ np.sort(paths, axis=0) / (n * (n - 1))


def covered(paths: FloatArray, actual: FloatArray, mass: float) -> BoolArray:
    """Whether the central interval of probability `mass` holds what happened, (n_years,)."""
    low, high = np.quantile(paths, [(1 - mass) / 2, (1 + mass) / 2], axis=0)
    return (low - ROUNDING <= actual) & (actual <= high + ROUNDING)


def brier(p: FloatArray, met: FloatArray) -> float:
    """Mean squared distance between the probability given and what happened (1 or 0)."""
    return float(np.mean((p - met) ** 2))


def reliability(p: FloatArray, met: FloatArray) -> list[tuple[float, float, int]]:
    """(mean probability given, share that happened, number) of ten equal bins, empty ones left out.

    A probability of exactly 1 belongs to the last bin.
    """
    bin_of = np.minimum((p * N_BINS).astype(int), N_BINS - 1)
    return [
        (float(p[own].mean()), float(met[own].mean()), int(own.sum()))
        for own in (bin_of == b for b in range(N_BINS))
        if own.any()
    ]


def calibration_error(bins: list[tuple[float, float, int]]) -> float:
    """Mean distance of the bins from the diagonal, weighted by their number (ECE)."""
    total = sum(n for _, _, n in bins)
    return sum(n * abs(given - happened) for given, happened, n in bins) / total
