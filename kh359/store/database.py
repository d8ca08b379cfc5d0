"""The one way to the database: reading and writing transactions, and every fault as StoreError.

    database = open_database(url, folder)
    with database.reading() as connection: ...
    with database.writing(person, Right.SAVE_SCENARIOS) as connection: ...

What a writing transaction did is on the disk when its block is left, or nothing of it is. A body
may only use the connection it is given and the tables of `kh359.store.tables`.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import SQLAlchemyError

from kh359.store.database_fault import store_error
from kh359.store.location import Location, locate
from kh359.store.person import Person, Right
from kh359.store.postgres_engine import postgres_engine
from kh359.store.schema import bring_up_to_date
from kh359.store.sqlite_engine import create_file, sqlite_engine
from kh359.store.store_error import StoreCode, StoreError
from kh359.store.transaction import WRITING

PATIENCE = 5.0
"""Seconds to wait for a lock or a server before it is told."""
PROCESS_PATIENCE = 6
"""So many times longer for writers of this process, which are sure to come to an end."""


def open_database(
    url: str | None = None, folder: Path | None = None, *, patience: float = PATIENCE
) -> "Database":
    """Open the store, make it where there is none, and bring its tables up to date.

    url: of KH359_DATABASE_URL (`sqlite:///FILE`, `postgresql://…`); without one a SQLite file in
    `folder`, else in the user's data folder. patience: seconds to wait for a lock or a server.
    Raises StoreError. Close the database when done.
    """
    database = Database(locate(url, folder), patience=patience)
    try:
        database.prepare()
    except BaseException:
        database.close()
        raise
    return database


class Database:
    """An open store. Threads may share it; each transaction has a connection of its own."""

    def __init__(self, location: Location, *, patience: float) -> None:
        self.location = location
        self._patience = patience
        self._engine = self._make_engine()
        self._writers = Lock()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that sees one moment and cannot change anything. Raises StoreError."""
        with self._transaction(writing=False) as connection:
            yield connection

    @contextmanager
    def writing(self, person: Person, right: Right) -> Iterator[Connection]:
        """A transaction that takes effect as a whole when the block ends without an error.

        Raises NotAllowed before anything happens, StoreError for faults of the database, with
        IN_DOUBT where the connection broke while it was being committed.
        """
        person.must(right)
        with self._transaction(writing=True) as connection:
            yield connection

    def check(self) -> None:
        """Raises StoreError unless the database answers."""
        with self.reading() as connection:
            connection.execute(text("SELECT 1"))

    def prepare(self) -> None:
        """Make the file where there is none; create or change the tables. Raises StoreError."""
        if self.location.path is not None:
            self._prepare_file(self.location.path)
            self._check_file()
        bring_up_to_date(self._transaction, place=self.location.place)

    def close(self) -> None:
        """Give back every connection; the database must not be used any more."""
        self._engine.dispose()

    def _make_engine(self) -> Engine:
        if self.location.path is not None:
            return sqlite_engine(self.location.path, patience=self._patience)
        return postgres_engine(self.location.url, patience=self._patience)

    def _prepare_file(self, path: Path) -> None:
        try:
            if not path.exists() or path.stat().st_size == 0:
                create_file(path, patience=self._patience)
        except (OSError, sqlite3.Error) as error:
            raise self._fault(error) from error

    def _check_file(self) -> None:
        """Raises CORRUPTED for a file whose pages do not hold together."""
        with self.reading() as connection:
            found = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar()
        if found != "ok":
            place = self.location.place
            raise StoreError(StoreCode.CORRUPTED, place=place, detail=str(found))

    @contextmanager
    def _transaction(self, *, writing: bool) -> Iterator[Connection]:
        committing = False
        try:
            with self._turn(writing), self._engine.connect() as plain:
                connection = plain.execution_options(**{WRITING: writing})
                with connection.begin():
                    yield connection
                    committing = writing
        except SQLAlchemyError as error:
            fault = self._fault(error)
            if committing and fault.code is StoreCode.UNREACHABLE:
                fault = StoreError(StoreCode.IN_DOUBT, place=fault.place, detail=fault.detail)
            raise fault from error

    @contextmanager
    def _turn(self, writing: bool) -> Iterator[None]:
        """Let the writers of this process go one after another to the one lock that a file has.

        SQLite lets those who wait try again now and then, so that some would starve among many.
        """
        if not writing or self.location.path is None:
            yield
            return
        longest = PROCESS_PATIENCE * self._patience
        if not self._writers.acquire(timeout=longest):
            place = self.location.place
            raise StoreError(StoreCode.LOCKED, place=place, detail=f"{longest:g}")
        try:
            yield
        finally:
            self._writers.release()

    def _fault(self, error: SQLAlchemyError | sqlite3.Error | OSError) -> StoreError:
        path = self.location.path
        fault = store_error(error, place=self.location.place, path=path)
        if fault.code is StoreCode.LOCKED:
            return StoreError(fault.code, place=fault.place, detail=f"{self._patience:g}")
        return fault
