"""A scenario as a full outlook, so that every table, chart and file reads it like the baseline."""

from dataclasses import replace

import numpy as np

from kh359.model.attainment import Attainment, judge
from kh359.model.evaluation.run import ScenarioRun
from kh359.model.evaluation.stage import Stage
from kh359.model.history import FloatArray
from kh359.model.outlook import IndicatorOutlook, Outlook
from kh359.model.projection import Projection, starting_history
from kh359.model.response.economy import BASE_YEAR


def scenario_outlook(stage: Stage, run: ScenarioRun) -> Outlook:
    """The stage's outlook with the run's paths in place of the baseline's.

    What the levers decide stays without a projection here: it is no forecast, `run.decided` and
    `run.paths` tell it. Raises ValueError for a run that does not hold all indicators.
    """
    if run.indicator_ids != stage.indicator_ids:
        raise ValueError("the run must hold every indicator of the stage")
    decided = run.decided_ids
    return replace(
        stage.outlook,
        indicators=tuple(_moved(item, run, decided) for item in stage.outlook.indicators),
    )


def _moved(item: IndicatorOutlook, run: ScenarioRun, decided: frozenset[str]) -> IndicatorOutlook:
    paths = run.paths_of(item.indicator.indicator_id)
    if any(a.target.target_id in decided for a in item.attainments):
        return replace(
            item,
            projection=None,
            attainments=tuple(_unprojected(item, attainment) for attainment in item.attainments),
        )
    if item.projection is None or paths is None:
        return item
    projection = replace(item.projection, paths=_joined(item.projection, paths))
    history = starting_history(item.indicator, item.evidence)
    return replace(
        item,
        projection=projection,
        attainments=tuple(
            judge(a.target, item.evidence, history, projection, a.observed)
            for a in item.attainments
        ),
    )


def _unprojected(item: IndicatorOutlook, attainment: Attainment) -> Attainment:
    history = starting_history(item.indicator, item.evidence)
    return judge(attainment.target, item.evidence, history, None, attainment.observed)


def _joined(projection: Projection, paths: FloatArray) -> FloatArray:
    """Years before the scenario as projected, then the run's; shape (n_draws, n_years)."""
    known = projection.years <= BASE_YEAR
    first = max(int(projection.years[0]) - BASE_YEAR - 1, 0)
    return np.concatenate([projection.paths[:, known], paths[first:].T], axis=1)
