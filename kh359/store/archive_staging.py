"""An archive's rows, put into a database of their own first: old ones grow to today's tables
there, and whatever does not fit is found before the store is touched.
"""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Column, Connection, MetaData, Table, create_engine, insert, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import StaticPool

from kh359.store.archive_file import ArchivedRows, RawRow
from kh359.store.metadata import CHECK, HISTORY_OF
from kh359.store.schema import VERSION_TABLE, known_revisions, migrate
from kh359.store.store_error import StoreCode, StoreError
from kh359.store.tables import METADATA

TypedRow = dict[str, Any]
_SMALLEST, _LARGEST = -(2**63), 2**63 - 1


def staged(archived: ArchivedRows) -> Mapping[str, list[TypedRow]]:
    """The rows by table, as today's tables have them, every value read through its column's type.

    Raises StoreError: NEWER_ARCHIVE for tables of a newer program, DAMAGED_ARCHIVE.
    """
    if archived.schema not in known_revisions():
        raise StoreError(StoreCode.NEWER_ARCHIVE, detail=archived.schema)
    engine = create_engine("sqlite://", poolclass=StaticPool)
    try:
        with engine.begin() as connection:
            connection.exec_driver_sql("PRAGMA foreign_keys = ON")
            migrate(connection, archived.schema)
            _fill(connection, archived)
            migrate(connection)
            rows = {table.name: _typed(connection, table) for table in METADATA.sorted_tables}
    except (SQLAlchemyError, OverflowError) as error:
        raise StoreError(StoreCode.DAMAGED_ARCHIVE, detail=str(error)) from error
    finally:
        engine.dispose()
    _check_together(rows)
    return rows


def _fill(connection: Connection, archived: ArchivedRows) -> None:
    of_then = reflected(connection)
    if set(of_then.tables) != set(archived.tables):
        raise StoreError(StoreCode.DAMAGED_ARCHIVE, detail="tables")
    for table in of_then.sorted_tables:
        rows = archived.tables[table.name]
        for row in rows:
            _check(row, table)
        if rows:
            connection.execute(insert(table), rows)


def reflected(connection: Connection) -> MetaData:
    """The tables as they are in this database, with the plain types that JSON has."""
    metadata = MetaData()
    metadata.reflect(connection, only=lambda name, _: name != VERSION_TABLE)
    return metadata


def _check(row: RawRow, table: Table) -> None:
    """Raises DAMAGED_ARCHIVE unless the row has the table's columns with values that fit."""
    if set(row) != {column.name for column in table.columns}:
        raise StoreError(StoreCode.DAMAGED_ARCHIVE, place=table.name, detail="columns")
    for column in table.columns:
        if not _fits(row[column.name], column):
            place = f"{table.name}.{column.name}"
            raise StoreError(StoreCode.DAMAGED_ARCHIVE, place=place, detail="type")


def _fits(value: object, column: Column[Any]) -> bool:
    if value is None:
        return bool(column.nullable)
    wanted = column.type.python_type
    if isinstance(value, str):
        longest = getattr(column.type, "length", None) or len(value)
        return wanted is str and len(value) <= longest and _is_storable(value)
    if isinstance(value, bool) or wanted is bool:
        return isinstance(value, bool) and wanted is bool
    if isinstance(value, int):
        return wanted in (int, float) and _SMALLEST <= value <= _LARGEST
    return isinstance(value, float) and wanted is float


def _is_storable(text: str) -> bool:
    """Neither half a character nor NUL goes into PostgreSQL."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return "\0" not in text


def _typed(connection: Connection, table: Table) -> list[TypedRow]:
    """The rows of one of today's tables, in the order of their key."""
    wanted = select(table).order_by(*table.primary_key.columns)
    try:
        rows = [dict(row._mapping) for row in connection.execute(wanted)]
    except (ValueError, LookupError, TypeError) as error:
        raise StoreError(StoreCode.DAMAGED_ARCHIVE, place=table.name, detail=str(error)) from error
    if HISTORY_OF in table.info:
        _check_histories(rows, table)
    return rows


def _check_together(rows: Mapping[str, list[TypedRow]]) -> None:
    """What the services that read the tables ask of the rows."""
    for table in METADATA.sorted_tables:
        try:
            table.info.get(CHECK, lambda _: None)(rows)
        except ValueError as error:
            place = table.name
            raise StoreError(StoreCode.DAMAGED_ARCHIVE, place=place, detail=str(error)) from error


def _check_histories(rows: list[TypedRow], table: Table) -> None:
    """Versions count from 1 without a gap."""
    key, last, version = table.info[HISTORY_OF], None, 0
    for row in rows:
        version = version + 1 if row[key] == last else 1
        last = row[key]
        if row["version"] != version:
            raise StoreError(StoreCode.DAMAGED_ARCHIVE, place=table.name, detail=f"{last}")
