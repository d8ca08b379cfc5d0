"""From the levers to the money of each programme, as a share of GRDP."""

import numpy as np

from kh359.model.history import FloatArray
from kh359.model.response.economy import BASE_YEAR, SCENARIO_YEARS
from kh359.model.scenario.lever import STATED_YEARS
from kh359.model.scenario.scenario import Scenario, Values

GRDP_INDICATOR = "grdp_current"


def stated_path(values: Values, rest: Values) -> FloatArray:
    """A lever stated at milestones, in each scenario year, shape (n_years,).

    Straight lines from its rest at BASE_YEAR through the stated years.
    """
    return np.interp(SCENARIO_YEARS, (BASE_YEAR, *STATED_YEARS), (rest[0], *values))


def programme_share(scenario: Scenario, rest: Scenario) -> FloatArray:
    """Science, technology, innovation and digital transformation / local budget, (n_years,)."""
    return stated_path(scenario.programme_share, rest.programme_share)


def cofinancing(scenario: Scenario, rest: Scenario) -> FloatArray:
    """Private đồng for each đồng of the programmes' budget, shape (n_years,)."""
    return stated_path(scenario.cofinancing, rest.cofinancing)


def allocated_share(scenario: Scenario, rest: Scenario) -> FloatArray:
    """Budget of all programmes / GRDP, shape (n_years,)."""
    return scenario.budget_grdp_share[0] * programme_share(scenario, rest)


def effective_share(scenario: Scenario, rest: Scenario) -> FloatArray:
    """Money that works / GRDP in each programme, shape (5, n_years).

    What is spent and works, and what comes along from outside the budget.
    """
    working = scenario.execution[0] * scenario.efficiency[0]
    money = allocated_share(scenario, rest) * (1 + cofinancing(scenario, rest)) * working
    return np.array(scenario.split)[:, None] * money
