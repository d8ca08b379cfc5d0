"""The objective with its steps smoothed, and its gradient: it shows a search where to go.

Each pair's step in ln(stock) becomes a logistic curve of the width that a kernel estimate of the
thresholds' distribution would have (Silverman 1986, section 3.4.2). Only the search uses it; what
is reported is counted on the draws.
"""

import numpy as np

from kh359.model.history import FloatArray
from kh359.model.scenario.lever import PROGRAMMES
from kh359.model.solve.live_draws import LiveDraws


class SmoothObjective:
    """Weighted expected number of targets for (split, shares) in one vector, both negated."""

    def __init__(self, draws: LiveDraws) -> None:
        self._draws = draws
        self._needed = np.log(draws.lacking + draws.inherited)
        spread = float(self._needed.std()) if self._needed.size else 1.0
        self._width = max(spread, 0.1) * draws.n_draws**-0.2

    def __call__(self, levers: FloatArray) -> tuple[float, FloatArray]:
        """(-objective, -gradient); levers: (n_programmes + n_milestones,)."""
        from scipy.special import expit  # imported here: only a solve needs it

        draws, n = self._draws, len(PROGRAMMES)
        split, spent = levers[:n][draws.programme], draws.spent(levers[n:])
        stock = draws.inherited + split * spent
        stock = np.maximum(stock, 1e-12)
        met = expit((np.log(stock) - self._needed) / self._width)
        slope = draws.weight * met * (1 - met) / (self._width * stock)
        of_split = np.zeros(n)
        np.add.at(of_split, draws.programme, slope * spent)
        of_shares = draws.gain @ (slope * split)
        return -float(draws.weight @ met), -np.concatenate([of_split, of_shares])
