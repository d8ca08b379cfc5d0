"""Shapley shares of known games, and contributions that add up to a scenario's change."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from kh359.model.evaluation.evaluation import evaluate
from kh359.model.gain import comparable
from kh359.model.scenario.lever import LeverGroup
from kh359.model.scenario.scenario import Override
from kh359.model.sensitivity.contribution import (
    OVERRIDES,
    Contribution,
    contribution,
    count_contribution,
)
from kh359.model.sensitivity.shapley import shapley
from tests.model.scenario_pieces import stage, with_all

TASKS, TASKS_ID = "st_tasks_started", "st_tasks_started-2030"
worths = st.integers(1, 5).flatmap(
    lambda n: arrays(np.float64, 2**n, elements=st.floats(-1000, 1000))
)


def changes(found: Contribution | None) -> dict[str, float]:
    assert found is not None
    return {part.part_id: part.change for part in found.parts}


def test_the_glove_game_gives_the_one_right_glove_two_thirds() -> None:
    """Two left gloves, one right glove, a pair is worth 1 (Osborne and Rubinstein 1994, 14.4)."""
    worth = np.array([0, 0, 0, 0, 0, 1, 1, 1.0])
    assert shapley(worth) == pytest.approx([1 / 6, 1 / 6, 4 / 6])


def test_the_airport_game_divides_each_piece_of_runway_among_its_users() -> None:
    """Runways of length 1, 2 and 3 (Littlechild and Owen 1973)."""
    worth = np.array([max([i + 1 for i in range(3) if c >> i & 1], default=0) for c in range(8)])
    assert shapley(worth.astype(float)) == pytest.approx([1 / 3, 1 / 3 + 1 / 2, 1 / 3 + 1 / 2 + 1])


@given(worths)
def test_shares_sum_to_the_whole(worth: np.ndarray) -> None:
    assert shapley(worth).sum() == pytest.approx(worth[-1] - worth[0], abs=1e-9)


@given(worths, st.floats(-10, 10))
def test_who_always_adds_the_same_gets_just_that(worth: np.ndarray, added: float) -> None:
    joined = np.concatenate([worth, worth + added])
    assert shapley(joined)[-1] == pytest.approx(added, abs=1e-9)


@given(worths)
def test_equals_get_equal_shares(worth: np.ndarray) -> None:
    """Two newcomers that bring 5 together and nothing alone."""
    joined = np.concatenate([worth, worth, worth, worth + 5])
    *_, first, second = shapley(joined)
    assert first == pytest.approx(second, abs=1e-9)
    assert first == pytest.approx(2.5, abs=1e-9)


def test_worths_of_no_full_set_of_coalitions_are_refused() -> None:
    with pytest.raises(ValueError, match="power of two"):
        shapley(np.zeros(6))


@settings(max_examples=20, deadline=None)
@given(
    share=st.floats(0, 0.05),
    private=st.floats(0, 10),
    growth=st.floats(-0.02, 0.12),
    lag=st.floats(0, 3),
)
def test_parts_sum_to_the_change_that_evaluate_shows(
    share: float, private: float, growth: float, lag: float
) -> None:
    ground = stage()
    scenario = with_all(with_all(ground.rest, "programme_share", share), "cofinancing", private)
    scenario = replace(with_all(scenario, "growth", growth), added_lag=(lag,))
    found = contribution(ground, scenario, TASKS_ID)
    assert found is not None
    assert found.before == evaluate(ground, ground.rest).probability(TASKS_ID)
    assert found.after == evaluate(ground, scenario).probability(TASKS_ID)
    assert sum(changes(found).values()) == pytest.approx(found.after - found.before, abs=1e-12)
    assert not found.decided


def test_one_lever_alone_makes_the_whole_change() -> None:
    ground = stage()
    found = contribution(ground, with_all(ground.rest, "programme_share", 0.03), TASKS_ID)
    assert found is not None
    assert found.after > found.before
    assert changes(found) == {"programme_share": found.after - found.before}


def test_levers_that_multiply_alike_share_alike_and_an_idle_one_gets_nothing() -> None:
    ground = stage()
    rest = ground.rest
    scenario = replace(
        rest,
        budget_grdp_share=(rest.budget_grdp_share[0] * 1.25,),
        efficiency=(rest.efficiency[0] * 1.25,),
        population_growth=(0.02,),
    )
    found = changes(contribution(ground, scenario, TASKS_ID))
    assert found["budget_grdp_share"] == found["efficiency"] > 0
    assert found["population_growth"] == 0


def test_a_split_and_all_overrides_are_one_part_each() -> None:
    ground = stage()
    scenario = ground.rest.with_value("split", 2, 0.6)
    for indicator_id in (TASKS, "dti"):
        scenario = scenario.with_override(Override(indicator_id=indicator_id, pace=0.1))
    found = changes(contribution(ground, scenario, TASKS_ID))
    assert found.keys() == {"split", OVERRIDES}
    assert min(found.values()) > 0


def test_parts_of_a_count_sum_and_are_grouped_where_many_levers_move() -> None:
    ground = stage()
    scenario = with_all(with_all(ground.rest, "programme_share", 0.03), "growth", 0.08)
    few = count_contribution(ground, scenario, 2035)
    assert not few.grouped
    assert changes(few).keys() == {"programme_share", "growth"}
    many = replace(
        with_all(scenario, "cofinancing", 4.0),
        budget_grdp_share=(0.2,),
        execution=(0.95,),
        efficiency=(0.8,),
    ).with_value("split", 0, 0.4)
    found = count_contribution(ground, many, 2035)
    assert found.grouped
    assert changes(found).keys() == {group.value for group in LeverGroup}
    baseline, run = evaluate(ground, ground.rest), evaluate(ground, many)
    among = comparable(baseline, run)
    assert found.before == pytest.approx(baseline.count(2035, among=among).expected)
    assert found.after == pytest.approx(run.count(2035, among=among).expected)
    assert sum(changes(found).values()) == pytest.approx(found.after - found.before)


def test_a_target_that_the_levers_set_is_marked() -> None:
    ground = stage()
    found = contribution(
        ground, with_all(ground.rest, "programme_share", 0.03), "st_budget_share-2030"
    )
    assert found is not None
    assert found.decided


def test_without_a_projection_there_is_nothing_to_divide() -> None:
    ground = stage(suppose_2025_met=False)
    assert contribution(ground, ground.rest, TASKS_ID) is None
    with pytest.raises(ValueError, match="not in tuple"):
        contribution(ground, ground.rest, "nothing-2030")
