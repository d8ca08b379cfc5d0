"""The least stock of money with which each draw meets a target."""

import numpy as np

from kh359.model.evaluation.run import ScenarioRun
from kh359.model.evaluation.stage import Stage
from kh359.model.history import FloatArray
from kh359.model.response.effect import LEAST_STOCK
from kh359.model.solve.sought import Sought
from kh359.model.solve.stock_line import StockLine
from kh359.model.solve.threshold import needed_effect


def stock_needed(stage: Stage, one: Sought, line: StockLine, run: ScenarioRun) -> FloatArray:
    """(n_draws,) stock needed; 0 where any will do, inf where none does.

    run: of the scenario whose other levers stand; it holds the target's indicator. What money
    must add to that run's values, divided by the draw's response to money.
    """
    track = stage.tracks[one.row]
    paths = run.paths_of(track.indicator.indicator_id)
    assert paths is not None
    effect = needed_effect(paths[one.target.column], one.target.least, track.indicator.upper)
    response = stage.response.sensitivity[one.source]
    scenario = run.scenario
    shares = np.array(scenario.programme_share)
    now = line.inherited + scenario.split[line.programme] * line.spent(shares)
    with np.errstate(divide="ignore", invalid="ignore", over="ignore", under="ignore"):
        multiple = np.exp(effect / response)
    multiple = np.where(response > 0, multiple, np.where(effect <= 0, 0.0, np.inf))
    return multiple * np.maximum(now, LEAST_STOCK)
