"""The connection to the SQLite file: write-ahead log, every commit on the disk before it counts.

See docs/decisions/store.md.
"""

import os
import sqlite3
from pathlib import Path, PurePath
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import NullPool

from kh359.store.transaction import WRITING


def sqlite_engine(path: Path, *, patience: float) -> Engine:
    """An engine that opens the file anew for each transaction and never creates it.

    A file that is deleted or replaced is then noticed, and between transactions nothing holds it.
    patience: seconds to wait for another writer.
    """
    engine = create_engine(
        "sqlite://", creator=lambda: _connect(path, patience), poolclass=NullPool
    )

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # Taking the write lock first lets the wait for it lie in one place.
        if connection.get_execution_options()[WRITING]:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        else:
            connection.exec_driver_sql("PRAGMA query_only = ON")
            connection.exec_driver_sql("BEGIN")

    return engine


def create_file(path: Path, *, patience: float) -> None:
    """Make the file, in WAL mode, where there is none. Raises OSError, sqlite3.Error."""
    path.parent.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(path, timeout=patience, isolation_level=None)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
    finally:
        connection.close()


def is_writable(path: Path) -> bool:
    """Whether the file can be written and its folder can take the log beside it."""
    return all(os.access(p, os.W_OK, **_EFFECTIVE) for p in (path, path.parent))


_EFFECTIVE = {"effective_ids": True} if os.access in os.supports_effective_ids else {}


def _connect(path: Path, patience: float) -> sqlite3.Connection:
    connection = sqlite3.connect(
        f"{file_uri(path)}?{_mode(path)}",
        uri=True,
        timeout=patience,
        isolation_level=None,
        check_same_thread=False,
    )
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")
    return connection


def file_uri(path: PurePath) -> str:
    """As SQLite reads it: no host may stand in it, so that a shared folder keeps four slashes."""
    plain = path.as_posix()
    return f"file://{quote(plain if plain.startswith('/') else f'/{plain}', safe='/:')}"


def _mode(path: Path) -> str:
    """Never creates the file. One that may not be written can still be read."""
    if is_writable(path) or not path.exists():
        return "mode=rw"
    # Without a log nobody is writing now, and reading needs none where none can be made.
    log = path.with_name(f"{path.name}-wal")
    return "mode=ro" if log.exists() else "mode=ro&immutable=1"
