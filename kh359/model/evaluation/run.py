"""A scenario's outcome: what pages, exports and the command line read; none of them computes."""

from dataclasses import dataclass

import numpy as np

from kh359.model.history import BoolArray, FloatArray, IntArray
from kh359.model.response.money import Money
from kh359.model.scenario.scenario import Scenario

COUNT_QUANTILES = (0.1, 0.5, 0.9)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class TargetCount:
    """How many targets of one milestone year are met: expected, and p10, p50, p90 over draws.

    n_projected of the year's n_targets have a projection (n_decided of them are set by the
    scenario's own levers); only those can be counted.
    """

    year: int
    expected: float
    p10: float
    p50: float
    p90: float
    n_projected: int
    n_decided: int
    n_targets: int


@dataclass(frozen=True, slots=True, weakref_slot=True, kw_only=True, eq=False)
class ScenarioRun:
    """One scenario on the draws of a `Stage`.

    target_ids: (n_targets,) all targets of the plan, in its order; target_years: (n_targets,).
    p_met, p_met_by: (n_targets,) probability of meeting each in its year, or by it from the first
        projected year on; NaN where there is no projection or the year is already judged.
    reached: (n_targets, n_years) share of draws that meet the target in a year or before.
    met: (n_targets, n_draws) whether each draw meets the target in its year.
    decided: (n_targets,) the scenario's own levers set the figure (an identity): no forecast.
    indicator_ids: (n_indicators,) all with a projection; years: (n_years,) 2026-2045.
    paths: (n_indicators, n_years, n_draws) decimals; NaN before a projection's first year.
    """

    scenario: Scenario
    data_version: str
    seed: int
    target_ids: tuple[str, ...]
    target_years: IntArray
    p_met: FloatArray
    p_met_by: FloatArray
    reached: FloatArray
    met: BoolArray
    decided: BoolArray
    indicator_ids: tuple[str, ...]
    years: IntArray
    paths: FloatArray
    money: Money

    @property
    def projected(self) -> BoolArray:
        """(n_targets,) whether a probability is given."""
        return ~np.isnan(self.p_met)

    @property
    def decided_ids(self) -> frozenset[str]:
        """Targets whose figure the scenario's own levers set."""
        return frozenset(self.target_ids[row] for row in np.flatnonzero(self.decided))

    def probability(self, target_id: str) -> float | None:
        """Probability of one target; None where there is no projection. Raises ValueError."""
        p_met = float(self.p_met[self.target_ids.index(target_id)])
        return None if np.isnan(p_met) else p_met

    def paths_of(self, indicator_id: str) -> FloatArray | None:
        """(n_years, n_draws) of one indicator; None where there is no projection."""
        if indicator_id not in self.indicator_ids:
            return None
        return self.paths[self.indicator_ids.index(indicator_id)]

    def count(self, year: int, *, among: BoolArray | None = None) -> TargetCount:
        """The targets met of one milestone year; among: (n_targets,) those that may be counted."""
        of_year = self.target_years == year
        counted = of_year & self.projected
        if among is not None:
            counted &= among
        draws = self.met[counted].sum(axis=0)
        low, middle, high = np.quantile(draws, COUNT_QUANTILES, method="inverted_cdf")
        return TargetCount(
            year=year,
            expected=float(draws.mean()),
            p10=float(low),
            p50=float(middle),
            p90=float(high),
            n_projected=int(counted.sum()),
            n_decided=int((counted & self.decided).sum()),
            n_targets=int(of_year.sum()),
        )
