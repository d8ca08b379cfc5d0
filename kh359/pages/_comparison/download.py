"""The comparison as tables for a spreadsheet: targets, and assumptions that differ."""

import numpy as np

from kh359.charts.candidate import Candidate
from kh359.charts.scenario_matrix import evidence_text, levels_of
from kh359.locale.lever import lever_text, lever_unit, slot_text
from kh359.locale.spreadsheet import Cell
from kh359.locale.unit import target_text
from kh359.model.attainment import LAST_JUDGED_YEAR
from kh359.pages import _compute, _state
from kh359.pages._comparison.levers import moved_slots
from kh359.pages._download import offer_table


def offer_targets(candidates: tuple[Candidate, ...]) -> None:
    """All targets from 2030 on. Probabilities in percent; what a scenario sets by itself and what
    is unknown are words.
    """
    say = _state.say()
    headers = (
        say("Year"),
        say("Indicator"),
        say("Target"),
        say("Clause"),
        say("Evidence"),
        *(say("{name}: probability (%)", name=candidate.name) for candidate in candidates),
    )
    offer_table(f"kh359_so_sanh_muc_tieu_{_marks(candidates)}", headers, _rows(candidates))


def offer_levers(candidates: tuple[Candidate, ...]) -> None:
    """The values of the levers that any scenario moves, as numbers."""
    say = _state.say()
    headers = (
        say("Assumption"),
        say("Period, milestone or programme"),
        say("Unit"),
        say("At rest (assumption)"),
        *(candidate.name for candidate in candidates),
    )
    offer_table(f"kh359_so_sanh_gia_dinh_{_marks(candidates)}", headers, _lever_rows(candidates))


def _lever_rows(candidates: tuple[Candidate, ...]) -> list[tuple[Cell, ...]]:
    language, rest = _state.language(), _compute.rest()
    scenarios = tuple(candidate.run.scenario for candidate in candidates)
    return [
        (
            lever_text(lever, language),
            slot_text(lever, slot, language),
            lever_unit(lever, language),
            *(
                round(lever.unit.to_shown(scenario.values_of(lever.name)[slot]), 6)
                for scenario in (rest, *scenarios)
            ),
        )
        for lever, slot in moved_slots(scenarios, rest)
    ]


def _marks(candidates: tuple[Candidate, ...]) -> str:
    """What made the table: each scenario's contents, and the data."""
    hashes = [candidate.run.scenario.content_hash for candidate in candidates]
    return "_".join([*hashes, candidates[0].run.data_version])


def _rows(candidates: tuple[Candidate, ...]) -> list[tuple[Cell, ...]]:
    say, language = _state.say(), _state.language()
    return [
        (
            attainment.target.year,
            say.pick(item.indicator.name_vi, item.indicator.name_en),
            target_text(attainment.target, language),
            attainment.target.clause,
            evidence_text(levels_of(candidates, item.indicator.indicator_id), language),
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
