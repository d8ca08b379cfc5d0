"""A link brings back the view, and refuses by name what it cannot bring back."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kh359.model.assumptions import StartingValue
from kh359.model.family import Family
from kh359.model.scenario.scenario import Scenario, rest_scenario
from kh359.model.solve.question import Unknown
from kh359.pages._address import read_address, write_address
from kh359.pages._briefing.briefing import Briefing
from kh359.pages._goal.choice import (
    CHANGES,
    FLOORS,
    LEVELS,
    MULTIPLES,
    PROBABILITIES,
    WEIGHTS,
    PlanAsked,
    TargetsAsked,
)
from kh359.pages._view import View
from kh359.plan.facts import Facts
from kh359.plan.loading import load_facts
from kh359.plan.target import MILESTONE_YEARS

FACTS: Facts = load_facts()
REST = rest_scenario(FACTS)


NO_QUESTION = "not a question of the page What it takes"


def as_lists(address: dict[str, str | list[str]]) -> dict[str, list[str]]:
    return {name: v if isinstance(v, list) else [v] for name, v in address.items()}


@given(
    language=st.sampled_from(["vi", "en"]),
    milestone=st.sampled_from(MILESTONE_YEARS),
    suppose=st.booleans(),
    value=st.floats(0, 1),
    year=st.integers(2015, 2026),
)
def test_a_link_brings_the_view_back(
    language: str, milestone: int, suppose: bool, value: float, year: int
) -> None:
    start = StartingValue(indicator_id="coverage_5g", year=year, value=value)
    view = (
        View(language=language, milestone=milestone, indicator_id="dti")  # type: ignore[arg-type]
        .supposing_2025_met(suppose)
        .with_starting_value(start)
        .with_family("pii", Family.DAMPED)
    )
    assert read_address(as_lists(write_address(view, FACTS)), FACTS) == (view, ())


@given(
    wanted=st.sampled_from(PROBABILITIES),
    unknown=st.sampled_from(Unknown),
    level=st.sampled_from(LEVELS),
    ids=st.none() | st.sets(st.sampled_from(["dti-2030", "dti-2045", "dti-2040"])).map(tuple),
)
def test_a_link_brings_the_question_about_targets_back(
    wanted: int, unknown: Unknown, level: int, ids: tuple[str, ...] | None
) -> None:
    asked = TargetsAsked(wanted=wanted, unknown=unknown, level=level, target_ids=ids)
    view = View(indicator_id="dti").asking(asked)
    assert read_address(as_lists(write_address(view, FACTS)), FACTS) == (view, ())


@given(
    ceiling=st.sampled_from(MULTIPLES),
    change=st.sampled_from(CHANGES),
    steady=st.booleans(),
    floors=st.tuples(*[st.sampled_from(FLOORS)] * 5),
    weights=st.tuples(*[st.sampled_from(WEIGHTS)] * 5),
    year_weights=st.tuples(*[st.sampled_from(WEIGHTS)] * 4),
)
def test_a_link_brings_the_question_about_the_plan_back(**parts: Any) -> None:
    view = View().asking_plan(PlanAsked(**parts))
    assert read_address(as_lists(write_address(view, FACTS)), FACTS) == (view, ())


def test_another_indicator_is_asked_about_by_its_own_targets() -> None:
    asked = TargetsAsked(wanted=30, target_ids=("dti-2030",))
    view = View(indicator_id="dti").asking(asked)
    assert view.of_indicator("dti").targets_asked == asked
    assert view.of_indicator("pii").targets_asked == replace(asked, target_ids=None)
    assert "hoi" not in write_address(View(), FACTS)


@pytest.mark.parametrize(
    ("name", "value", "reason"),
    [
        ("lang", "fr", "no such language"),
        ("moc", "2031", "the plan has no such milestone year"),
        ("ct", "nothing", "no such indicator"),
        ("gd25", "yes", "only 0 or 1 is allowed"),
        ("xp", "coverage_5g~2025", "a starting value reads INDICATOR~YEAR~VALUE"),
        ("xp", "coverage_5g~2025~1.2", "Giá trị không được lớn hơn 100\u00a0%."),
        ("xp", "startups~2025~1e30", "Giá trị quá lớn, chương trình không nhận."),
        ("xp", "coverage_5g~2025~nan", "Giá trị phải là một số hữu hạn."),
        ("xp", "coverage_5g~1999~0.5", f"Năm phải nằm trong khoảng 2015 đến {date.today().year}."),
        ("xp", "coverage_5g~2025~0.5~x", "a starting value reads INDICATOR~YEAR~VALUE"),
        ("xp", "coverage_5g~2025~0.5~", "a starting value reads INDICATOR~YEAR~VALUE"),
        ("xp", "startups~2025~1_0", "a starting value reads INDICATOR~YEAR~VALUE"),
        ("xp", "startups~20_25~10", "a starting value reads INDICATOR~YEAR~VALUE"),
        ("xp", "startups~2025~ 10", "a starting value reads INDICATOR~YEAR~VALUE"),
        ("xp", "startups~2025~٣", "a starting value reads INDICATOR~YEAR~VALUE"),
        ("xp", "nothing~2025~0.5", "no such indicator"),
        ("ho", "pii~wild", "no such growth family"),
        ("ho", "nothing~linear", "no such indicator"),
        ("zz", "1", "unknown parameter"),
        ("tb", "dem", "not a briefing of this program"),
        ("tb", "DEM~kb~abcd~2026-11-23", "not a briefing of this program"),
        ("tb", "dem~xx~abcd~2026-11-23", "not a briefing of this program"),
        ("tb", "dem~kb~abcd~2026-13-23", "not a briefing of this program"),
        ("tb", "dem~kb~abcd~2026-11-23~nothing", "no such indicator"),
        ("hoi", "81~budget~30", NO_QUESTION),
        ("hoi", "80~BUDGET~30", NO_QUESTION),
        ("hoi", "80~budget", NO_QUESTION),
        ("hoi", "80~budget~30~dti-2030~dti-2030", NO_QUESTION),
        ("hoi", "80~budget~30~dti-2025", "no such target still to come"),
        ("hoi", "80~budget~30~nothing-2030", "no such target still to come"),
        ("pa", "1~20~1", NO_QUESTION),
        ("pa", "1~20~2~0~0~0~0~0~1~1~1~1~1~1~1~1~1", NO_QUESTION),
        ("pa", "1~20~1~0~0~0~0~99~1~1~1~1~1~1~1~1~1", NO_QUESTION),
        ("pa", "1~nan~1~0~0~0~0~0~1~1~1~1~1~1~1~1~1", NO_QUESTION),
        ("v", "2", "this link belongs to another version of the program"),
        ("v", "", "this link belongs to another version of the program"),
        ("v", "1.0", "this link belongs to another version of the program"),
    ],
)
def test_what_cannot_be_used_is_refused_by_name(name: str, value: str, reason: str) -> None:
    view, (refusal,) = read_address({name: [value]}, FACTS)
    assert view == View()
    assert (refusal.name, refusal.value, refusal.reason) == (name, value, reason)


def test_the_rest_of_a_partly_wrong_link_is_used() -> None:
    view, refusals = read_address({"moc": ["1999"], "ct": ["dti"]}, FACTS)
    assert view.indicator_id == "dti"
    assert [refusal.name for refusal in refusals] == ["moc"]


def test_a_link_of_two_versions_is_not_used_at_all() -> None:
    view, refusals = read_address({"v": ["2", "1"], "ct": ["dti"]}, FACTS)
    assert view == View()
    assert [(refusal.name, refusal.value) for refusal in refusals] == [("v", "2")]


@pytest.mark.parametrize(
    ("name", "first", "second"),
    [
        ("v", "1", "1"),
        ("lang", "en", "vi"),
        ("moc", "2035", "2040"),
        ("ct", "dti", "pii"),
        ("gd25", "1", "0"),
        ("xp", "coverage_5g~2025~0.5", "coverage_5g~2024~0.25"),
        ("ho", "pii~linear", "pii~damped"),
    ],
)
def test_what_is_given_twice_is_used_once_and_said(name: str, first: str, second: str) -> None:
    once, _ = read_address({name: [first]}, FACTS)
    view, (refusal,) = read_address({name: [first, second]}, FACTS)
    assert view == once
    assert (refusal.name, refusal.value) == (name, second)
    assert "twice" in refusal.reason


def test_a_value_is_refused_in_the_language_of_the_link_wherever_it_stands() -> None:
    _, (refusal,) = read_address({"xp": ["coverage_5g~2025~1.2"], "lang": ["en"]}, FACTS)
    assert refusal.reason == "The value must not be above 100%."


def scenario_of(name: str, share: float) -> Scenario:
    return replace(REST.with_value("programme_share", 0, share), name=name)


def test_a_link_brings_scenarios_back() -> None:
    compared = tuple(scenario_of(f"Phương án {n}", 0.01 + n / 1000) for n in range(4))
    view = View().with_scenario(scenario_of("Tăng chi", 0.02)).comparing(compared)
    assert read_address(as_lists(write_address(view, FACTS)), FACTS) == (view, ())


def test_a_link_brings_a_briefing_back() -> None:
    held = Briefing(
        version=FACTS.version,
        day=date(2026, 11, 23),
        slide="ma-tran-2",
        compared=True,
        indicator_ids=("dti", "pii"),
    )
    view = View().briefed(held)
    assert read_address(as_lists(write_address(view, FACTS)), FACTS) == (view, ())


def test_a_scenario_at_rest_is_none() -> None:
    view, refusals = read_address(
        {"kb": ['{"version":1,"programme_share":[0.009,0.009,0.009,0.009]}']}, FACTS
    )
    assert view.scenario is None
    assert refusals == ()


def test_a_fifth_scenario_is_refused() -> None:
    text = '{"version":1,"name":"x"}'
    view, refusals = read_address({"ss": [text] * 5}, FACTS)
    assert len(view.compared) == 4
    assert [refusal.reason for refusal in refusals] == ["chỉ so sánh nhiều nhất 4 kịch bản"]


def test_every_fault_of_a_scenario_is_told_and_nothing_of_it_used() -> None:
    text = '{"version":1,"execution":2,"efficiency":"x","overrides":{"nothing":{"pace":0.1}}}'
    view, (refusal,) = read_address({"kb": [text], "moc": ["2040"]}, FACTS)
    assert view == View(milestone=2040)
    for word in ("execution", "efficiency", "nothing"):
        assert word in refusal.reason


def test_links_without_a_scenario_keep_their_meaning() -> None:
    parameters = {"v": ["1"], "moc": ["2035"], "gd25": ["1"], "xp": ["coverage_5g~2025~0.4"]}
    view, refusals = read_address(parameters, FACTS)
    assert refusals == ()
    assert view.scenario is None
    assert view.compared == ()
    assert view.assumptions.suppose_2025_met
