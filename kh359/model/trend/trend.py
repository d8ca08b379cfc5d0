"""What every fitted growth family can do."""

from typing import Protocol

import numpy as np

from kh359.model.errors import TrendError
from kh359.model.family import Family
from kh359.model.history import FloatArray, History


class Trend(Protocol):
    """A growth family fitted to one history."""

    @property
    def family(self) -> Family:
        """Name of the family."""
        ...

    def centre(self, horizon_years: int) -> FloatArray:
        """Central path without noise, shape (horizon_years,), from the year after the last."""
        ...

    def simulate(self, horizon_years: int, n_draws: int, rng: np.random.Generator) -> FloatArray:
        """Coherent paths, shape (n_draws, horizon_years): parameters drawn once for each path."""
        ...


def require_observations(history: History, fewest: int, family: Family) -> None:
    """Raise TrendError where the history is shorter than the family needs."""
    if history.years.size < fewest:
        raise TrendError(
            f"{family} needs {fewest} observations, got {history.years.size}; "
            "use a pace for shorter histories"
        )
