"""How many targets of each milestone are expected to be met, with its range."""

import numpy as np

from kh359.locale.number import number, percent
from kh359.model.evidence import Level
from kh359.model.gain import comparable
from kh359.model.history import BoolArray
from kh359.model.lever import STATED_YEARS
from kh359.model.outlook import Outlook
from kh359.model.scenario_run import ScenarioRun, TargetCount
from kh359.pages import _state
from kh359.pages._tile import Tile, show_tiles

_VISIBLE = 0.05
"""Changes of the expected count that one decimal shows."""


def show_counts(baseline: ScenarioRun, run: ScenarioRun, outlook: Outlook) -> None:
    """One tile a milestone, over the targets that both runs forecast.

    outlook: of the stage; it tells what the projections rest on.
    """
    forecast, assumed = comparable(baseline, run), _assumed(outlook, run.target_ids)
    show_tiles([_tile(year, baseline, run, forecast, assumed) for year in STATED_YEARS])


def _assumed(outlook: Outlook, target_ids: tuple[str, ...]) -> BoolArray:
    """(n_targets,) whether a target is projected from an assumed start alone."""
    ids = {
        attainment.target.target_id
        for item in outlook.indicators
        if item.evidence.level is Level.ASSUMED
        for attainment in item.attainments
    }
    return np.array([target_id in ids for target_id in target_ids])


def _tile(
    year: int, baseline: ScenarioRun, run: ScenarioRun, forecast: BoolArray, assumed: BoolArray
) -> Tile:
    say, language = _state.say(), _state.language()
    of_year = run.target_years == year
    label = say("Targets expected to be met in {year}", year=year)
    silent = int((of_year & ~run.projected).sum())
    unknown = say("{count} have no data", count=silent) if silent else ""
    count = run.count(year, among=forecast)
    if not count.n_projected:
        return Tile(label=label, figure="–", below=unknown, look="unknown")
    change = count.expected - baseline.count(year, among=forecast).expected
    supposed = int((of_year & forecast & assumed).sum())
    decided = int((of_year & run.decided).sum())
    parts = (
        _change_text(change),
        _range_text(count, supposed),
        say("{count} set by the scenario", count=decided) if decided else "",
        unknown,
    )
    return Tile(
        label=label,
        figure=number(count.expected, language, digits=1),
        below="; ".join(part for part in parts if part),
        look="assumed" if supposed else "good" if change > _VISIBLE else "even",
    )


def _range_text(count: TargetCount, supposed: int) -> str:
    """'khoảng 80 %: 7–12 trong 38 dự báo được (36 theo giả định)'."""
    say, language = _state.say(), _state.language()
    text = say(
        "{mass} interval: {low}–{high} of {known} projected",
        low=number(count.p10, language, digits=0),
        high=number(count.p90, language, digits=0),
        mass=percent(0.8, language, digits=0),
        known=count.n_projected,
    )
    return f"{text} {say('({count} by assumption)', count=supposed)}" if supposed else text


def _change_text(change: float) -> str:
    """'+1,2 so với giữ nguyên'; empty where one decimal shows no change."""
    say, language = _state.say(), _state.language()
    if abs(change) < _VISIBLE:
        return ""
    sign = "+" if change > 0 else ""
    written = sign + number(change, language, digits=1)
    return say("{change} against levers at rest", change=written)
