"""How many targets of each milestone are expected to be met, with its range."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from kh359.locale.number import expected_count, percent
from kh359.model.evaluation.run import ScenarioRun, TargetCount
from kh359.model.evidence import Level
from kh359.model.gain import Gain, comparable, gain
from kh359.model.history import BoolArray
from kh359.model.outlook import IndicatorOutlook, Outlook
from kh359.model.response.identity import DECIDING_LEVERS
from kh359.model.scenario.lever import STATED_YEARS
from kh359.pages import _state
from kh359.pages._tile import Tile, show_tiles

JOINER = "\u2060"
"""Keeps a range in one piece where a line breaks; it has no width."""
_VISIBLE = 0.05
"""Changes of the expected count that one decimal shows."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Sets:
    """(n_targets,) each. counted: forecast by both runs, the money shares left out: a lever may
    set them, and a count that they enter and leave could not be followed. money: those shares.
    assumed: projected from an assumed start alone.
    """

    counted: BoolArray
    money: BoolArray
    assumed: BoolArray


def show_counts(baseline: ScenarioRun, run: ScenarioRun, outlook: Outlook) -> None:
    """One tile a milestone."""
    show_tiles(count_tiles(baseline, run, outlook))


def count_tiles(baseline: ScenarioRun, run: ScenarioRun, outlook: Outlook) -> list[Tile]:
    """outlook: of the stage; it tells what the projections rest on."""
    items = outlook.indicators
    money = _targets_of((i for i in items if i.indicator.indicator_id in DECIDING_LEVERS), run)
    assumed = _targets_of((i for i in items if i.evidence.level is Level.ASSUMED), run)
    counted = comparable(baseline, run) & ~money
    sets = _Sets(counted=counted, money=money, assumed=assumed)
    whole = gain(baseline, run, STATED_YEARS[-1])
    return [_tile(year, baseline, run, sets, whole) for year in STATED_YEARS]


def _targets_of(items: Iterable[IndicatorOutlook], run: ScenarioRun) -> BoolArray:
    ids = {attainment.target.target_id for item in items for attainment in item.attainments}
    return np.array([target_id in ids for target_id in run.target_ids])


def _tile(year: int, baseline: ScenarioRun, run: ScenarioRun, sets: _Sets, whole: Gain) -> Tile:
    say, language = _state.say(), _state.language()
    of_year = run.target_years == year
    label = say("Targets expected to be met in {year}", year=year)
    silent = int((of_year & ~run.projected & ~sets.money).sum())
    unknown = say("{count} have no data", count=silent) if silent else ""
    count = run.count(year, among=sets.counted)
    if not count.n_projected:
        return Tile(label=label, figure="–", below=unknown, look="unknown")
    change = count.expected - baseline.count(year, among=sets.counted).expected
    supposed = int((of_year & sets.counted & sets.assumed).sum())
    won = sum(item.year == year for item in whole.won)
    lost = sum(item.year == year for item in whole.lost)
    parts = (
        _change_text(change, won, lost),
        _range_text(count, supposed),
        _money_text(int((of_year & sets.money).sum()), bool((of_year & run.decided).any())),
        unknown,
    )
    return Tile(
        label=label,
        figure=expected_count(count.expected, language),
        below="; ".join(part for part in parts if part),
        look="assumed" if supposed else "good" if change > _VISIBLE else "even",
    )


def _range_text(count: TargetCount, supposed: int) -> str:
    """'khoảng 80 %: 7–12 trong 38 dự báo được (36 theo giả định)'."""
    say, language = _state.say(), _state.language()
    text = say(
        "{mass} interval: {span} of {known} projected",
        span=f"{count.p10:.0f}{JOINER}–{JOINER}{count.p90:.0f}",
        mass=percent(0.8, language, digits=0),
        known=count.n_projected,
    )
    return f"{text} {say('({count} by assumption)', count=supposed)}" if supposed else text


def _change_text(change: float, won: int, lost: int) -> str:
    """'+1,2 so với giữ nguyên (1 mục tiêu lên quá 50 %, 0 tụt xuống)' or nothing."""
    say, language = _state.say(), _state.language()
    names = ""
    if won or lost:
        names = say("({won} rise past 50%, {lost} fall below)", won=won, lost=lost)
    if abs(change) < _VISIBLE and not names:
        return ""
    sign = "+" if change >= _VISIBLE else ""
    written = sign + expected_count(change, language)
    return f"{say('{change} against levers at rest', change=written)} {names}".strip()


def _money_text(size: int, decided: bool) -> str:
    """Targets on shares of money stand apart, whether a lever has set them or not yet."""
    say = _state.say()
    if not size:
        return ""
    if decided:
        return say("{count} set by the scenario", count=size)
    return say("{count} on shares of money, apart", count=size)
