"""Saved scenarios on both databases: nothing is lost, nothing overwritten unseen."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from kh359.model.scenario.scenario import Override, Scenario
from kh359.plan.facts import Facts
from kh359.store.act import Act
from kh359.store.database import Database
from kh359.store.person import Person
from kh359.store.scenario_shelf import SavedScenario, ScenarioShelf
from kh359.store.store_error import Conflict, StoreCode, StoreError


def code_of(call: Callable[[], object]) -> StoreCode:
    with pytest.raises(StoreError) as caught:
        call()
    return caught.value.code


def test_what_is_saved_comes_back_bit_for_bit(
    shelf: ScenarioShelf, hoa: Person, scenario: Scenario
) -> None:
    odd = replace(
        scenario,
        execution=(0.1 + 0.2,),
        growth=(0.07, 0.065, 1 / 17, -0.05),
        overrides=(Override(indicator_id="coverage_5g", pace=0.05, outside_driver=False),),
    )
    saved = shelf.create(hoa, odd, why="họp ngày 20/11")
    again = shelf.get(hoa, saved.scenario_id)
    assert shelf.scenario(again) == odd
    assert shelf.scenario(again).content_hash == odd.content_hash == again.content_hash
    assert (again.name, again.owner, again.saved_by) == (odd.name, "Lê Thị Hoa", "Lê Thị Hoa")
    assert (again.version, again.act, again.why) == (1, Act.CREATED, "họp ngày 20/11")


def test_everyone_sees_the_newest_of_each_latest_first(
    database: Database, facts: Facts, hoa: Person, minh: Person, viewer: Person, scenario: Scenario
) -> None:
    minutes = iter(range(100))
    start = datetime(2026, 11, 23, 8, tzinfo=UTC)
    shelf = ScenarioShelf(database, facts, now=lambda: start + timedelta(minutes=next(minutes)))
    first = shelf.create(hoa, replace(scenario, name="A"))
    shelf.create(minh, replace(scenario, name="B"))
    shelf.save(minh, first.scenario_id, replace(scenario, name="A2"), based_on=1)
    listed = shelf.list(viewer)
    assert [(saved.name, saved.version, saved.owner, saved.saved_by) for saved in listed] == [
        ("A2", 2, "Lê Thị Hoa", "Trần Minh"),
        ("B", 1, "Trần Minh", "Trần Minh"),
    ]
    assert listed[0].saved_at == start + timedelta(minutes=2)


def test_the_second_writer_is_told_by_whom_and_when(
    shelf: ScenarioShelf, hoa: Person, minh: Person, scenario: Scenario
) -> None:
    key = shelf.create(hoa, scenario).scenario_id
    theirs = shelf.save(minh, key, replace(scenario, execution=(0.8,)), based_on=1)
    with pytest.raises(Conflict) as caught:
        shelf.save(hoa, key, replace(scenario, execution=(0.7,)), based_on=1)
    conflict = caught.value
    assert (conflict.key, conflict.based_on, conflict.version) == (key, 1, 2)
    assert (conflict.saved_by, conflict.saved_at) == ("Trần Minh", theirs.saved_at)
    assert shelf.scenario(shelf.get(hoa, key)).execution == (0.8,)
    assert len(shelf.versions(hoa, key)) == 2


@pytest.mark.parametrize("act", ["rename", "delete", "restore"])
def test_no_act_goes_over_a_newer_version(
    shelf: ScenarioShelf, hoa: Person, scenario: Scenario, act: str
) -> None:
    key = shelf.create(hoa, scenario).scenario_id
    shelf.save(hoa, key, replace(scenario, execution=(0.8,)), based_on=1)
    acts: dict[str, Callable[[], SavedScenario]] = {
        "rename": lambda: shelf.rename(hoa, key, "Tên mới", based_on=1),
        "delete": lambda: shelf.delete(hoa, key, based_on=1),
        "restore": lambda: shelf.restore(hoa, key, based_on=1),
    }
    assert code_of(acts[act]) is StoreCode.CONFLICT
    assert shelf.get(hoa, key).version == 2


def test_a_deleted_one_keeps_its_history_and_comes_back(
    shelf: ScenarioShelf, hoa: Person, minh: Person, scenario: Scenario
) -> None:
    key = shelf.create(hoa, scenario).scenario_id
    shelf.rename(hoa, key, "  Tên mới ", based_on=1)
    shelf.delete(minh, key, based_on=2, why="trùng")
    assert shelf.list(hoa) == ()
    (gone,) = shelf.list(hoa, deleted=True)
    assert (gone.name, gone.saved_by, gone.why) == ("Tên mới", "Trần Minh", "trùng")
    shelf.restore(hoa, key, based_on=3)
    assert [saved.act for saved in shelf.versions(hoa, key)] == [
        Act.RESTORED,
        Act.DELETED,
        Act.RENAMED,
        Act.CREATED,
    ]
    assert shelf.scenario(shelf.list(hoa)[0]) == replace(scenario, name="Tên mới")
    assert shelf.scenario(shelf.get(hoa, key, 1)) == scenario


def test_saving_a_deleted_one_again_brings_it_back(
    shelf: ScenarioShelf, hoa: Person, scenario: Scenario
) -> None:
    key = shelf.create(hoa, scenario).scenario_id
    shelf.delete(hoa, key, based_on=1)
    assert shelf.save(hoa, key, scenario, based_on=2).act is Act.SAVED
    assert [saved.scenario_id for saved in shelf.list(hoa)] == [key]


def test_saving_what_is_there_adds_no_version(
    shelf: ScenarioShelf, hoa: Person, scenario: Scenario
) -> None:
    key = shelf.create(hoa, scenario).scenario_id
    assert shelf.save(hoa, key, scenario, based_on=1).version == 1


def test_a_fork_names_what_it_comes_from(
    shelf: ScenarioShelf, hoa: Person, minh: Person, scenario: Scenario
) -> None:
    key = shelf.create(hoa, scenario).scenario_id
    fork = shelf.create(minh, scenario, forked_from=f"{key}/1")
    assert fork.scenario_id != key
    assert (fork.act, fork.origin, fork.owner) == (Act.FORKED, f"{key}/1", "Trần Minh")


@pytest.mark.parametrize(
    ("name", "why", "code"),
    [
        (" ", "", StoreCode.NAMELESS),
        ("A", "x" * 401, StoreCode.TOO_LONG),
        ("A", "đảo\u202echữ", StoreCode.HIDDEN_CHARACTER),
        ("A", "nửa cặp \ud800", StoreCode.HIDDEN_CHARACTER),
        ("A", "\x00", StoreCode.HIDDEN_CHARACTER),
    ],
)
def test_texts_are_refused_in_words(
    shelf: ScenarioShelf, hoa: Person, scenario: Scenario, name: str, why: str, code: StoreCode
) -> None:
    assert code_of(lambda: shelf.create(hoa, replace(scenario, name=name), why=why)) is code
    assert shelf.list(hoa) == ()


def test_hostile_names_are_kept_as_text(
    shelf: ScenarioShelf, hoa: Person, scenario: Scenario
) -> None:
    name = "'; DROP TABLE scenario_version; --<script>alert(1)</script> %s :x {0}"
    saved = shelf.create(hoa, replace(scenario, name=name), why="<b>%(x)s</b>")
    assert shelf.list(hoa)[0].name == saved.name == name


def test_decomposed_vietnamese_is_composed(
    shelf: ScenarioShelf, hoa: Person, scenario: Scenario
) -> None:
    saved = shelf.create(hoa, scenario, why="Qua\u0309ng Nga\u0303i")
    assert saved.why == "Qu\u1ea3ng Ng\u00e3i"
    assert Person("Hoa\u0300 ").name == "Ho\u00e0"


def test_what_is_not_there_is_named(shelf: ScenarioShelf, hoa: Person, scenario: Scenario) -> None:
    key = shelf.create(hoa, scenario).scenario_id
    assert code_of(lambda: shelf.get(hoa, "khong-co")) is StoreCode.NOT_FOUND
    assert code_of(lambda: shelf.get(hoa, key, 2)) is StoreCode.NOT_FOUND
    assert code_of(lambda: shelf.save(hoa, "x", scenario, based_on=1)) is StoreCode.NOT_FOUND
    assert code_of(lambda: shelf.rename(hoa, key, "X", based_on=2)) is StoreCode.NOT_FOUND
