"""Comparable episodes: the answer in one sentence.

"Of N comparable episodes elsewhere, X % got this far in this time."
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kh359.model.reference.window import FloatArray


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ComparableEpisodes:
    """Episodes of other countries that a history is compared with, on its own scale.

    weight:    (n,) positive, sums to 1.
    paths:     (n, H) what followed, rescaled to this history's level, pace and direction, in its
               unit; nan where an episode's future was not observed.
    country, indicator: (n,) anonymous numbers.
    last:      last observed value of this history.
    """

    weight: FloatArray
    paths: FloatArray
    country: NDArray[np.int64]
    indicator: NDArray[np.int64]
    last: float

    @property
    def effective_n(self) -> float:
        """Kish's effective number of episodes, 1 / sum w^2."""
        return float(1 / np.sum(self.weight**2))

    @property
    def n_countries(self) -> int:
        """Number of countries behind the episodes."""
        return int(np.unique(self.country).size)

    @property
    def n_indicators(self) -> int:
        """Number of indicators behind the episodes."""
        return int(np.unique(self.indicator).size)

    def quantiles(self, levels: FloatArray) -> FloatArray:
        """Weighted quantiles by horizon, (n_levels, H), in the indicator's unit."""
        columns = [self._column(h) for h in range(self.paths.shape[1])]
        return np.stack([_weighted_quantile(v, w, levels) for v, w in columns], axis=1)

    def share_at_least(self, value: float, horizon: int) -> float | None:
        """Share of episodes at or above `value`, `horizon` years on (1 is the first year).

        None where no episode was followed so long.
        """
        paths, weight = self._column(horizon - 1)
        return float(weight[paths >= value].sum() / weight.sum()) if paths.size else None

    def effective_n_after(self, horizon: int) -> float:
        """Kish's effective number of the episodes that were followed for `horizon` years."""
        _, weight = self._column(horizon - 1)
        return float(weight.sum() ** 2 / np.sum(weight**2)) if weight.size else 0.0

    def _column(self, h: int) -> tuple[FloatArray, FloatArray]:
        seen = np.isfinite(self.paths[:, h])
        return self.paths[seen, h], self.weight[seen]


def _weighted_quantile(values: FloatArray, weight: FloatArray, levels: FloatArray) -> FloatArray:
    """Smallest value whose cumulative weight reaches the level, (n_levels,); nan if no value."""
    if values.size == 0:
        return np.full(len(levels), np.nan)
    order = np.argsort(values)
    cumulative = np.cumsum(weight[order]) / weight.sum()
    at = np.searchsorted(cumulative, np.asarray(levels) - 1e-12)
    return values[order][np.minimum(at, values.size - 1)]
