"""The least added pace of one indicator that reaches a target, money as it stands."""

import numpy as np

from kh359.model.evaluation.run import ScenarioRun
from kh359.model.evaluation.stage import Stage
from kh359.model.scenario.scenario import PACE_LIMITS
from kh359.model.solve.answer import Status, TargetAnswer
from kh359.model.solve.sought import Sought
from kh359.model.solve.threshold import (
    least_level,
    needed_effect,
    reached_share,
    rounded_up,
    suffices,
)

PACE_STEP = 1e-5
"""Paces are rounded up to this: 0.001 % a year."""


def least_pace(stage: Stage, one: Sought, run: ScenarioRun, wanted: float) -> TargetAnswer:
    """The least pace, exact on the draws; run: of the scenario as it stands.

    What is missing on the link scale is spread over the years since the projection starts, as
    `Override.pace` is.
    """
    track, source = stage.tracks[one.row], stage.tracks[one.source]
    paths = run.paths_of(track.indicator.indicator_id)
    assert paths is not None
    missing = needed_effect(paths[one.target.column], one.target.least, track.indicator.upper)
    years = max(one.target.column + 1 - source.first, 0)
    now = np.log1p(run.scenario.override_of(source.indicator.indicator_id).pace)
    p_now = run.probability(one.target_id)
    rates = now + missing / years if years else np.where(missing <= 0, -np.inf, np.inf)
    found = {
        "p_now": p_now,
        "p_limit": reached_share(rates, np.log1p(PACE_LIMITS[1])),
        "p_most": float((rates < np.inf).mean()),
    }
    rate = least_level(rates, wanted)
    if rate == np.inf:
        return one.answer(stage, Status.NEVER, **found)
    with np.errstate(over="ignore"):
        value = float(np.expm1(rate))
    if value > PACE_LIMITS[1]:
        return one.answer(
            stage, Status.BEYOND_LIMIT, value=value if np.isfinite(value) else None, **found
        )
    value = rounded_up(max(value, PACE_LIMITS[0]), PACE_STEP)
    found["p_value"] = reached_share(rates, np.log1p(value))
    already = p_now is not None and suffices(p_now, wanted)
    return one.answer(stage, Status.ALREADY if already else Status.REACHED, value=value, **found)
