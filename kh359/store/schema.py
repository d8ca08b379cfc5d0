"""The tables of the store as this program needs them, made or changed by Alembic at start.

Every change is one numbered file in `migrations/versions`. All that are missing run in one
transaction, under a lock that lets only one process change tables.
"""

import threading
from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import lru_cache
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, inspect, text

from kh359.store.store_error import StoreCode, StoreError

MIGRATIONS = Path(__file__).parent / "migrations"
VERSION_TABLE = "kh359_schema"
"""Holds the number of the last migration that ran."""
LOCK = 359_359_359
"""Advisory lock on PostgreSQL, taken while tables change."""

_one_at_a_time = threading.Lock()
"""Alembic's operations work on one connection for the whole process."""

Transaction = Callable[..., AbstractContextManager[Connection]]


def bring_up_to_date(transaction: Transaction, *, place: str) -> None:
    """Run the migrations that are missing. transaction: `Database._transaction`.

    Raises StoreError: NEWER_SCHEMA when a newer program made the tables, FOREIGN when a SQLite
    file holds the tables of another program.
    """
    with transaction(writing=False) as connection:
        if _is_current(connection, place):
            return
    with _one_at_a_time, transaction(writing=True) as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": LOCK})
        if not _is_current(connection, place):
            migrate(connection)


def revision(connection: Connection) -> str | None:
    """The number of the last migration that ran; None before the first."""
    if not inspect(connection).has_table(VERSION_TABLE):
        return None
    return connection.execute(text(f"SELECT version_num FROM {VERSION_TABLE}")).scalar()


@lru_cache(maxsize=1)
def known_revisions() -> tuple[str, ...]:
    """The numbers of all migrations, oldest first; file names begin with them: v0001_….py."""
    files = (MIGRATIONS / "versions").glob("v*.py")
    return tuple(sorted(file.name[1:5] for file in files))


def migrate(connection: Connection, target: str = "head") -> None:
    """Run the migrations up to `target` in the connection's transaction."""
    from alembic.config import Config
    from alembic.runtime.environment import EnvironmentContext
    from alembic.script import ScriptDirectory

    scripts = ScriptDirectory(str(MIGRATIONS))

    def steps(current: Any, context: object) -> Any:
        return scripts._upgrade_revs(target, current)

    with EnvironmentContext(Config(), scripts, fn=steps, destination_rev=target) as environment:
        environment.configure(
            connection=connection, version_table=VERSION_TABLE, render_as_batch=True
        )
        environment.run_migrations()


def _is_current(connection: Connection, place: str) -> bool:
    found = revision(connection)
    if found is not None and found not in known_revisions():
        raise StoreError(StoreCode.NEWER_SCHEMA, place=place, detail=found)
    is_file = connection.dialect.name == "sqlite"
    if found is None and is_file and inspect(connection).get_table_names():
        raise StoreError(StoreCode.FOREIGN, place=place)
    return found == known_revisions()[-1]
