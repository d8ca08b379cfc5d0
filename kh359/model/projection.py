"""Simulated futures of one indicator."""

from dataclasses import dataclass

import numpy as np

from kh359.model.family import Family
from kh359.model.history import FloatArray, IntArray

HORIZON_YEAR = 2045
QUANTILES: tuple[float, ...] = (0.025, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.975)


def quantile_name(q: float) -> str:
    """0.1 -> 'p10', 0.025 -> 'p02_5'. The only place where quantile columns get their name."""
    return "p" + f"{100 * q:04.1f}".removesuffix(".0").replace(".", "_")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Projection:
    """years: (n_years,) int; paths: (n_draws, n_years) decimals. A path keeps its character."""

    indicator_id: str
    family: Family
    years: IntArray
    paths: FloatArray

    def quantile(self, q: float) -> FloatArray:
        """Pointwise quantile over paths, shape (n_years,); q in [0, 1]."""
        return np.quantile(self.paths, q, axis=0)

    def in_year(self, year: int) -> FloatArray:
        """Draws of one year, shape (n_draws,). Raises ValueError for a year not projected."""
        column = int(year - self.years[0])
        if not 0 <= column < self.years.size:
            raise ValueError(f"year {year} is not projected ({self.years[0]}-{self.years[-1]})")
        return self.paths[:, column]
