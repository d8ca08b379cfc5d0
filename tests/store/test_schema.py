"""Tables are made and changed at start, by one process at a time, and never by an old program."""

import shutil
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Column, Connection, Enum, inspect
from sqlalchemy.types import TypeDecorator

from kh359.store.database import Database, open_database
from kh359.store.location import FILE
from kh359.store.person import Person, Right
from kh359.store.schema import known_revisions, revision
from kh359.store.store_error import StoreCode, StoreError
from kh359.store.tables import METADATA
from tests.store.postgres_server import PostgresServer

OPENING = """
import sys
from kh359.store.database import open_database
open_database(sys.argv[1], patience=20).close()
"""


def _wanted(column: Column[Any]) -> tuple[object, ...]:
    kind = column.type.impl if isinstance(column.type, TypeDecorator) else column.type
    python = str if isinstance(kind, Enum) else kind.python_type
    return python, getattr(kind, "length", None), column.nullable


def _made(connection: Connection, table: str) -> dict[str, tuple[object, ...]]:
    found = inspect(connection).get_columns(table)
    kinds = [(column, column["type"]) for column in found]
    return {
        column["name"]: (kind.python_type, getattr(kind, "length", None), column["nullable"])
        for column, kind in kinds
    }


def test_the_migrations_make_the_tables_that_the_program_uses(database: Database) -> None:
    with database.reading() as connection:
        names = set(inspect(connection).get_table_names()) - {"kh359_schema"}
        assert names == set(METADATA.tables)
        for table in METADATA.tables.values():
            assert _made(connection, table.name) == {c.name: _wanted(c) for c in table.columns}
            key = inspect(connection).get_pk_constraint(table.name)["constrained_columns"]
            assert key == [column.name for column in table.primary_key.columns]
        assert revision(connection) == known_revisions()[-1]


def test_migrations_are_numbered_without_a_gap() -> None:
    assert list(known_revisions()) == [f"{n:04}" for n in range(1, len(known_revisions()) + 1)]


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_processes_that_start_at_once_make_the_tables_once(
    kind: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    if kind == "sqlite":
        url = f"sqlite:///{tmp_path / 'new' / 'kh359.sqlite3'}"
    else:
        server: PostgresServer = request.getfixturevalue("server")
        url = server.create("at_once")
    started = [
        subprocess.Popen([sys.executable, "-c", OPENING, url], stderr=subprocess.PIPE)
        for _ in range(2)
    ]
    ends = [(process.communicate()[1].decode()[-500:], process.returncode) for process in started]
    assert ends == [("", 0)] * 2
    open_database(url).close()


def test_threads_that_start_at_once_make_the_tables_once(tmp_path: Path) -> None:
    with ThreadPoolExecutor(6) as pool:
        for opened in pool.map(lambda _: open_database(folder=tmp_path, patience=20), range(6)):
            opened.check()
            opened.close()


def test_a_store_of_a_newer_program_is_left_alone(store_url: str, steward: Person) -> None:
    opened = open_database(store_url)
    with opened.writing(steward, Right.IMPORT_STORE) as connection:
        connection.exec_driver_sql("UPDATE kh359_schema SET version_num = '0999'")
    opened.close()
    with pytest.raises(StoreError) as caught:
        open_database(store_url)
    assert caught.value.code is StoreCode.NEWER_SCHEMA
    assert caught.value.detail == "0999"


def test_the_file_of_another_program_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "danh_ba.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE contact (name TEXT)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(StoreError) as caught:
        open_database(f"sqlite:///{path}")
    assert (caught.value.code, caught.value.place) == (StoreCode.FOREIGN, str(path))
    assert path.read_bytes() == before


def test_a_copied_file_is_a_whole_store(sqlite_store: Database, tmp_path: Path) -> None:
    """Between transactions nothing of it lies in a log beside the file."""
    assert sqlite_store.location.path is not None
    (tmp_path / "copy").mkdir()
    shutil.copy(sqlite_store.location.path, tmp_path / "copy" / FILE)
    assert [p.name for p in sqlite_store.location.path.parent.iterdir()] == [FILE]
    opened = open_database(folder=tmp_path / "copy")
    with opened.reading() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
    opened.close()
