"""Shares of one change among those who made it together."""

from math import factorial

import numpy as np

from kh359.model.history import FloatArray


def shapley(values: FloatArray) -> FloatArray:
    """Shapley value of each of k players, shape (k,); sums to values[-1] - values[0].

    values: (2**k,), the worth of every coalition; bit i of an index says whether player i is in.
    Shapley 1953, A value for n-person games: the mean over all orders of joining of what a player
    adds. Raises ValueError for a length that is no power of two.
    """
    n_players = int(values.size).bit_length() - 1
    if values.size != 2**n_players:
        raise ValueError(f"{values.size} coalitions: no power of two")
    coalitions = np.arange(values.size)
    size = np.array([int(c).bit_count() for c in coalitions])
    shares = np.empty(n_players)
    for player in range(n_players):
        without = coalitions[coalitions >> player & 1 == 0]
        weight = np.array(
            [factorial(s) * factorial(n_players - s - 1) for s in size[without]], dtype=np.float64
        )
        gained = values[without | 1 << player] - values[without]
        shares[player] = weight @ gained / factorial(n_players)
    return shares
