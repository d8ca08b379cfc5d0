"""The best plan: counted by the engine, within its limits, no worse than any grid."""

from dataclasses import replace
from itertools import product

import numpy as np
import pytest

from kh359.model.evaluation.evaluation import evaluate
from kh359.model.evaluation.run import ScenarioRun
from kh359.model.evaluation.stage import Stage
from kh359.model.scenario.lever import PROGRAMMES
from kh359.model.scenario.scenario import Scenario, Values
from kh359.model.solve.aim import Aim, Limits
from kh359.model.solve.best_plan import best_plan, ceiling_of
from kh359.model.solve.frontier import MULTIPLES, frontier
from kh359.model.solve.live_draws import live_draws
from kh359.model.solve.question import QuestionError, QuestionFault
from kh359.model.solve.smooth import SmoothObjective
from kh359.model.solve.watch import Cancelled, Watch
from tests.model.scenario_pieces import stage

WEIGHTS = (("dti-2030", 3.0), ("researchers_total-2045", 0.5), ("startups-2030", 0.0))


def counted(run: ScenarioRun, aim: Aim) -> float:
    """Weighted expected number of targets, off the engine's run; money shares are not counted."""
    weights = dict(aim.weights)
    return sum(
        weights.get(target_id, 1.0) * float(p)
        for target_id, p in zip(run.target_ids, run.p_met, strict=True)
        if not np.isnan(p) and not target_id.startswith(("st_budget_share", "sti_grdp_share"))
    )


def spent(run: ScenarioRun) -> float:
    """Budget of all programmes and years."""
    return float(run.money.allocated.sum())


@pytest.mark.parametrize("weights", [(), WEIGHTS])
def test_the_numbers_of_a_plan_are_those_of_the_engine(weights: tuple) -> None:
    ground = stage()
    aim = Aim(scenario=ground.rest, weights=weights)
    plan = best_plan(ground, aim, Limits(ceiling=2.0 * ceiling_of(ground, ground.rest)))
    run = evaluate(ground, plan.scenario)
    assert plan.expected == pytest.approx(counted(run, aim), abs=1e-9)
    assert plan.before == pytest.approx(counted(evaluate(ground, ground.rest), aim), abs=1e-9)
    assert plan.spent == pytest.approx(spent(run), rel=1e-9)
    assert plan.expected > plan.before


@pytest.mark.parametrize(
    ("floors", "change", "multiple"),
    [
        ((0.0,) * 5, None, 1.0),
        ((0.1,) * 5, 0.15, 2.0),
        ((0.205, 0.205, 0.205, 0.205, 0.18), 0.3, 1.5),
        ((0.0, 0.5, 0.0, 0.0, 0.1), 0.08, 1.2),
    ],
)
def test_a_plan_keeps_its_limits(floors: Values, change: float | None, multiple: float) -> None:
    ground = stage()
    ceiling = multiple * ceiling_of(ground, ground.rest)
    limits = Limits(ceiling=ceiling, floors=floors, largest_change=change)
    plan = best_plan(ground, Aim(scenario=ground.rest), limits)
    assert spent(plan.run) <= ceiling * (1 + 1e-6)
    assert (np.array(plan.scenario.split) >= np.array(floors) - 1e-9).all()
    if change is not None:
        assert ground.grdp is not None
        before = ground.grdp * ground.rest.budget_grdp_share[0] * ground.rest.programme_share[0]
        yearly = np.concatenate([[before], plan.run.money.allocated.sum(axis=1)])
        assert (np.abs(yearly[1:] / yearly[:-1] - 1) <= change + 1e-6).all()


def test_money_that_may_not_fall_never_does() -> None:
    ground = stage()
    ceiling = 1.5 * ceiling_of(ground, ground.rest)
    free = best_plan(ground, Aim(scenario=ground.rest), Limits(ceiling=ceiling))
    limits = Limits(ceiling=ceiling, may_fall=False)
    steady = best_plan(ground, Aim(scenario=ground.rest), limits)
    falls = [
        (np.diff(plan.run.money.allocated.sum(axis=1)) < -1e-3).any() for plan in (free, steady)
    ]
    assert falls == [True, False]
    assert steady.expected <= free.expected
    # half of today's money cannot be had without a cut
    with pytest.raises(QuestionError):
        best_plan(ground, Aim(scenario=ground.rest), Limits(ceiling=ceiling / 3, may_fall=False))


def test_targets_that_the_levers_set_are_told_apart() -> None:
    ground = stage()
    limits = Limits(ceiling=8 * ceiling_of(ground, ground.rest), may_fall=False)
    plan = best_plan(ground, Aim(scenario=ground.rest), limits)
    met, total = plan.set_by_levers
    assert total == 8
    shares = plan.scenario.programme_share
    # the plan asks for 1.5, 2, 2.5 and 3 % of the local budget
    of_budget = sum(s >= t for s, t in zip(shares, (0.015, 0.02, 0.025, 0.03), strict=True))
    assert of_budget <= met <= total


def small(*indicators: str) -> Stage:
    """A stage of a few indicators, each of another programme."""
    ground = stage()
    keep = [row for row, i in enumerate(ground.indicator_ids) if i in indicators]
    response = ground.response
    small_stage = replace(
        ground,
        tracks=tuple(ground.tracks[row] for row in keep),
        response=replace(
            response,
            kind_of=response.kind_of[keep],
            sensitivity=response.sensitivity[keep],
            led=response.led[keep],
        ),
    )
    used = {response.kinds[int(k)].programme for k in response.kind_of[keep]}
    assert len(used) == len(indicators)
    return small_stage


def on_grid(ground: Stage, aim: Aim, ceiling: float, parts: int) -> float:
    """The best expected number over every split and timing on a coarse grid."""
    used = sorted({ground.response.kinds[int(k)].programme for k in ground.response.kind_of})
    best = 0.0
    for shares in product((0.0, 0.01, 0.02, 0.04), repeat=4):
        timed = replace(ground.rest, programme_share=shares)
        if ceiling_of(ground, timed) > ceiling:
            continue
        for cut in product(range(parts + 1), repeat=len(used) - 1):
            if sum(cut) > parts:
                continue
            split = [0.0] * len(PROGRAMMES)
            for programme, part in zip(used, (*cut, parts - sum(cut)), strict=True):
                split[programme] = part / parts
            best = max(best, counted(evaluate(ground, replace(timed, split=tuple(split))), aim))
    return best


@pytest.mark.parametrize(
    ("indicators", "parts"),
    [
        (("researchers_total", "innovation_projects"), 10),
        (("scopus_papers", "startups", "dossiers_online"), 4),
    ],
)
def test_a_plan_is_no_worse_than_every_plan_on_a_grid(
    indicators: tuple[str, ...], parts: int
) -> None:
    ground = small(*indicators)
    aim = Aim(scenario=ground.rest)
    ceiling = 1.5 * ceiling_of(ground, ground.rest)
    plan = best_plan(ground, aim, Limits(ceiling=ceiling))
    assert plan.expected >= on_grid(ground, aim, ceiling, parts) - 1e-9


def test_a_plan_is_never_worse_than_the_scenario_where_that_keeps_the_limits() -> None:
    ground = stage()
    scenario = replace(ground.rest, split=(0.0, 0.0, 0.6, 0.32, 0.08))
    limits = Limits(ceiling=ceiling_of(ground, scenario))
    plan = best_plan(ground, Aim(scenario=scenario), limits)
    assert plan.before_allowed
    assert plan.expected >= plan.before


def test_the_same_question_has_the_same_plan() -> None:
    ground = stage()
    limits = Limits(ceiling=ceiling_of(ground, ground.rest))
    first, again = (best_plan(ground, Aim(scenario=ground.rest), limits) for _ in range(2))
    assert first.scenario == again.scenario


def test_more_money_never_shows_fewer_targets() -> None:
    ground = stage()
    limits = Limits(ceiling=1.0, largest_change=0.2)
    found = frontier(ground, Aim(scenario=ground.rest), limits)
    expected = [point.expected for point in found.points]
    assert expected == sorted(expected)
    money = [point.spent for point in found.points]
    assert money == sorted(set(money))
    assert 5 <= len(expected) <= len(MULTIPLES)
    assert all(point.spent <= point.ceiling * (1 + 1e-6) for point in found.points)
    now: Scenario = found.now.scenario
    assert now == ground.rest
    assert found.now.spent == pytest.approx(spent(evaluate(ground, now)))
    at_rest = next(point for point in found.points if point.ceiling == pytest.approx(found.rest))
    assert at_rest.expected >= found.now.expected


def test_the_slope_of_the_smooth_number_is_its_own() -> None:
    ground = stage()
    smooth = SmoothObjective(live_draws(ground, Aim(scenario=ground.rest)))
    at = np.array([*ground.rest.split, *ground.rest.programme_share])
    _, slope = smooth(at)
    for slot in range(at.size):
        step = np.zeros(at.size)
        step[slot] = 1e-6
        measured = (smooth(at + step)[0] - smooth(at - step)[0]) / 2e-6
        assert slope[slot] == pytest.approx(measured, rel=1e-4, abs=1e-6)


def test_a_search_that_nobody_waits_for_stops_soon() -> None:
    ground, told = stage(), []

    def cancelled() -> bool:
        return len(told) >= 3

    limits = Limits(ceiling=ceiling_of(ground, ground.rest))
    watch = Watch(progress=told.append, cancelled=cancelled)
    with pytest.raises(Cancelled):
        best_plan(ground, Aim(scenario=ground.rest), limits, watch)
    assert len(told) == 3
    with pytest.raises(Cancelled):
        frontier(ground, Aim(scenario=ground.rest), limits, watch)


def test_progress_rises_to_the_end() -> None:
    ground, told = stage(), []
    limits = Limits(ceiling=ceiling_of(ground, ground.rest))
    best_plan(ground, Aim(scenario=ground.rest), limits, Watch(progress=told.append))
    assert told == sorted(told)
    assert told[-1] > 0.9
    assert max(told) <= 1


@pytest.mark.parametrize(
    ("limits", "code"),
    [
        ({"ceiling": 0.0}, QuestionFault.CEILING),
        ({"ceiling": float("inf")}, QuestionFault.CEILING),
        ({"ceiling": 1e30}, QuestionFault.CEILING),
        ({"ceiling": 1e4, "largest_change": 0.0}, QuestionFault.CHANGE),
        ({"ceiling": 1e4, "floors": (0.5, 0.5, 0.5, 0.0, 0.0)}, QuestionFault.FLOORS),
        ({"ceiling": 1.0}, QuestionFault.NOT_POSSIBLE),
        ({"ceiling": 1e4, "largest_change": 0.02}, None),
    ],
)
def test_limits_that_nothing_keeps_are_told(limits: dict, code: QuestionFault | None) -> None:
    ground = stage()
    if code is None:
        best_plan(ground, Aim(scenario=ground.rest), Limits(**limits))
        return
    with pytest.raises(QuestionError) as caught:
        best_plan(ground, Aim(scenario=ground.rest), Limits(**limits))
    assert caught.value.code is code


def test_without_the_size_of_the_economy_there_is_no_ceiling() -> None:
    ground = replace(stage(), grdp=None)
    with pytest.raises(QuestionError) as caught:
        best_plan(ground, Aim(scenario=ground.rest), Limits(ceiling=1e4))
    assert caught.value.code is QuestionFault.NO_MONEY


def test_a_weight_below_0_is_refused() -> None:
    with pytest.raises(QuestionError):
        Aim(scenario=stage().rest, weights=(("dti-2030", -1.0),))


def test_money_that_never_works_leaves_every_plan_alike() -> None:
    ground = stage()
    idle = replace(ground.rest, execution=(0.0,))
    plan = best_plan(ground, Aim(scenario=idle), Limits(ceiling=ceiling_of(ground, idle)))
    assert plan.expected == pytest.approx(plan.before)
