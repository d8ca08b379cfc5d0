"""GRDP and population under a scenario, on draws that all scenarios share."""

from dataclasses import dataclass

import numpy as np

from kh359.model.history import FloatArray
from kh359.model.projection import HORIZON_YEAR, stream
from kh359.model.response.prior_draw import prior_draws
from kh359.model.scenario.lever import PERIODS
from kh359.model.scenario.scenario import Scenario
from kh359.plan.facts import Facts

BASE_YEAR = 2025
"""Last year of history: levers act from the year after, money is at this year's prices."""
SCENARIO_YEARS = np.arange(BASE_YEAR + 1, HORIZON_YEAR + 1)
"""(20,) the years a scenario moves."""
LEAST_GROWTH = -0.5
"""No year of any future shrinks by more: a numeric guard far outside what the levers allow."""
_PERIOD_OF = np.searchsorted([last for _, last in PERIODS], SCENARIO_YEARS)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Shocks:
    """What the levers do not decide: the same draws for every scenario.

    growth: (n_periods, n_draws) standard normal; population: (n_draws,) deviation of yearly
    growth from the lever, decimals; digital_elasticity: (n_draws,) growth of digital value added
    for each 1 % of GRDP growth beyond rest.
    """

    growth: FloatArray
    population: FloatArray
    digital_elasticity: FloatArray


def draw_shocks(facts: Facts, n_draws: int, seed: int) -> Shocks:
    """Shocks of a run. Raises KeyError where an assumption is missing."""
    population = facts.prior_by_id["population_growth"]
    return Shocks(
        growth=stream(seed, "shock:growth").normal(size=(len(PERIODS), n_draws)),
        population=prior_draws(population, n_draws, seed) - population.mode,
        digital_elasticity=prior_draws(
            facts.prior_by_id["digital_growth_elasticity"], n_draws, seed
        ),
    )


def log_grdp(scenario: Scenario, shocks: Shocks) -> FloatArray:
    """ln(GRDP / GRDP of BASE_YEAR) at constant prices, shape (n_years, n_draws).

    One period's growth departs from the lever by one draw: good and bad times last.
    """
    growth = np.array(scenario.growth)[:, None] + scenario.growth_spread[0] * shocks.growth
    return np.cumsum(np.log1p(np.maximum(growth, LEAST_GROWTH))[_PERIOD_OF], axis=0)


def log_population(scenario: Scenario, shocks: Shocks) -> FloatArray:
    """ln(population / population of BASE_YEAR), shape (n_years, n_draws)."""
    yearly = np.log1p(scenario.population_growth[0] + shocks.population)
    return np.multiply.outer(np.asarray(SCENARIO_YEARS - BASE_YEAR, dtype=np.float64), yearly)
