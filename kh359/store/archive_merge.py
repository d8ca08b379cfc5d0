"""Bringing archived rows into the store. See docs/decisions/store.md for the rule.

Rows that both sides have stay. A history that both went on with apart comes in whole under a new
id, beside ours. Of other rows with one key but other content neither is taken: nothing comes in.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Table, insert, select, tuple_

from kh359.store.archive_staging import TypedRow
from kh359.store.metadata import HISTORY_OF
from kh359.store.store_error import StoreCode, StoreError
from kh359.store.tables import METADATA

AT_ONCE = 200
"""Keys asked for in one statement."""

Key = tuple[Any, ...]
Rows = Sequence[TypedRow]


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What an import did, rows by table. forked: histories that both sides went on with apart,
    which came in under a new id beside ours.
    """

    added: Mapping[str, int]
    known: Mapping[str, int]
    forked: int


def bring_in(connection: Connection, tables: Mapping[str, Rows]) -> Imported:
    """Add what is missing. Raises StoreError CONTRADICTION; the caller then takes all back."""
    added, known, forked = {}, {}, 0
    for table in METADATA.sorted_tables:
        rows = tables[table.name]
        if HISTORY_OF in table.info:
            new, forks = _new_in_histories(connection, table, rows)
            forked += forks
        else:
            new = _new_rows(connection, table, rows)
        if new:
            connection.execute(insert(table), new)
        added[table.name], known[table.name] = len(new), len(rows) - len(new)
    return Imported(added=added, known=known, forked=forked)


def _new_rows(connection: Connection, table: Table, rows: Rows) -> list[TypedRow]:
    """The rows whose key is not there. Raises CONTRADICTION for one that is there differently."""
    names = tuple(column.name for column in table.primary_key.columns)
    columns = tuple_(*table.primary_key.columns)
    there: dict[Key, TypedRow] = {}
    for some in _batches([_key(row, names) for row in rows]):
        found = connection.execute(select(table).where(columns.in_(some)))
        there |= {_key(row, names): row for row in (dict(r._mapping) for r in found)}
    new = []
    for row in rows:
        ours = there.get(_key(row, names))
        if ours is None:
            new.append(row)
        elif ours != row:
            place = f"{table.name} {'/'.join(map(str, _key(row, names)))}"
            raise StoreError(StoreCode.CONTRADICTION, place=place)
    return new


def _new_in_histories(
    connection: Connection, table: Table, rows: Rows
) -> tuple[list[TypedRow], int]:
    """The versions that are missing, and how many histories came in under a new id."""
    key = table.info[HISTORY_OF]
    theirs = _histories(rows, key)
    forks = {history_id: _forked(versions, key) for history_id, versions in theirs.items()}
    wanted = [*theirs, *(fork[0][key] for fork in forks.values())]
    there = _there(connection, table, wanted)
    new, forked = [], 0
    for history_id, versions in theirs.items():
        missing = _missing(versions, there.get(history_id, []))
        if missing is None:
            fork = forks[history_id]
            missing = _missing(fork, there.get(fork[0][key], [])) or []
            forked += bool(missing)
        new += missing
    return new, forked


def _missing(theirs: Rows, ours: Rows) -> Rows | None:
    """The versions that only they have; None where both went on apart."""
    common = min(len(theirs), len(ours))
    return theirs[common:] if theirs[:common] == ours[:common] else None


def _forked(versions: Rows, key: str) -> Rows:
    """The same history under an id that follows from all of it: imported twice, it is one."""
    content = json.dumps([sorted(row.items()) for row in versions], default=str)
    new_id = hashlib.sha256(content.encode()).hexdigest()[:32]
    origin = f"{versions[-1][key]}/{versions[-1]['version']}"
    return [row | {key: new_id, "origin": origin} for row in versions]


def _there(connection: Connection, table: Table, ids: Sequence[str]) -> dict[str, Rows]:
    key = table.info[HISTORY_OF]
    found: list[TypedRow] = []
    for some in _batches(ids):
        wanted = select(table).where(table.c[key].in_(some))
        in_order = wanted.order_by(table.c[key], table.c.version)
        found += (dict(row._mapping) for row in connection.execute(in_order))
    return _histories(found, key)


def _histories(rows: Rows, key: str) -> dict[str, Rows]:
    """Rows that lie in the order of id and version, by id."""
    return {name: list(group) for name, group in groupby(rows, lambda row: row[key])}


def _key(row: TypedRow, names: Sequence[str]) -> Key:
    return tuple(row[name] for name in names)


def _batches(items: Sequence[Any]) -> Iterator[Sequence[Any]]:
    for start in range(0, len(items), AT_ONCE):
        yield items[start : start + AT_ONCE]
