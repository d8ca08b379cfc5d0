"""Runs of scenarios on the four sample outlooks, with numbers chosen by hand."""

import numpy as np
from samples import LEVELS, YEARS, facts, outlook, projection

from kh359.charts.candidate import Candidate
from kh359.model.evaluation.run import ScenarioRun
from kh359.model.evidence import Level
from kh359.model.response.money import Money
from kh359.model.scenario.scenario import Scenario

N_DRAWS = 101
PROJECTED = tuple(LEVELS[level] for level in (Level.TREND, Level.PACE, Level.ASSUMED))


REST = Scenario(
    growth=(0.08,) * 4,
    growth_spread=(0.0,),
    population_growth=(0.0,),
    budget_grdp_share=(0.2,),
    programme_share=(0.01, 0.02, 0.03, 0.04),
    cofinancing=(2.0,) * 4,
    split=(0.2,) * 5,
    execution=(0.9,),
    efficiency=(0.7,),
    added_lag=(0.0,),
)


def money(scale: float) -> Money:
    """GRDP 1000 in 2026 and 100 more each year; 10 đồng a year for each programme, private 20."""
    grdp = np.linspace(1000.0, 2900.0, YEARS.size)
    allocated = np.full((YEARS.size, 5), 10.0 * scale)
    return Money(
        years=YEARS,
        grdp=grdp,
        local_budget=np.linspace(200.0, 580.0, YEARS.size),
        allocated=allocated,
        private=2 * allocated,
    )


def run(lift: float = 0.0, *, decided: tuple[str, ...] = (), scale: float = 1.0) -> ScenarioRun:
    """Each projected path raised by `lift`; a 2030 target is met from 60 % on, by hand.

    Path k lies at 0.34 + k/1000 + lift in 2030, k = 0..100.
    """
    plan = facts()
    ids = tuple(target.target_id for target in plan.targets)
    years = np.array([target.year for target in plan.targets])
    own = projection(PROJECTED[0]).paths.T + lift
    paths = np.stack([own] * len(PROJECTED))
    met = np.zeros((len(ids), N_DRAWS), dtype=np.bool_)
    p_met = np.full(len(ids), np.nan)
    for row, target in enumerate(plan.targets):
        if target.year == 2030 and target.indicator_id in PROJECTED:
            met[row] = own[4] >= 0.6
            p_met[row] = met[row].mean()
    return ScenarioRun(
        scenario=REST,
        data_version="abc123",
        seed=359,
        target_ids=ids,
        target_years=years,
        p_met=p_met,
        p_met_by=p_met,
        reached=np.zeros((len(ids), YEARS.size)),
        met=met,
        decided=np.array([i in decided for i in ids]),
        indicator_ids=PROJECTED,
        years=YEARS,
        paths=paths,
        money=money(scale),
    )


def candidate(name: str, lift: float = 0.0, **more: object) -> Candidate:
    return Candidate(name=name, run=run(lift, **more), outlook=outlook())  # type: ignore[arg-type]
