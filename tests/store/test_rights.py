"""A viewer cannot change anything, whatever the page does: every service, every method."""

import ast
import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from pathlib import Path
from unittest.mock import Mock

import pytest
from sqlalchemy import delete, insert, text

import kh359.store
from kh359.store.database import Database
from kh359.store.person import CHANGES, RIGHTS, Person, Right, Role
from kh359.store.scenario_shelf import ScenarioShelf
from kh359.store.store_error import NotAllowed, StoreCode, StoreError
from kh359.store.tables import METADATA, SCENARIO_VERSION

READING = {
    *("list", "get", "versions", "scenario", "pack"),
    *("current", "lines", "vintages", "facts_at"),
}
"""Methods of services that change nothing; a new one is added here by whoever thought about it."""
FOLDER = Path(kh359.store.__file__).parent


def services() -> Iterator[type]:
    """Classes of the store that are given a database."""
    for found in pkgutil.iter_modules([str(FOLDER)]):
        module = importlib.import_module(f"kh359.store.{found.name}")
        for name, kind in inspect.getmembers(module, inspect.isclass):
            own = kind.__module__ == module.__name__ and not name.startswith("_")
            if own and "database" in inspect.signature(kind.__init__).parameters:
                yield kind


def methods() -> Iterator[tuple[str, type, Callable[..., object]]]:
    for service in services():
        for name, method in inspect.getmembers(service, inspect.isfunction):
            if not name.startswith("_"):
                yield f"{service.__name__}.{name}", service, method


METHODS = {name: (service, method) for name, service, method in methods()}
CHANGING = {name: found for name, found in METHODS.items() if hasattr(found[1], CHANGES)}


def test_the_services_are_found() -> None:
    assert {"ScenarioShelf.save", "BriefingShelf.delete", "Archive.unpack"} <= set(CHANGING)


@pytest.mark.parametrize("name", METHODS)
def test_a_method_takes_the_person_and_either_reads_or_is_checked(name: str) -> None:
    _, method = METHODS[name]
    reads = name.split(".")[1] in READING
    assert reads != (name in CHANGING)
    assert reads or list(inspect.signature(method).parameters)[1] == "person"


@pytest.mark.parametrize("name", CHANGING)
@pytest.mark.parametrize("roles", [frozenset(), frozenset({Role.VIEWER})])
def test_a_viewer_is_refused_before_anything_is_looked_at(
    name: str, roles: frozenset[Role]
) -> None:
    service, method = CHANGING[name]
    database = Mock(spec=Database)
    made = service(database, *(Mock() for _ in _needed(service.__init__)[1:]))
    viewer = Person("Khách", roles)
    with pytest.raises(NotAllowed) as caught:
        getattr(made, method.__name__)(viewer, **{key: Mock() for key in _needed(method)[1:]})
    assert caught.value.code is StoreCode.NOT_ALLOWED
    assert (caught.value.place, caught.value.detail) == (getattr(method, CHANGES), "Khách")
    assert database.mock_calls == []


def _needed(method: Callable[..., object]) -> list[str]:
    """Names of the arguments without a default, after self."""
    parameters = list(inspect.signature(method).parameters.values())[1:]
    return [p.name for p in parameters if p.default is inspect.Parameter.empty]


def test_a_planner_saves_and_only_a_steward_changes_figures() -> None:
    assert RIGHTS[Role.VIEWER] == set()
    assert RIGHTS[Role.PLANNER] == {Right.SAVE_SCENARIOS, Right.SAVE_BRIEFINGS}
    assert RIGHTS[Role.DATA_STEWARD] == set(Right)


@pytest.mark.parametrize("right", Right)
def test_writing_begins_with_the_right(database: Database, viewer: Person, right: Right) -> None:
    with pytest.raises(NotAllowed), database.writing(viewer, right):
        pytest.fail("a viewer may write")


def test_a_reading_transaction_cannot_write(
    database: Database, shelf: ScenarioShelf, hoa: Person, scenario: object
) -> None:
    shelf.create(hoa, scenario)  # type: ignore[arg-type]
    for statement in (
        delete(SCENARIO_VERSION),
        text("DROP TABLE scenario_version"),
        insert(SCENARIO_VERSION).from_select(
            [column.name for column in SCENARIO_VERSION.c], SCENARIO_VERSION.select()
        ),
    ):
        with pytest.raises(StoreError) as caught, database.reading() as connection:
            connection.execute(statement)
        assert caught.value.code is StoreCode.READ_ONLY
    assert len(shelf.list(hoa)) == 1


def test_nothing_goes_around_the_database() -> None:
    """Engines and transactions are made in few places; every other file gets a connection."""
    makers = {"database.py", "schema.py", "sqlite_engine.py", "postgres_engine.py"}
    staging = {"archive_staging.py"}  # a database of its own, in memory
    for path in FOLDER.glob("*.py"):
        names = {
            node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")
            for node in ast.walk(ast.parse(path.read_text("utf-8")))
        }
        if path.name not in makers | staging:
            assert names & {"_engine", "_transaction", "create_engine"} == set(), path.name


def test_every_table_has_a_key() -> None:
    assert [table.name for table in METADATA.sorted_tables if not table.primary_key.columns] == []
