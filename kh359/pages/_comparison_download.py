"""The comparison as a table for a spreadsheet: all targets from 2030 on, under each scenario."""

import numpy as np

from kh359.charts.candidate import Candidate
from kh359.locale.proof import short_level
from kh359.locale.spreadsheet import Cell
from kh359.locale.unit import target_text
from kh359.model.attainment import LAST_JUDGED_YEAR
from kh359.pages import _state
from kh359.pages._download import offer_table


def offer_comparison(candidates: tuple[Candidate, ...]) -> None:
    """Probabilities in percent; what a scenario sets by itself and what is unknown are words."""
    say = _state.say()
    marks = "_".join(candidate.run.scenario.content_hash for candidate in candidates)
    version = candidates[0].run.data_version
    headers = (
        say("Year"),
        say("Indicator"),
        say("Target"),
        say("Clause"),
        say("Evidence"),
        *(say("{name}: probability (%)", name=candidate.name) for candidate in candidates),
    )
    offer_table(f"kh359_so_sanh_{marks}_{version}", headers, _rows(candidates))


def _rows(candidates: tuple[Candidate, ...]) -> list[tuple[Cell, ...]]:
    say, language = _state.say(), _state.language()
    return [
        (
            attainment.target.year,
            say.pick(item.indicator.name_vi, item.indicator.name_en),
            target_text(attainment.target, language),
            attainment.target.clause,
            f"{int(attainment.level)} · {short_level(attainment.level, language)}",
            *(_chance(candidate, attainment.target.target_id) for candidate in candidates),
        )
        for item in candidates[0].outlook.indicators
        for attainment in item.attainments
        if attainment.target.year > LAST_JUDGED_YEAR
    ]


def _chance(candidate: Candidate, target_id: str) -> Cell:
    say, run = _state.say(), candidate.run
    place = run.target_ids.index(target_id)
    if run.decided[place]:
        return say("set by the scenario")
    p_met = float(run.p_met[place])
    return say("no data") if np.isnan(p_met) else float(f"{100 * p_met:.3g}")
