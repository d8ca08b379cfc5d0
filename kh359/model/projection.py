"""Simulated futures of one indicator."""

import zlib
from dataclasses import dataclass

import numpy as np

from kh359.model.borrowed import BorrowedPace
from kh359.model.evidence import Evidence
from kh359.model.family import Family
from kh359.model.forecast import fit_trend
from kh359.model.history import FloatArray, History, IntArray
from kh359.plan.indicator import Indicator

HORIZON_YEAR = 2045
QUANTILES: tuple[float, ...] = (0.025, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.975)


def quantile_name(q: float) -> str:
    """0.1 -> 'p10', 0.025 -> 'p02_5'. The only place where quantile columns get their name."""
    return "p" + f"{100 * q:04.1f}".removesuffix(".0").replace(".", "_")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Projection:
    """years: (n_years,) int; paths: (n_draws, n_years) decimals. A path keeps its character.

    borrowed: the pace that some paths follow, None where none does. follows: id of the indicator
    whose growth the paths take over, where an identity binds the two.
    """

    indicator_id: str
    family: Family
    years: IntArray
    paths: FloatArray
    borrowed: BorrowedPace | None = None
    follows: str | None = None

    def quantile(self, q: float) -> FloatArray:
        """Pointwise quantile over paths, shape (n_years,); q in [0, 1]."""
        return np.quantile(self.paths, q, axis=0)

    def in_year(self, year: int) -> FloatArray:
        """Draws of one year, shape (n_draws,). Raises ValueError for a year not projected."""
        column = int(year - self.years[0])
        if not 0 <= column < self.years.size:
            raise ValueError(f"year {year} is not projected ({self.years[0]}-{self.years[-1]})")
        return self.paths[:, column]


def stream(seed: int, indicator_id: str) -> np.random.Generator:
    """Random numbers of one indicator: the same whatever other indicators a run holds."""
    return np.random.default_rng([seed, zlib.crc32(indicator_id.encode())])


def starting_history(indicator: Indicator, evidence: Evidence) -> History | None:
    """What a projection starts from: the fitted observations, or the assumed start."""
    if evidence.used:
        years = [o.year for o in evidence.used]
        values = [o.value for o in evidence.used]
    elif evidence.start_year is not None and evidence.start_value is not None:
        years, values = [evidence.start_year], [evidence.start_value]
    else:
        return None
    return History(
        years=np.array(years),
        values=np.array(values),
        lower=indicator.lower,
        upper=indicator.upper,
    )


def project(
    indicator: Indicator,
    evidence: Evidence,
    *,
    family: Family | None,
    borrowed: BorrowedPace | None,
    n_draws: int,
    seed: int,
) -> Projection | None:
    """Paths from the year after the start to HORIZON_YEAR; None at evidence level 4.

    Without a family the reference class answers, mixed with the borrowed pace by its weight.
    Counts stay continuous here: they are rounded where they meet a target
    (docs/decisions/rounding.md).
    """
    history = starting_history(indicator, evidence)
    if history is None or history.years[-1] >= HORIZON_YEAR:
        return None
    trend = fit_trend(
        history,
        family=family,
        pace=borrowed.pace if borrowed else None,
        pace_weight=borrowed.weight if borrowed else 0.0,
        kind=indicator.reference_class,
    )
    follows = trend.family in (Family.REFERENCE, Family.PACE)
    years = np.arange(history.years[-1] + 1, HORIZON_YEAR + 1)
    rng = stream(seed, indicator.indicator_id)
    return Projection(
        indicator_id=indicator.indicator_id,
        family=trend.family,
        borrowed=borrowed if follows else None,
        years=years,
        paths=trend.simulate(years.size, n_draws, rng),
    )
