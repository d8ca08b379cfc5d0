"""The matrix targets x scenarios: chances in words, what a scenario sets, order of rows."""

from dataclasses import replace

import numpy as np
from samples import LEVELS
from scenario_samples import candidate

from kh359.charts.candidate import Candidate
from kh359.charts.matrix import Matrix, Row
from kh359.charts.scenario_matrix import Order, scenario_matrix
from kh359.model.evidence import Level

PACE_2030 = f"{LEVELS[Level.PACE]}-2030"


def rows(matrix: Matrix) -> dict[str, Row]:
    return {row.indicator_id: row for section in matrix.sections for row in section.rows}


def test_a_cell_holds_the_chance_and_its_word() -> None:
    matrix = scenario_matrix((candidate("a"), candidate("b", 0.25)), 2030, Order.PLAN, "vi")
    assert matrix.headers == ("a", "b")
    cells = rows(matrix)[LEVELS[Level.TREND]].cells
    assert cells[0].marks[0].tone == "very_unlikely"
    # 91 of 101 draws: 90 %, the least a "very likely" takes.
    assert cells[1].marks[0].text.startswith("90\u00a0% · ")
    assert cells[1].marks[0].tone == "very_likely"
    assert not cells[1].marks[0].hatched
    assert rows(matrix)[LEVELS[Level.ASSUMED]].cells[1].marks[0].hatched


def test_no_data_stays_a_dash_and_2025_its_verdict() -> None:
    pair = (candidate("a"), candidate("b", 0.25))
    matrix = scenario_matrix(pair, 2030, Order.PLAN, "vi")
    assert [cell.marks[0].text for cell in rows(matrix)[LEVELS[Level.NONE]].cells] == ["–", "–"]
    past = scenario_matrix(pair, 2025, Order.PLAN, "vi")
    assert rows(past)[LEVELS[Level.PACE]].cells[1].marks[0].tone == "met"


def test_what_a_scenario_sets_is_no_probability() -> None:
    pair = (candidate("a"), candidate("b", 0.25, decided=(PACE_2030,)))
    cells = rows(scenario_matrix(pair, 2030, Order.PLAN, "vi"))[LEVELS[Level.PACE]].cells
    assert cells[1].marks[0].text == "= do kịch bản đặt"
    assert "%" not in cells[1].marks[0].text


def test_the_largest_difference_comes_first_and_the_unknown_last() -> None:
    pair = (candidate("a"), candidate("b", 0.25, decided=(PACE_2030,)))
    matrix = scenario_matrix(pair, 2030, Order.DIFFERENCE, "en")
    titles = [section.title for section in matrix.sections]
    assert titles == [
        "Largest difference first",
        "Set by a scenario itself: nothing to compare",
        "No forecast",
    ]
    assert [len(section.rows) for section in matrix.sections] == [2, 1, 1]
    assert matrix.sections[1].rows[0].indicator_id == LEVELS[Level.PACE]


def supposing_a_start(known: Candidate) -> Candidate:
    """The candidate, with an assumed start for the indicator without data: 50 % by hand."""
    target_id = f"{LEVELS[Level.NONE]}-2030"
    items = tuple(
        replace(item, evidence=replace(item.evidence, level=Level.ASSUMED))
        if item.indicator.indicator_id == LEVELS[Level.NONE]
        else item
        for item in known.outlook.indicators
    )
    chosen = np.array([i == target_id for i in known.run.target_ids])
    run = replace(known.run, p_met=np.where(chosen, 0.5, known.run.p_met))
    return replace(known, run=run, outlook=replace(known.outlook, indicators=items))


def test_a_start_that_one_scenario_alone_supposes_is_hatched_there_alone() -> None:
    pair = (candidate("a"), supposing_a_start(candidate("b")))
    row = rows(scenario_matrix(pair, 2030, Order.PLAN, "vi"))[LEVELS[Level.NONE]]
    assert [cell.marks[0].hatched for cell in row.cells] == [False, True]
    assert row.cells[0].marks[0].text == "–"
    assert row.evidence == "3 · giả định / 4 · chưa có số liệu"
