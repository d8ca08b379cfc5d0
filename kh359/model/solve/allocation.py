"""The best split of one pot, exactly on a grid: dynamic programming over the programmes.

For given yearly money the expected number of targets is a sum of one rising function for each
programme's share, the separable allocation problem (Ibaraki and Katoh 1988, chapter 3).
"""

import math

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from kh359.model.history import FloatArray
from kh359.model.scenario.lever import PROGRAMMES
from kh359.model.scenario.scenario import Values
from kh359.model.solve.live_draws import LiveDraws

FINE = 1000
"""Parts of the final split: a tenth of a percent each."""
TIE = 1e-7
"""Worth of a split that is nearer to the wished one: decides between equals and nothing else."""


def best_split(
    draws: LiveDraws, shares: FloatArray, *, floors: Values, wish: Values, parts: int
) -> tuple[FloatArray, float]:
    """(split, weighted expected number) best among splits of `parts` equal parts.

    Floors are cut to whole parts, so that a coarse grid may pass below them by one part; a grid
    of FINE parts keeps floors of that many decimals.
    """
    needed = draws.share_needed(shares)
    live = needed <= 1 + 1e-12
    at = np.ceil(needed[live] * parts - 1e-9).astype(np.int64)
    cells = draws.programme[live] * (parts + 1) + np.minimum(at, parts)
    worth = np.bincount(cells, draws.weight[live], minlength=len(PROGRAMMES) * (parts + 1))
    worth = worth.reshape(len(PROGRAMMES), parts + 1).cumsum(axis=1, dtype=np.float64)
    grid = np.arange(parts + 1) / parts
    worth -= TIE * (grid - np.array(wish)[:, None]) ** 2
    for row, floor in enumerate(floors):
        worth[row, : math.floor(floor * parts + 1e-9)] = -np.inf
    split = _allocated(worth, parts)
    return split, draws.expected(split, shares)


def _allocated(worth: FloatArray, parts: int) -> FloatArray:
    """The shares of the best path through all programmes that uses exactly all parts."""
    best, choices = worth[0], []
    for row in worth[1:]:
        # before[n, k]: worth of n - k parts for the programmes so far; total: k more for this one
        below = np.concatenate([np.full(parts, -np.inf), best])
        before = sliding_window_view(below, parts + 1)[:, ::-1]
        total = before + row
        choice = total.argmax(axis=1)
        choices.append(choice)
        best = total[np.arange(parts + 1), choice]
    left, taken = parts, []
    for choice in reversed(choices):
        taken.append(int(choice[left]))
        left -= taken[-1]
    return np.array([left, *reversed(taken)]) / parts
