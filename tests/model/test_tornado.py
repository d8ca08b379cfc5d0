"""A tornado's middle, ends and order; facts in which one assumption is certain."""

from dataclasses import replace

import numpy as np
import pytest

from kh359.model.evaluation.evaluation import evaluate
from kh359.model.evaluation.stage import Stage
from kh359.model.response.effect import responsiveness
from kh359.model.response.prior_draw import prior_draws
from kh359.model.scenario.lever import LEVER_BY_NAME
from kh359.model.scenario.scenario import Override, Scenario, rest_scenario
from kh359.model.sensitivity.fixed_prior import drawn_quantile, facts_fixing
from kh359.model.sensitivity.followed import followed
from kh359.model.sensitivity.source import SourceKind
from kh359.model.sensitivity.tornado import Tornado, TornadoRow, tornado
from tests.model.scenario_pieces import known, prior, stage, with_all

TASKS = "st_tasks_started-2030"
RATE = "researchers_per_10k-2035"


def rich(ground: Stage) -> Scenario:
    return with_all(with_all(ground.rest, "programme_share", 0.02), "cofinancing", 3.0)


def found(ground: Stage, scenario: Scenario, target_id: str) -> Tornado:
    result = tornado(known(), ground, scenario, target_id)
    assert result is not None
    return result


def row(result: Tornado, source_id: str, kind: SourceKind = SourceKind.ASSUMPTION) -> TornadoRow:
    (chosen,) = (
        r for r in result.rows if r.source.source_id == source_id and r.source.kind is kind
    )
    return chosen


@pytest.mark.parametrize("target_id", [TASKS, RATE, "dti-2045", "digital_economy_share-2035"])
def test_the_middle_is_the_probability_of_the_run(target_id: str) -> None:
    ground = stage()
    result = found(ground, rich(ground), target_id)
    assert result.p_met == evaluate(ground, rich(ground)).probability(target_id)
    swings = [r.swing for r in result.rows]
    assert swings == sorted(swings, reverse=True)
    assert swings[0] > 0


def test_every_lever_of_money_and_every_assumption_of_its_channel_is_tried_once() -> None:
    rows = found(stage(), rich(stage()), TASKS).rows
    levers = {r.source.source_id for r in rows if r.source.kind is SourceKind.LEVER}
    assumptions = [r.source.source_id for r in rows if r.source.kind is SourceKind.ASSUMPTION]
    assert levers == LEVER_BY_NAME.keys() - {"population_growth"}
    assert sorted(assumptions) == [
        "added_lag",
        "budget_grdp_share",
        "cofinancing",
        "depreciation_knowledge",
        "efficiency",
        "elasticity_direct",
        "execution",
        "grdp_growth",
        "grdp_growth_spread",
        "lag_direct",
        "led_province",
        "programme_share",
        "split_c",
    ]


def test_money_that_surely_has_no_effect_leaves_the_baseline() -> None:
    ground = stage()
    effect = row(found(ground, rich(ground), TASKS), "elasticity_direct")
    assert effect.source.low == 0
    assert effect.p_low == evaluate(ground, ground.rest).probability(TASKS)
    assert effect.p_high > effect.p_low


def test_more_money_is_never_worse_and_equal_factors_count_equally() -> None:
    ground = stage()
    result = found(ground, rich(ground), TASKS)
    ends = []
    for lever in ("budget_grdp_share", "efficiency", "split", "programme_share", "cofinancing"):
        lever_row = row(result, lever, SourceKind.LEVER)
        assert lever_row.p_low <= result.p_met <= lever_row.p_high
        ends.append((lever_row.p_low, lever_row.p_high))
    assert ends[0] == ends[1] == ends[2]


def test_a_lever_is_swung_a_fifth_within_its_limits_and_written_for_the_targets_year() -> None:
    ground = stage()
    scenario = replace(
        ground.rest, programme_share=(0.01, 0.02, 0.03, 0.04), execution=(0.95,), growth=(0.14,) * 4
    )
    result = found(ground, scenario, "dti-2040")
    share = row(result, "programme_share", SourceKind.LEVER).source
    assert (share.slot, share.low, share.middle, share.high) == pytest.approx(
        (2, 0.024, 0.03, 0.036)
    )
    execution = row(result, "execution", SourceKind.LEVER).source
    assert (execution.low, execution.high) == pytest.approx((0.76, 1.0))
    growth = row(result, "growth", SourceKind.LEVER).source
    assert (growth.slot, growth.low, growth.high) == pytest.approx((2, 0.13, 0.15))
    lag = row(result, "added_lag", SourceKind.LEVER).source
    assert (lag.slot, lag.low, lag.high) == (None, 0.0, 1.0)


def test_where_a_lever_rests_matters_only_once_it_is_moved() -> None:
    ground = stage()
    result = found(ground, rich(ground), TASKS)
    for unmoved in ("efficiency", "budget_grdp_share", "split_c"):
        assert row(result, unmoved).swing == 0
    share = row(result, "programme_share")
    assert share.p_low > result.p_met > share.p_high


def test_at_rest_nothing_about_money_matters() -> None:
    ground = stage()
    result = found(ground, ground.rest, TASKS)
    assert all(r.swing == 0 for r in result.rows if r.source.kind is SourceKind.ASSUMPTION)


def test_population_is_part_of_the_baseline_of_a_rate() -> None:
    ground = stage(1000)
    population = row(found(ground, ground.rest, RATE), "population_growth")
    assert population.p_low > population.p_high


def test_a_pace_of_ones_own_is_tried_too() -> None:
    ground = stage()
    override = Override(indicator_id="st_tasks_started", pace=0.1, outside_driver=False)
    result = found(ground, ground.rest.with_override(override), TASKS)
    pace = row(result, "pace", SourceKind.OVERRIDE)
    assert (pace.source.low, pace.source.high) == pytest.approx((0.08, 0.12))
    assert pace.p_low <= result.p_met <= pace.p_high
    assert row(result, "led_province").swing > 0


def test_what_nothing_touches_has_no_rows_and_what_levers_set_has_no_tornado() -> None:
    ground = stage()
    assert found(ground, ground.rest, "st_budget_share-2030").rows == ()
    assert tornado(known(), ground, rich(ground), "st_budget_share-2030") is None
    assert tornado(known(), stage(suppose_2025_met=False), ground.rest, TASKS) is None


def test_fixing_one_assumption_changes_no_other_draw() -> None:
    facts = known()
    certain = facts_fixing(facts, {"elasticity_direct": 0.3})
    before, after = (responsiveness(given, given.indicators, 50, 1) for given in (facts, certain))
    changed = (before.sensitivity != after.sensitivity).any(axis=1)
    direct = [r.indicator_id for r in facts.responses if r.channel_id == "direct"]
    moved = [i.indicator_id for i, c in zip(facts.indicators, changed, strict=True) if c]
    assert sorted(moved) == sorted(direct)
    row_of = [i.indicator_id for i in facts.indicators].index(direct[0])
    assert after.sensitivity[row_of] == pytest.approx(0.3 * after.led[row_of])
    with pytest.raises(KeyError, match="nothing"):
        facts_fixing(facts, {"nothing": 1.0})


def test_quantiles_of_an_elasticity_count_its_chance_of_no_effect() -> None:
    supposed = prior(0.0, 0.2, 0.6, no_effect=0.5)
    assert drawn_quantile(supposed, np.array([0.0, 0.1, 0.49])).tolist() == [0, 0, 0]
    draws = np.sort(prior_draws(supposed, 200_000, 1))
    for u in (0.55, 0.75, 0.9):
        assert drawn_quantile(supposed, u) == pytest.approx(np.quantile(draws, u), abs=0.003)
    assert drawn_quantile(prior(0.0, 0.2, 0.6, no_effect=1.0), 0.9) == 0


def test_what_a_scenario_does_not_move_goes_along_with_the_rest() -> None:
    rest = stage().rest
    new_rest = rest_scenario(facts_fixing(known(), {"programme_share": 0.005, "split_a": 0.4}))
    scenario = replace(rest, programme_share=(rest.programme_share[0], 0.02, 0.03, 0.03))
    moved = followed(scenario, rest, new_rest)
    assert moved.programme_share == (0.005, 0.02, 0.03, 0.03)
    assert moved.split == new_rest.split
    assert sum(new_rest.split) == pytest.approx(1)
    shifted = followed(rest.with_value("split", 4, 0.5), rest, new_rest)
    assert shifted.split == rest.with_value("split", 4, 0.5).split
