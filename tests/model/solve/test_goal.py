"""A question's answer against the engine itself: exact, monotone, and every legal answer."""

from dataclasses import replace

import numpy as np
import pytest

from kh359.model.evaluation.evaluation import evaluate
from kh359.model.evaluation.stage import Stage
from kh359.model.scenario.scenario import Scenario
from kh359.model.solve.answer import Answer, Status, TargetAnswer
from kh359.model.solve.goal import seek
from kh359.model.solve.latest_start import START_YEARS
from kh359.model.solve.least_budget import SHARE_STEP
from kh359.model.solve.question import Question, QuestionError, QuestionFault, Unknown
from kh359.plan.indicator import Driver
from tests.model.scenario_pieces import stage

MOVED = ("researchers_total-2030", "innovation_projects-2035", "dti-2040", "dossiers_online-2030")
"""Targets whose probability money moves by several points."""


def ask(ground: Stage, *target_ids: str, **words) -> Answer:
    """Answer a question from rest."""
    words.setdefault("scenario", ground.rest)
    return seek(ground, Question(target_ids=target_ids, **words))


def alone(ground: Stage, target_id: str, **words) -> TargetAnswer:
    """The answer about a single target."""
    return ask(ground, target_id, **words).targets[0]


def chance(ground: Stage, scenario: Scenario, target_id: str) -> float:
    """The engine's probability."""
    found = evaluate(ground, scenario).probability(target_id)
    assert found is not None
    return found


def between(ground: Stage, target_id: str, unknown: Unknown) -> float:
    """A probability that the lever can bring about and that is not there yet."""
    hard = alone(ground, target_id, unknown=unknown, wanted=0.95)
    assert hard.p_now is not None
    assert hard.p_limit is not None
    assert hard.p_limit > hard.p_now + 0.01
    return max((hard.p_now + hard.p_limit) / 2, 0.05)


def shares_to(level: float, year: int, scenario: Scenario) -> Scenario:
    """The level at the milestones up to a year."""
    for slot, stated in enumerate((2030, 2035, 2040, 2045)):
        if stated <= year:
            scenario = scenario.with_value("programme_share", slot, level)
    return scenario


@pytest.mark.parametrize("target_id", MOVED)
def test_the_least_budget_is_enough_and_one_step_less_is_not(target_id: str) -> None:
    ground = stage()
    wanted = between(ground, target_id, Unknown.BUDGET)
    answer = ask(ground, target_id, wanted=wanted)
    (found,) = answer.targets
    assert found.status is Status.REACHED
    assert found.value is not None
    assert answer.together
    year = int(target_id[-4:])
    enough, less = (
        shares_to(level, year, ground.rest) for level in (found.value, found.value - 2 * SHARE_STEP)
    )
    assert chance(ground, enough, target_id) >= wanted
    assert chance(ground, less, target_id) < wanted
    assert answer.scenario == enough
    assert found.p_then == chance(ground, enough, target_id)


def test_no_level_on_a_grid_beats_the_least_budget() -> None:
    ground, target_id = stage(), MOVED[0]
    wanted = between(ground, target_id, Unknown.BUDGET)
    value = alone(ground, target_id, wanted=wanted).value
    grid = np.linspace(0, 0.1, 201)
    enough = [
        level
        for level in grid
        if chance(ground, shares_to(level, 2030, ground.rest), target_id) >= wanted
    ]
    assert value is not None
    assert value <= min(enough) < value + 0.1 / 200 + 1e-9


@pytest.mark.parametrize("unknown", [Unknown.BUDGET, Unknown.PACE, Unknown.SPLIT])
@pytest.mark.parametrize("target_id", MOVED)
def test_a_higher_probability_never_costs_less(target_id: str, unknown: Unknown) -> None:
    ground, values = stage(), []
    for wanted in np.linspace(0.05, 0.95, 7):
        found = alone(ground, target_id, wanted=float(wanted), unknown=unknown)
        values.append(np.inf if found.value is None else found.value)
    assert values == sorted(values)


@pytest.mark.parametrize("target_id", ["dti-2045", "researchers_per_10k-2030", "startups-2040"])
def test_the_least_pace_is_enough_and_a_little_less_is_not(target_id: str) -> None:
    ground = stage()
    answer = ask(ground, target_id, unknown=Unknown.PACE, wanted=0.5)
    (found,) = answer.targets
    assert found.status is Status.REACHED
    assert answer.scenario is not None
    assert chance(ground, answer.scenario, target_id) >= 0.5
    (override,) = answer.scenario.overrides
    assert override.pace == found.value
    slower = answer.scenario.with_override(replace(override, pace=override.pace - 2e-5))
    assert chance(ground, slower, target_id) < 0.5


def test_a_rate_per_10000_is_reached_by_the_pace_of_the_head_count() -> None:
    answer = ask(stage(), "researchers_per_10k-2030", unknown=Unknown.PACE, wanted=0.5)
    assert answer.scenario is not None
    assert [override.indicator_id for override in answer.scenario.overrides] == [
        "researchers_total"
    ]


@pytest.mark.parametrize("target_id", MOVED)
def test_the_least_share_is_enough_and_a_little_less_is_not(target_id: str) -> None:
    ground = stage()
    wanted = between(ground, target_id, Unknown.SPLIT)
    answer = ask(ground, target_id, unknown=Unknown.SPLIT, wanted=wanted)
    (found,) = answer.targets
    assert found.status is Status.REACHED
    assert found.value is not None
    assert answer.scenario is not None
    assert chance(ground, answer.scenario, target_id) >= wanted
    slot = int(np.argmax(np.array(answer.scenario.split) - np.array(ground.rest.split)))
    assert answer.scenario.split[slot] == pytest.approx(found.value, abs=1e-9)
    less = answer.scenario.with_value("split", slot, found.value - 2e-5)
    assert chance(ground, less, target_id) < wanted


def test_two_targets_of_one_pot_that_do_not_fit_have_the_same_lower_chance_raised() -> None:
    ground = stage()
    ids = ("researchers_total-2030", "innovation_projects-2030")
    limits = [alone(ground, i, unknown=Unknown.SPLIT).p_limit or 0 for i in ids]
    wanted = min(limits) - 0.005
    answer = ask(ground, *ids, unknown=Unknown.SPLIT, wanted=wanted)
    assert not answer.together
    assert sum(answer.shares) > 1
    assert answer.scenario is not None
    lowest = min(target.p_then or 0 for target in answer.targets)
    assert lowest > min(target.p_now or 0 for target in answer.targets)
    # no split of the two programmes on a grid lifts the lower of the two any higher
    for first in np.linspace(0, 1, 41):
        split = (0.0, first, 0.0, 1 - first, 0.0)
        run = evaluate(ground, replace(ground.rest, split=split))
        assert min(run.probability(i) or 0 for i in ids) <= lowest + 1e-9


def test_the_latest_start_is_enough_and_the_next_is_not() -> None:
    ground, target_id, level = stage(), "researchers_total-2045", 0.08
    chances = {}
    for year in START_YEARS:
        shares = tuple(
            level if stated >= year else ground.rest.programme_share[0]
            for stated in (2030, 2035, 2040, 2045)
        )
        chances[year] = chance(ground, replace(ground.rest, programme_share=shares), target_id)
    assert list(chances.values()) == sorted(chances.values(), reverse=True)
    assert chances[2026] > chances[2036] > 0.05
    found = alone(ground, target_id, unknown=Unknown.START, level=level, wanted=chances[2036])
    assert found.value == max(y for y in START_YEARS if chances[y] >= chances[2036])
    beyond = alone(ground, target_id, unknown=Unknown.START, level=level, wanted=0.9)
    assert beyond.status is Status.BEYOND_LIMIT
    assert beyond.p_most == chances[2026]


def test_several_targets_each_have_the_probability_wanted() -> None:
    ground, wanted = stage(), 0.3
    answer = ask(ground, *MOVED, wanted=wanted)
    reached = [t for t in answer.targets if t.status in (Status.REACHED, Status.ALREADY)]
    assert reached
    assert answer.together
    assert all(target.p_then is not None and target.p_then >= wanted for target in reached)
    assert answer.value == max(target.value or 0 for target in reached)
    for target in reached:
        single = ask(ground, target.target_id, wanted=wanted)
        assert single.targets[0].p_then == target.p_value


# --- every legal answer -------------------------------------------------------------------------


def test_a_target_that_is_reached_already_says_how_little_would_do() -> None:
    ground = stage()
    found = alone(ground, "eid_level2-2030", wanted=0.5)
    assert found.status is Status.ALREADY
    assert found.value is not None
    assert found.value < ground.rest.programme_share[0]


def test_a_share_of_the_budget_is_set_by_the_lever_itself() -> None:
    # the plan asks for 1.5 % of the local budget in 2030
    found = alone(stage(), "st_budget_share-2030")
    assert found.status is Status.DECIDED
    assert found.value == pytest.approx(0.015, abs=2e-6)
    assert found.p_then is None


def test_a_share_of_grdp_follows_from_budget_and_cofinancing() -> None:
    ground = stage()
    target = next(t for t in ground.tracks if t.indicator.indicator_id == "sti_grdp_share").targets[
        0
    ]
    found = alone(ground, ground.target_ids[target.position])
    rest = ground.rest
    expected = target.least / (rest.budget_grdp_share[0] * (1 + rest.cofinancing[0]))
    assert found.value == pytest.approx(expected, abs=2e-6)


@pytest.mark.parametrize("unknown", [Unknown.PACE, Unknown.SPLIT])
def test_neither_pace_nor_split_reaches_what_the_levers_set(unknown: Unknown) -> None:
    found = alone(stage(), "st_budget_share-2030", unknown=unknown)
    assert found.status is Status.DECIDED
    assert found.value is None


def test_without_a_projection_there_are_no_figures() -> None:
    ground = stage(suppose_2025_met=False)
    assert alone(ground, "startups-2030").status is Status.NO_DATA


def test_a_year_that_is_over_is_judged_on_what_was_observed() -> None:
    assert alone(stage(), "startups-2025").status is Status.JUDGED


def without_money(ground: Stage, indicator_id: str) -> Stage:
    """The indicator has no channel."""
    kinds = ground.response.kind_of.copy()
    kinds[ground.indicator_ids.index(indicator_id)] = -1
    return replace(ground, response=replace(ground.response, kind_of=kinds))


def test_what_no_money_moves_is_not_in_the_hands_of_the_province() -> None:
    ground = without_money(stage(), "dti")
    assert alone(ground, "dti-2040").status is Status.NOT_IN_HANDS
    assert alone(ground, "dti-2040", unknown=Unknown.PACE, wanted=0.5).status is not (
        Status.NOT_IN_HANDS
    )


def led_by(ground: Stage, indicator_id: str, driver: Driver) -> Stage:
    """The same numbers, with another driver named."""
    tracks = tuple(
        replace(track, indicator=track.indicator.model_copy(update={"driver": driver}))
        if track.indicator.indicator_id == indicator_id
        else track
        for track in ground.tracks
    )
    return replace(ground, tracks=tracks)


@pytest.mark.parametrize(
    ("driver", "status"),
    [
        (Driver.PROVINCE, Status.NEVER),
        (Driver.NATION, Status.NOT_IN_HANDS),
        (Driver.MARKET, Status.NOT_IN_HANDS),
    ],
)
def test_what_the_whole_budget_cannot_buy(driver: Driver, status: Status) -> None:
    ground = led_by(stage(), "dti", driver)
    found = alone(ground, "dti-2045", wanted=0.95)
    assert found.status is status
    assert found.value is None
    assert found.p_limit is not None
    assert found.p_most is not None
    assert found.p_limit <= found.p_most < 0.95


def test_more_than_a_scenario_may_state_is_told_with_the_level() -> None:
    ground, target_id = stage(), MOVED[0]
    found = alone(ground, target_id, wanted=0.95)
    assert found.p_limit is not None
    assert found.p_most is not None
    if found.p_most <= found.p_limit:
        pytest.skip("no draw lies between the limit and the whole budget")
    found = alone(ground, target_id, wanted=found.p_most)
    assert found.status is Status.BEYOND_LIMIT
    assert found.value is not None
    assert 0.1 < found.value <= 1


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ({"wanted": 1.0}, QuestionFault.WANTED_RANGE),
        ({"wanted": float("nan")}, QuestionFault.WANTED_RANGE),
        ({"unknown": Unknown.START}, QuestionFault.NO_EXTRA_MONEY),
        ({"unknown": Unknown.START, "level": 0.2}, QuestionFault.LEVEL_RANGE),
        ({"unknown": Unknown.SPLIT, "floors": (0.3,) * 5}, QuestionFault.FLOORS),
        ({"target_ids": ()}, QuestionFault.NO_TARGET),
        ({"target_ids": ("moon-2030",)}, QuestionFault.UNKNOWN_TARGET),
    ],
)
def test_a_question_without_sense_is_refused(words: dict, code: QuestionFault) -> None:
    ground = stage()
    words = {"target_ids": ("dti-2030",), "scenario": ground.rest, **words}
    with pytest.raises(QuestionError) as caught:
        seek(ground, Question(**words))
    assert caught.value.code is code
