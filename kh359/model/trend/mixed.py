"""Two sources of paths in one answer: the reference class and a borrowed pace."""

from dataclasses import dataclass, field

import numpy as np

from kh359.model.family import Family
from kh359.model.history import FloatArray
from kh359.model.trend.trend import Trend


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class MixedTrend:
    """A linear pool (Stone 1961): every path comes whole from one of the two.

    weight: share of the paths that follow `borrowed`, in [0, 1].
    """

    reference: Trend
    borrowed: Trend
    weight: float
    family: Family = field(default=Family.REFERENCE)

    def centre(self, horizon_years: int) -> FloatArray:
        """The weighted mean of both centres, shape (horizon_years,)."""
        ours, theirs = self.reference.centre(horizon_years), self.borrowed.centre(horizon_years)
        return (1 - self.weight) * ours + self.weight * theirs

    def simulate(self, horizon_years: int, n_draws: int, rng: np.random.Generator) -> FloatArray:
        """Paths of both in their shares, in random order, (n_draws, horizon_years)."""
        n_borrowed = round(self.weight * n_draws)
        paths = [
            trend.simulate(horizon_years, size, rng)
            for trend, size in ((self.reference, n_draws - n_borrowed), (self.borrowed, n_borrowed))
            if size
        ]
        return rng.permutation(np.concatenate(paths), axis=0)
