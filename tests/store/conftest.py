"""A store on each database, and the people who use it."""

import shutil
import uuid
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kh359.model.scenario.scenario import Scenario, rest_scenario
from kh359.plan.facts import Facts
from kh359.plan.loading import load_facts
from kh359.store.database import Database, open_database
from kh359.store.location import FILE
from kh359.store.person import Person, Role
from kh359.store.scenario_shelf import ScenarioShelf
from tests.store.postgres_server import PostgresServer, running_server

TEMPLATE = "kh359_template"
"""A database with the store's tables, copied for each test."""


@pytest.fixture(scope="session")
def server() -> Iterator[PostgresServer]:
    """One PostgreSQL server for all tests of a process."""
    with running_server() as running:
        open_database(running.create(TEMPLATE)).close()
        yield running


@pytest.fixture(scope="session")
def made_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite store with its tables, copied for each test."""
    folder = tmp_path_factory.mktemp("made")
    open_database(folder=folder).close()
    return folder / FILE


@pytest.fixture
def store_file(made_file: Path, tmp_path: Path) -> Path:
    """A SQLite store of one test."""
    folder = tmp_path / "kh359"
    folder.mkdir()
    return Path(shutil.copy(made_file, folder / FILE))


@pytest.fixture(params=["sqlite", "postgresql"])
def store_url(request: pytest.FixtureRequest) -> str:
    """A store of one test on each database, as KH359_DATABASE_URL names it."""
    if request.param == "sqlite":
        return f"sqlite:///{request.getfixturevalue('store_file')}"
    running: PostgresServer = request.getfixturevalue("server")
    return running.create(f"test_{uuid.uuid4().hex}", TEMPLATE)


@pytest.fixture
def database(store_url: str) -> Iterator[Database]:
    """An open store on each database."""
    opened = open_database(store_url, patience=2)
    yield opened
    opened.close()


@pytest.fixture
def sqlite_store(store_file: Path) -> Iterator[Database]:
    """An open SQLite store, for what only a file can suffer."""
    opened = open_database(f"sqlite:///{store_file}", patience=0.2)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def facts() -> Facts:
    return load_facts()


@pytest.fixture
def shelf(database: Database, facts: Facts) -> ScenarioShelf:
    return ScenarioShelf(database, facts)


@pytest.fixture(scope="session")
def scenario(facts: Facts) -> Scenario:
    return replace(rest_scenario(facts), name="Thử của tổ giúp việc", note="dòng một\ndòng hai")


@pytest.fixture
def hoa() -> Person:
    return Person("Lê Thị Hoa", frozenset({Role.PLANNER}))


@pytest.fixture
def minh() -> Person:
    return Person("Trần Minh", frozenset({Role.PLANNER}))


@pytest.fixture
def steward() -> Person:
    return Person("Nguyễn Văn Sử", frozenset({Role.DATA_STEWARD}))


@pytest.fixture
def viewer() -> Person:
    return Person("Khách", frozenset({Role.VIEWER}))
