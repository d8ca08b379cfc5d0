"""A scenario's own promises: limits, one hash for equal content, a split that stays whole."""

import subprocess
import sys
from dataclasses import replace

import pytest
from any_scenario import REST, scenarios, splits
from hypothesis import given
from hypothesis import strategies as st

from kh359.model.scenario.fault import LeverFaultCode, ScenarioError
from kh359.model.scenario.lever import LEVERS, Slot
from kh359.model.scenario.scenario import Override, Scenario

SLOTS = [(lever, slot) for lever in LEVERS for slot in range(lever.size)]


def codes(error: ScenarioError) -> list[tuple[str, str]]:
    return [(fault.code.value, fault.field) for fault in error.faults]


def test_name_and_note_do_not_change_the_hash() -> None:
    assert replace(REST, name="Một", note="Hai").content_hash == REST.content_hash


@pytest.mark.parametrize(("lever", "slot"), SLOTS, ids=lambda x: getattr(x, "name", x))
def test_every_value_of_every_lever_changes_the_hash(lever, slot: int) -> None:
    value = REST.values_of(lever.name)[slot]
    moved = REST.with_value(lever.name, slot, value + (lever.step if value < lever.high else 0))
    assert moved.content_hash != REST.content_hash
    assert moved.values_of(lever.name) != REST.values_of(lever.name)


@pytest.mark.parametrize(
    "override",
    [
        Override(indicator_id="coverage", pace=0.01),
        Override(indicator_id="coverage", outside_driver=False),
        Override(indicator_id="coverage", start_value=0.5, start_year=2025),
        Override(indicator_id="coverage", start_value=0.5, start_year=2026),
        Override(indicator_id="firms", pace=0.01),
    ],
)
def test_every_part_of_an_override_changes_the_hash(override: Override) -> None:
    others = [
        REST,
        *(
            REST.with_override(Override(indicator_id=indicator_id, pace=pace))
            for indicator_id in ("coverage", "firms")
            for pace in (0.02, -0.01)
        ),
    ]
    assert REST.with_override(override).content_hash not in {o.content_hash for o in others}


def test_equal_scenarios_have_one_hash_however_they_are_written() -> None:
    twin = replace(
        REST,
        added_lag=(-0.0,),
        cofinancing=(2, 2, 2, 2),
        overrides=(Override(indicator_id="firms"),),
    )
    assert twin == REST
    assert twin.content_hash == REST.content_hash
    zeros = Override(indicator_id="a", pace=-0.0, start_value=-0.0, start_year=2025)
    whole = Override(indicator_id="a", start_value=0, start_year=2025)
    signed, plain = (replace(REST, overrides=(override,)) for override in (zeros, whole))
    assert signed.content_hash == plain.content_hash
    one, two = Override(indicator_id="a", pace=0.1), Override(indicator_id="b", pace=0.1)
    there, back = replace(REST, overrides=(one, two)), replace(REST, overrides=(two, one))
    assert there == back
    assert there.content_hash == back.content_hash


def test_another_process_finds_the_same_hash() -> None:
    code = f"from kh359.model.scenario.scenario import Scenario; print({REST!r}.content_hash)"
    found = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.strip()
    assert found == REST.content_hash


@given(scenarios(), scenarios())
def test_two_scenarios_share_a_hash_only_when_they_are_equal(one: Scenario, two: Scenario) -> None:
    two = replace(two, name=one.name, note=one.note)
    assert (one.content_hash == two.content_hash) == (one == two)


@given(splits(), st.integers(0, 4), st.floats(0, 1))
def test_a_changed_share_keeps_the_split_whole_and_the_others_in_proportion(
    split: tuple[float, ...], slot: int, share: float
) -> None:
    changed = replace(REST, split=split).with_value("split", slot, share).split
    assert sum(changed) == pytest.approx(1, abs=1e-12)
    assert changed[slot] == share
    others = [i for i in range(5) if i != slot]
    for i in others:
        expected = split[i] / sum(split[j] for j in others) * (1 - share)
        assert changed[i] == pytest.approx(expected, abs=1e-12)


def test_where_one_programme_has_all_the_rest_is_shared_equally() -> None:
    alone = replace(REST, split=(1.0, 0.0, 0.0, 0.0, 0.0))
    assert alone.with_value("split", 0, 0.6).split == pytest.approx((0.6, 0.1, 0.1, 0.1, 0.1))


@pytest.mark.parametrize("lever", LEVERS, ids=lambda lever: lever.name)
def test_each_lever_takes_its_limits_and_nothing_beyond(lever) -> None:
    if lever.slot is not Slot.PROGRAMME:
        for limit in (lever.low, lever.high):
            assert REST.with_value(lever.name, 0, limit).values_of(lever.name)[0] == limit
    width = lever.high - lever.low
    for wrong in (lever.low - width / 100, lever.high + width / 100, float("nan"), float("inf")):
        values = (wrong, *REST.values_of(lever.name)[1:])
        with pytest.raises(ScenarioError) as caught:
            replace(REST, **{lever.name: values})
        fault = caught.value.faults[0]
        assert (fault.code, fault.field, fault.slot) == ("out_of_range", lever.name, 0)
        assert (fault.low, fault.high) == (lever.low, lever.high)


def test_every_fault_is_told_at_once() -> None:
    with pytest.raises(ScenarioError) as caught:
        replace(
            REST,
            name="x" * 81,
            note="một\u202ehai",
            growth=(0.1, 0.9, 0.1, -0.9),
            programme_share=(0.01,),
            split=(0.3, 0.3, 0.3, 0.3, 0.3),
            overrides=(
                Override(indicator_id="a", pace=3.0),
                Override(indicator_id="a", start_value=1.0),
            ),
        )
    assert codes(caught.value) == [
        ("too_long", "name"),
        ("hidden_character", "note"),
        ("out_of_range", "growth"),
        ("out_of_range", "growth"),
        ("wrong_count", "programme_share"),
        ("not_whole", "split"),
        ("out_of_range", "pace"),
        ("twice", "overrides"),
        ("incomplete", "start"),
    ]


def test_a_note_may_have_lines_and_a_name_may_not() -> None:
    assert replace(REST, note="một\nhai").note == "một\nhai"
    with pytest.raises(ScenarioError) as caught:
        replace(REST, name="một\nhai")
    assert caught.value.faults[0].code is LeverFaultCode.HIDDEN_CHARACTER


def test_an_override_that_changes_nothing_is_taken_away() -> None:
    supposed = REST.with_override(Override(indicator_id="coverage", pace=0.1))
    assert supposed.override_of("coverage").pace == 0.1
    assert supposed.with_override(Override(indicator_id="coverage")) == REST
    assert REST.override_of("coverage") == Override(indicator_id="coverage")
