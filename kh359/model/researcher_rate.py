"""Researchers per 10,000 people from the head-count and the population."""

from dataclasses import replace

import numpy as np

from kh359.model.history import FloatArray, History
from kh359.model.projection import Projection
from kh359.model.response.economy import draw_shocks
from kh359.plan.facts import Facts

POPULATION_PRIOR = "population_growth"


def following_rate(
    facts: Facts,
    rate: Projection,
    rate_history: History,
    count: Projection,
    count_history: History,
    seed: int,
) -> Projection:
    """The rate with the growth of head-count over population, from its own last known value.

    rate(t) = rate(s) count(t)/count(s) population(s)/population(t), draw by draw, s the rate's
    start. Levels are not equated: the plan's two indicators differ by a factor that no source
    explains (docs/decisions/identities.md). The rate stays its own where the head-count starts
    later, or where nothing is supposed of the population.
    """
    start = int(rate_history.years[-1])
    if POPULATION_PRIOR not in facts.prior_by_id or start < int(count_history.years[-1]):
        return rate
    base = _count_at(start, count, count_history)
    population = facts.prior_by_id[POPULATION_PRIOR].mode
    yearly = population + draw_shocks(facts, len(count.paths), seed).population
    growth = count.paths[:, count.years > start] / base[:, None]
    people = (1 + yearly[:, None]) ** (rate.years - start)
    paths = float(rate_history.values[-1]) * growth / people
    return replace(
        rate, paths=paths, family=count.family, borrowed=None, follows=count.indicator_id
    )


def _count_at(year: int, count: Projection, history: History) -> FloatArray:
    """Head-count of a year, shape (n_draws,); above zero, so that growth exists."""
    known = history.years == year
    if known.any():
        values = np.full(len(count.paths), float(history.values[known][0]))
    else:
        values = count.in_year(year)
    return np.maximum(values, SMALLEST_COUNT)


SMALLEST_COUNT = 1.0
"""A head-count below one person is read as one."""
