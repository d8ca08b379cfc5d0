"""What can happen to a PostgreSQL server and to the way there."""

from collections.abc import Callable, Iterator

import psycopg
import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from kh359.model.scenario.scenario import Scenario
from kh359.plan.facts import Facts
from kh359.store.database import Database, open_database
from kh359.store.database_fault import store_error
from kh359.store.location import locate
from kh359.store.person import Person, Right
from kh359.store.scenario_shelf import ScenarioShelf
from kh359.store.store_error import StoreCode, StoreError
from tests.store.conftest import TEMPLATE
from tests.store.postgres_server import PostgresServer, running_server


def code_of(call: Callable[[], object]) -> StoreCode:
    with pytest.raises(StoreError) as caught:
        call()
    return caught.value.code


@pytest.fixture(params=["fast", "immediate"])
def own_server(request: pytest.FixtureRequest) -> Iterator[tuple[PostgresServer, str]]:
    """A server that this test may stop, and how."""
    with running_server() as running:
        running.create("own")
        yield running, request.param


@pytest.fixture
def url(server: PostgresServer, request: pytest.FixtureRequest) -> str:
    return server.create(request.node.name.replace("[", "_"), TEMPLATE)


@pytest.fixture
def opened(url: str) -> Iterator[Database]:
    database = open_database(url, patience=0.3)
    yield database
    database.close()


def test_a_server_that_was_stopped_and_started_again(
    own_server: tuple[PostgresServer, str], facts: Facts, hoa: Person, scenario: Scenario
) -> None:
    server, how = own_server
    database = open_database(server.url("own"), patience=2)
    shelf = ScenarioShelf(database, facts)
    key = shelf.create(hoa, scenario).scenario_id
    server.stop(how)
    assert code_of(lambda: shelf.list(hoa)) is StoreCode.UNREACHABLE
    assert code_of(lambda: shelf.create(hoa, scenario)) is StoreCode.UNREACHABLE
    assert code_of(lambda: open_database(server.url("own"), patience=2)) is StoreCode.UNREACHABLE
    server.start()
    assert shelf.rename(hoa, key, "Sau khi khởi động lại", based_on=1).version == 2
    assert len(shelf.list(hoa)) == 1
    database.close()


def test_a_connection_that_breaks_before_the_commit_saved_nothing(
    server: PostgresServer, opened: Database, facts: Facts, steward: Person
) -> None:
    def save() -> None:
        with opened.writing(steward, Right.IMPORT_STORE) as connection:
            _cut(server, connection.execute(text("SELECT pg_backend_pid()")).scalar_one())
            connection.execute(text("SELECT 1"))

    assert code_of(save) is StoreCode.UNREACHABLE
    opened.check()


def test_a_connection_that_breaks_in_the_commit_leaves_a_doubt(
    server: PostgresServer, opened: Database, steward: Person
) -> None:
    def save() -> None:
        with opened.writing(steward, Right.IMPORT_STORE) as connection:
            _cut(server, connection.execute(text("SELECT pg_backend_pid()")).scalar_one())

    assert code_of(save) is StoreCode.IN_DOUBT
    opened.check()


def _cut(server: PostgresServer, backend: int) -> None:
    server.execute(f"SELECT pg_terminate_backend({backend}, 5000)")


def test_a_lock_that_somebody_holds_is_told_in_time(
    url: str, opened: Database, facts: Facts, hoa: Person, scenario: Scenario
) -> None:
    shelf = ScenarioShelf(opened, facts)
    key = shelf.create(hoa, scenario).scenario_id
    with psycopg.connect(url) as other:
        other.execute("SELECT * FROM scenario_version FOR UPDATE")
        with pytest.raises(StoreError) as caught:
            shelf.rename(hoa, key, "Mới", based_on=1)
        assert (caught.value.code, caught.value.detail) == (StoreCode.LOCKED, "0.3")
        assert len(shelf.list(hoa)) == 1
    assert shelf.rename(hoa, key, "Mới", based_on=1).version == 2


def test_a_database_that_may_only_be_read(
    server: PostgresServer, url: str, facts: Facts, hoa: Person, scenario: Scenario
) -> None:
    name = url.split("@/")[1].split("?")[0]
    server.execute(f'ALTER DATABASE "{name}" SET default_transaction_read_only = on')
    database = open_database(url)
    assert ScenarioShelf(database, facts).list(hoa) == ()
    refused = code_of(lambda: ScenarioShelf(database, facts).create(hoa, scenario))
    assert refused is StoreCode.READ_ONLY
    database.close()


def test_a_user_without_rights_is_told(
    server: PostgresServer, url: str, facts: Facts, hoa: Person
) -> None:
    server.execute("CREATE ROLE stranger LOGIN")
    stranger = url.replace("postgres@", "stranger@")
    database = Database(locate(stranger), patience=1)
    assert code_of(lambda: ScenarioShelf(database, facts).list(hoa)) is StoreCode.NO_ACCESS
    database.close()


def test_a_database_that_is_not_there_is_told_in_the_words_of_the_server(
    server: PostgresServer,
) -> None:
    with pytest.raises(StoreError) as caught:
        open_database(server.url("khong_co"))
    assert caught.value.code is StoreCode.UNREACHABLE
    assert 'database "khong_co" does not exist' in caught.value.detail


def test_a_wrong_password_is_not_repeated(server: PostgresServer) -> None:
    url = server.url("khong_co").replace("postgres@", "ai_do:bimat@")
    with pytest.raises(StoreError) as caught:
        open_database(url)
    assert "bimat" not in f"{caught.value} {caught.value.detail}"


@pytest.mark.parametrize(
    ("cause", "code"),
    [
        (psycopg.errors.DiskFull, StoreCode.DISK_FULL),
        (psycopg.errors.TooManyConnections, StoreCode.UNREACHABLE),
        (psycopg.errors.DeadlockDetected, StoreCode.LOCKED),
        (psycopg.errors.SerializationFailure, StoreCode.LOCKED),
        (psycopg.errors.DataCorrupted, StoreCode.CORRUPTED),
        (psycopg.errors.AdminShutdown, StoreCode.UNREACHABLE),
        (psycopg.errors.CannotConnectNow, StoreCode.UNREACHABLE),
        (psycopg.errors.InvalidPassword, StoreCode.NO_ACCESS),
        (psycopg.errors.ConnectionTimeout, StoreCode.UNREACHABLE),
        (psycopg.errors.UndefinedTable, StoreCode.FAILED),
        (psycopg.ProgrammingError, StoreCode.FAILED),
    ],
)
def test_what_the_server_says_by_its_state(cause: type[psycopg.Error], code: StoreCode) -> None:
    error = OperationalError("SELECT 1", {}, cause("lý do"))
    assert store_error(error, place="x", path=None).code is code
