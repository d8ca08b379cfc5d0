"""Everything in the store as one file, and back. See docs/decisions/store.md."""

from collections.abc import Iterator, Mapping
from typing import BinaryIO

from sqlalchemy import Connection, Table, select

from kh359 import __version__
from kh359.store.archive_file import RawRow, read_archive, write_archive
from kh359.store.archive_merge import Imported, bring_in
from kh359.store.archive_staging import reflected, staged
from kh359.store.database import Database
from kh359.store.person import Person, Right, changes
from kh359.store.schema import revision
from kh359.store.tables import METADATA


class Archive:
    """The whole store as one file. All raise StoreError."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def pack(self, person: Person, target: BinaryIO) -> Mapping[str, int]:
        """Write everything to `target`; the same store gives the same bytes. Rows by table.

        Raises OSError where `target` cannot be written.
        """
        with self._database.reading() as connection:
            schema = revision(connection) or ""
            return write_archive(target, schema, __version__, _tables(connection))

    @changes(Right.IMPORT_STORE)
    def unpack(self, person: Person, source: BinaryIO) -> Imported:
        """Bring in an archive: all of it, or nothing and the store is as it was.

        Rows that are there already stay. Raises NotAllowed, StoreError (NOT_AN_ARCHIVE,
        DAMAGED_ARCHIVE, TOO_LARGE, NEWER_ARCHIVE, CONTRADICTION).
        """
        rows = staged(read_archive(source))
        with self._database.writing(person, Right.IMPORT_STORE) as connection:
            return bring_in(connection, rows)


def _tables(connection: Connection) -> Iterator[tuple[str, Iterator[RawRow]]]:
    """Every table in the order of its name; its rows in the order of their key."""
    plain = reflected(connection)
    for name in sorted(METADATA.tables):
        yield name, _rows(connection, plain.tables[name])


def _rows(connection: Connection, table: Table) -> Iterator[RawRow]:
    wanted = select(table).order_by(*table.primary_key.columns)
    for row in connection.execute(wanted):
        yield dict(row._mapping)
