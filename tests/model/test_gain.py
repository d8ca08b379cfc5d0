"""Targets won and lost, and what a won target costs, against sums done by hand."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from kh359.model.evaluation.run import ScenarioRun
from kh359.model.gain import CostState, comparable, gain
from kh359.model.response.money import Money
from kh359.model.scenario.lever import LEVERS
from kh359.model.scenario.scenario import Scenario

YEARS = np.array([2030, 2030, 2035, 2035])
LEVER_VALUES: dict[str, Any] = {
    lever.name: (0.2,) * 5 if lever.name == "split" else (lever.low,) * lever.size
    for lever in LEVERS
}
SCENARIO = Scenario(**LEVER_VALUES)


def run(
    p_met: list[float],
    *,
    yearly: float = 100.0,
    private: float = 0.0,
    decided: tuple[int, ...] = (),
) -> ScenarioRun:
    """A run of four targets; `yearly`: billion đồng a year for the five programmes together."""
    years = np.arange(2026, 2046)
    each = np.full((years.size, 5), yearly / 5)
    empty = np.zeros((4, 0))
    return ScenarioRun(
        scenario=SCENARIO,
        data_version="x",
        seed=1,
        target_ids=("a-2030", "b-2030", "a-2035", "b-2035"),
        target_years=YEARS,
        p_met=np.array(p_met),
        p_met_by=np.array(p_met),
        reached=empty,
        met=empty.astype(bool),
        decided=np.isin(np.arange(4), decided),
        indicator_ids=(),
        years=years,
        paths=np.zeros((0, years.size, 0)),
        money=Money(
            years=years,
            grdp=np.ones(years.size),
            local_budget=np.ones(years.size),
            allocated=each,
            private=np.full((years.size, 5), private / 5),
        ),
    )


def test_a_target_is_won_when_its_probability_passes_one_half() -> None:
    found = gain(run([0.4, 0.5, 0.2, 0.6]), run([0.5, 0.9, 0.4, 0.45]), 2035)
    assert [change.target_id for change in found.won] == ["a-2030"]
    assert [change.target_id for change in found.lost] == ["b-2035"]
    assert found.won[0].before == 0.4
    assert found.won[0].after == 0.5
    # 0.1 + 0.4 + 0.2 - 0.15
    assert found.expected == pytest.approx(0.55)


def test_what_falls_due_later_is_not_counted() -> None:
    found = gain(run([0.4, 0.5, 0.2, 0.6]), run([0.5, 0.9, 0.4, 0.45]), 2030)
    assert found.lost == ()
    assert found.expected == pytest.approx(0.5)


def test_money_is_that_from_2026_to_the_milestone() -> None:
    found = gain(run([0.2] * 4), run([0.7] * 4, yearly=130, private=8), 2030)
    # five years of 30; five years of 8; two targets of 0.5 each
    assert found.extra_public == pytest.approx(150)
    assert found.extra_private == pytest.approx(40)
    assert found.expected == pytest.approx(1.0)
    assert found.cost_state is CostState.STATED
    assert found.cost_per_target == pytest.approx(150)


def test_money_is_not_divided_by_a_small_gain() -> None:
    found = gain(run([0.2] * 4), run([0.4, 0.4, 0.2, 0.2], yearly=130), 2035)
    assert found.expected == pytest.approx(0.4)
    assert found.cost_state is CostState.GAIN_TOO_SMALL
    assert found.cost_per_target is None


def test_a_gain_without_extra_money_has_no_cost() -> None:
    found = gain(run([0.2] * 4), run([0.7] * 4, yearly=90), 2035)
    assert found.cost_state is CostState.NO_EXTRA_MONEY
    assert found.cost_per_target is None


def test_what_the_levers_themselves_set_is_neither_won_nor_gained() -> None:
    found = gain(run([0.2, 0.2, 0.2, 0.2]), run([1.0, 0.2, 0.2, 0.2], decided=(0,)), 2035)
    assert found.decided == ("a-2030",)
    assert found.won == ()
    assert found.expected == 0


def test_targets_without_a_projection_do_not_count() -> None:
    nan = float("nan")
    found = gain(run([nan, 0.2, nan, 0.2]), run([nan, 0.8, nan, 0.2]), 2035)
    assert [change.target_id for change in found.won] == ["b-2030"]
    assert found.expected == pytest.approx(0.6)


def test_runs_of_other_targets_are_refused() -> None:
    other = replace(run([0.2] * 4), target_ids=("c", "d", "e", "f"))
    with pytest.raises(ValueError, match="different targets"):
        gain(run([0.2] * 4), other, 2030)


def test_both_runs_count_the_same_targets() -> None:
    nan = float("nan")
    before, after = run([nan, 0.2, 0.2, 0.2]), run([1.0, 0.2, nan, 0.2], decided=(0,))
    assert comparable(before, after).tolist() == [False, True, False, True]
