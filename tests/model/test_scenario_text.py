"""Text and scenario: there and back bit for bit; any text is a scenario or its faults."""

import json
import tomllib
from dataclasses import replace
from typing import Any

import pytest
from any_scenario import INDICATORS, REST, scenarios
from hypothesis import given
from hypothesis import strategies as st

from kh359.model.scenario.document import KEYS
from kh359.model.scenario.fault import LeverFault, LeverFaultCode, ScenarioError
from kh359.model.scenario.lever import LEVERS
from kh359.model.scenario.scenario import Override, Scenario
from kh359.model.scenario.text import (
    LONGEST_TEXT,
    read_json,
    read_link,
    read_toml,
    write_json,
    write_link,
    write_toml,
)

READERS = {"toml": read_toml, "json": read_json, "link": read_link}


def faults(text: str | bytes, form: str = "toml") -> list[tuple[str, str, int | None, str]]:
    """Code, field, slot and subject of every fault."""
    with pytest.raises(ScenarioError) as caught:
        READERS[form](text, REST, INDICATORS)
    return [(f.code.value, f.field, f.slot, f.subject) for f in caught.value.faults]


def toml(*lines: str) -> str:
    return "\n".join(["version = 1", *lines])


@given(scenarios())
def test_there_and_back_is_exact(scenario: Scenario) -> None:
    texts = {
        "toml": write_toml(scenario, INDICATORS, comments={"growth": "một\nhai"}),
        "json": write_json(scenario, INDICATORS),
        "link": write_link(scenario, REST, INDICATORS),
    }
    for form, text in texts.items():
        back = READERS[form](text, REST, INDICATORS)
        kept = replace(scenario, note="") if form == "link" else scenario
        assert back == kept
        assert repr(back) == repr(kept)
        assert back.content_hash == scenario.content_hash


@given(scenarios())
def test_a_file_does_not_depend_on_what_rest_is(scenario: Scenario) -> None:
    elsewhere = replace(REST, execution=(0.1,), growth=(0.0, 0.0, 0.0, 0.0))
    assert read_toml(write_toml(scenario, INDICATORS), elsewhere, INDICATORS) == scenario


@given(scenarios())
def test_the_texts_are_what_other_readers_take(scenario: Scenario) -> None:
    as_toml = tomllib.loads(write_toml(scenario, INDICATORS))
    as_json = json.loads(write_json(scenario, INDICATORS))
    assert as_toml == as_json
    link = write_link(scenario, REST, INDICATORS)
    assert "\n" not in link
    assert json.loads(link)["version"] == 1


def test_rest_is_an_empty_link() -> None:
    assert write_link(REST, REST, INDICATORS) == '{"version":1}'


def test_a_link_says_only_what_differs() -> None:
    moved = REST.with_value("execution", 0, 0.6).with_override(
        Override(indicator_id="coverage", pace=0.05)
    )
    assert write_link(moved, REST, INDICATORS) == (
        '{"version":1,"execution":0.6,"overrides":{"coverage":{"pace":0.05}}}'
    )


def test_a_file_speaks_percent_and_the_units_of_the_data() -> None:
    scenario = read_toml(
        toml(
            'name = "Thử"',
            'name_en = "Try"',
            "programme_share = [1.5, 2, 2.5, 3]",
            "split = [60, 10, 10, 10, 10]",
            "cofinancing = [15, 10, 10, 10]",
            "added_lag = 1.5",
            "[overrides.coverage]",
            "pace = 5",
            "start_value = 45.5",
            "start_year = 2024",
            "outside_driver = false",
            "[overrides.firms]",
            "start_value = 12",
            "start_year = 2025",
        ),
        REST,
        INDICATORS,
    )
    assert scenario == replace(
        REST,
        name="Thử",
        programme_share=(0.015, 0.02, 0.025, 0.03),
        split=(0.6, 0.1, 0.1, 0.1, 0.1),
        cofinancing=(15.0, 10.0, 10.0, 10.0),
        added_lag=(1.5,),
        overrides=(
            Override(
                indicator_id="coverage",
                pace=0.05,
                start_value=0.455,
                start_year=2024,
                outside_driver=False,
            ),
            Override(indicator_id="firms", start_value=12.0, start_year=2025),
        ),
    )


def test_the_english_name_is_taken_where_it_is_asked_for() -> None:
    text = toml('name = "Một"', 'name_en = "One"', 'note = "Ghi chú"')
    english = read_toml(text, REST, INDICATORS, english=True)
    assert (english.name, english.note) == ("One", "Ghi chú")


def test_a_file_is_read_as_windows_leaves_it() -> None:
    text = "\ufeff" + toml("execution = 60", "").replace("\n", "\r\n")
    assert read_toml(text.encode("utf-8"), REST, INDICATORS).execution == (0.6,)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("budget = 3", ("unknown", "budget", None, "")),
        ("name = 3", ("wrong_type", "name", None, "")),
        ('execution = "60"', ("wrong_type", "execution", 0, "")),
        ("execution = true", ("wrong_type", "execution", 0, "")),
        ("execution = 2026-01-01", ("wrong_type", "execution", 0, "")),
        ("execution = [60]", ("wrong_type", "execution", 0, "")),
        ("execution = 101", ("out_of_range", "execution", 0, "")),
        ("execution = nan", ("out_of_range", "execution", 0, "")),
        ("execution = -inf", ("out_of_range", "execution", 0, "")),
        ("execution = 1e400", ("out_of_range", "execution", 0, "")),
        ("execution = " + "9" * 4000, ("out_of_range", "execution", 0, "")),
        ("growth = 8", ("wrong_count", "growth", None, "")),
        ("growth = [8, 8, 8]", ("wrong_count", "growth", None, "")),
        ('growth = "8"', ("wrong_type", "growth", None, "")),
        ('growth = [8, 8, "x", 8]', ("wrong_type", "growth", 2, "")),
        ("growth = [8, 8, 8, 16]", ("out_of_range", "growth", 3, "")),
        ("split = [60, 10, 10, 10, 9]", ("not_whole", "split", None, "")),
        ("split = [70, -10, 10, 20, 10]", ("out_of_range", "split", 1, "")),
        (f'name = "{"x" * 81}"', ("too_long", "name", None, "")),
        ('name = "a\\u200bb"', ("hidden_character", "name", None, "")),
        ("overrides = 3", ("wrong_type", "overrides", None, "")),
        ("overrides.coverage = 3", ("wrong_type", "overrides", None, "coverage")),
        ("overrides.nope.pace = 3", ("unknown_indicator", "overrides", None, "nope")),
        ("overrides.coverage.speed = 3", ("unknown", "speed", None, "coverage")),
        ("overrides.coverage.pace = 101", ("out_of_range", "pace", None, "coverage")),
        ("overrides.coverage.pace = true", ("wrong_type", "pace", None, "coverage")),
        (
            "overrides.coverage.outside_driver = 0",
            ("wrong_type", "outside_driver", None, "coverage"),
        ),
        ("overrides.coverage.start_year = 2025", ("incomplete", "start", None, "coverage")),
        ("overrides.coverage.start_value = 45", ("incomplete", "start", None, "coverage")),
        (
            "overrides.coverage = {start_value = 101, start_year = 2025}",
            ("out_of_bounds", "start_value", None, "coverage"),
        ),
        (
            "overrides.coverage = {start_value = nan, start_year = 2025}",
            ("out_of_bounds", "start_value", None, "coverage"),
        ),
        (
            "overrides.firms = {start_value = -1, start_year = 2025}",
            ("out_of_bounds", "start_value", None, "firms"),
        ),
        (
            "overrides.firms = {start_value = 1.5, start_year = 2025}",
            ("wrong_type", "start_value", None, "firms"),
        ),
        (
            "overrides.firms = {start_value = 1, start_year = 2045}",
            ("out_of_range", "start_year", None, "firms"),
        ),
        (
            "overrides.firms = {start_value = 1, start_year = 2025.0}",
            ("wrong_type", "start_year", None, "firms"),
        ),
    ],
)
def test_each_fault_is_one_fault_with_its_place(line: str, expected: tuple[Any, ...]) -> None:
    assert faults(toml(line)) == [expected]


@pytest.mark.parametrize(
    "text",
    ["", "name = 'x'", "version = 2", "version = 1.0", "version = true", 'version = "1"'],
)
def test_another_version_is_the_only_fault_told(text: str) -> None:
    assert faults(text + "\nnonsense = 1") == [("wrong_version", "version", None, "")]


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("version = ", "toml"),
        ("version = 1\nversion = 1", "toml"),
        ("version = 1\nexecution = 87,5", "toml"),
        ("version = 1\nexecution = 1e99999999999999999999", "toml"),
        ("version = 1\nexecution = " + "9" * 5000, "toml"),
        ("version = 1\nx = " + "[" * 20_000, "toml"),
        (b"version = 1\nname = '\xff'", "toml"),
        ("", "json"),
        ("null", "json"),
        ("[1]", "json"),
        ("{" * 5, "json"),
        ("[" * 60_000, "json"),
        ('{"version": 1, "execution": 1e99999999999999999999}', "json"),
        ('"{}"', "link"),
    ],
    ids=lambda text: text[:20],
)
def test_what_is_no_document_is_not_readable(text: str | bytes, form: str) -> None:
    assert [fault[0] for fault in faults(text, form)] == ["not_readable"]


def test_too_long_a_text_is_not_even_parsed() -> None:
    assert faults(toml("# " + "x" * LONGEST_TEXT)) == [("too_long", "", None, "")]


def test_a_key_that_stands_twice_is_refused() -> None:
    assert faults('{"version":1,"execution":60,"execution":70}', "json") == [
        ("twice", "execution", None, "")
    ]
    assert faults('{"version":1,"overrides":{"firms":{},"firms":{}}}', "link") == [
        ("twice", "firms", None, "")
    ]


def test_all_faults_of_a_file_come_together() -> None:
    text = toml(
        "budget = 3",
        "execution = 101",
        'growth = [8, 8, "x", 8]',
        "[overrides.nope]",
        "pace = 900",
        "[overrides.firms]",
        "start_value = -1",
        "start_year = 1999",
    )
    assert sorted(fault[:2] for fault in faults(text)) == [
        ("out_of_bounds", "start_value"),
        ("out_of_range", "execution"),
        ("out_of_range", "pace"),
        ("out_of_range", "start_year"),
        ("unknown", "budget"),
        ("unknown_indicator", "overrides"),
        ("wrong_type", "growth"),
    ]


def is_scenario_or_faults(text: str | bytes, form: str) -> None:
    """Any other exception fails the test by itself."""
    try:
        told: Scenario | tuple[LeverFault, ...] = READERS[form](text, REST, INDICATORS)
    except ScenarioError as error:
        told = error.faults
    assert isinstance(told, Scenario) or all(fault.code in LeverFaultCode for fault in told)
    assert told


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text() | st.sampled_from(KEYS), inner),
)
nearly = st.fixed_dictionaries(
    {"version": st.just(1)},
    optional={
        **{key: anything for key in KEYS if key != "version"},
        **{
            lever.name: st.lists(st.floats(-10, 110) | anything, min_size=4, max_size=5)
            for lever in LEVERS
            if lever.size > 1
        },
        "overrides": st.dictionaries(
            st.sampled_from(("coverage", "firms", "x")),
            st.dictionaries(
                st.sampled_from(("pace", "start_value", "start_year", "outside_driver")), anything
            )
            | anything,
        ),
    },
)


@given(st.text() | st.binary(), st.sampled_from(sorted(READERS)))
def test_any_text_is_a_scenario_or_its_faults(text: str | bytes, form: str) -> None:
    is_scenario_or_faults(text, form)


@given(nearly | anything, st.sampled_from(("json", "link")))
def test_any_json_is_a_scenario_or_its_faults(document: object, form: str) -> None:
    is_scenario_or_faults(json.dumps(document), form)


@given(st.text(), st.integers(0, 400), st.integers(0, 30))
def test_a_damaged_file_is_a_scenario_or_its_faults(junk: str, at: int, cut: int) -> None:
    sound = write_toml(REST.with_override(Override(indicator_id="firms", pace=0.1)), INDICATORS)
    is_scenario_or_faults(sound[:at] + junk + sound[at + cut :], "toml")
