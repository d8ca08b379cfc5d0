"""The least share of the local budget that reaches a target, other levers as they stand."""

import bisect
from dataclasses import replace

import numpy as np

from kh359.model.evaluation.run import ScenarioRun
from kh359.model.evaluation.stage import Stage
from kh359.model.history import FloatArray
from kh359.model.response.identity import decided_share
from kh359.model.scenario.lever import STATED_YEARS
from kh359.model.scenario.scenario import Scenario
from kh359.model.solve.answer import Status, TargetAnswer
from kh359.model.solve.sought import Sought, out_of_reach
from kh359.model.solve.stock_line import SHARE_LIMIT, StockLines
from kh359.model.solve.stock_need import stock_needed
from kh359.model.solve.threshold import least_level, reached_share, rounded_up, suffices

WHOLE_BUDGET = 1.0
"""A level that asks for more than all of the local budget is no budget at all."""
SHARE_STEP = 1e-6
"""Shares are rounded up to this: 0.0001 % of the budget."""


def milestones_to(year: int) -> int:
    """How many milestones bear on a year: those up to it, and the next where it lies between."""
    return bisect.bisect_left(STATED_YEARS, year) + 1


def with_level(scenario: Scenario, level: float, year: int) -> Scenario:
    """The same share of the budget at every milestone that bears on `year`; later ones stay."""
    slots = milestones_to(year)
    shares = (level,) * slots + scenario.programme_share[slots:]
    return replace(scenario, programme_share=shares)


def least_budget(
    stage: Stage, one: Sought, lines: StockLines, run: ScenarioRun, wanted: float
) -> TargetAnswer:
    """The least level, exact on the draws; run: of the scenario as it stands."""
    levels = levels_needed(stage, one, lines, run)
    p_now = run.probability(one.target_id)
    found = {
        "p_now": p_now,
        "p_limit": reached_share(levels, SHARE_LIMIT),
        "p_most": reached_share(levels, WHOLE_BUDGET),
    }
    level = least_level(levels, wanted)
    if level > WHOLE_BUDGET:
        return one.answer(stage, out_of_reach(stage, one), **found)
    value = rounded_up(max(level, 0.0), SHARE_STEP)
    if value > SHARE_LIMIT:
        return one.answer(stage, Status.BEYOND_LIMIT, value=value, **found)
    found["p_value"] = reached_share(levels, value)
    already = p_now is not None and suffices(p_now, wanted)
    return one.answer(stage, Status.ALREADY if already else Status.REACHED, value=value, **found)


def levels_needed(stage: Stage, one: Sought, lines: StockLines, run: ScenarioRun) -> FloatArray:
    """(n_draws,) the level of the budget share with which each draw meets the target."""
    line = lines.line(one.kind, one.target.column)
    slots = milestones_to(one.year)
    shares = np.array(run.scenario.programme_share)
    split = run.scenario.split[line.programme]
    fixed = line.inherited + split * (line.base + shares[slots:] @ line.gain[slots:])
    slope = split * line.gain[:slots].sum(axis=0)
    needed = stock_needed(stage, one, line, run)
    return solved(needed - fixed, slope)


def solved(missing: FloatArray, slope: FloatArray) -> FloatArray:
    """missing / slope, and where the slope is 0: -inf if nothing is missing, else inf."""
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        level = missing / slope
    return np.where(slope > 0, level, np.where(missing <= 0, -np.inf, np.inf))


def deciding_level(stage: Stage, scenario: Scenario, one: Sought) -> float:
    """The level at which the lever itself sets the target's figure; inf where it never does."""
    indicator_id = stage.indicator_ids[one.row]
    full, none = (
        decided_share(indicator_id, with_level(scenario, level, one.year), stage.rest)
        for level in (SHARE_LIMIT, 0.0)
    )
    at_none, at_full = float(none[one.target.column]), float(full[one.target.column])
    if at_full <= at_none:
        return np.inf
    level = (one.target.least - at_none) / (at_full - at_none) * SHARE_LIMIT
    return rounded_up(max(level, 0.0), SHARE_STEP)
