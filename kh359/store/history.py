"""Histories: things whose every version is kept. Rows are only ever added.

One thing is one id; its state is its newest version. Deleting adds a version that says so, so
that it can be restored, and who did what, when and why is all there.
"""

import uuid
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, Table, func, insert, select

from kh359.store.act import Act
from kh359.store.metadata import HISTORY_OF
from kh359.store.person import Person
from kh359.store.plain_text import checked_text
from kh359.store.store_error import Conflict, StoreCode, StoreError

LONGEST_WHY = 400
"""Characters of the reason given for a version."""
Record = Row[Any]


def utc_now() -> datetime:
    """The moment a version is saved."""
    return datetime.now(UTC)


def new_id() -> str:
    """An id that no other machine gives: what was saved apart can be brought together."""
    return uuid.uuid4().hex


def begin(
    connection: Connection,
    table: Table,
    person: Person,
    *,
    at: datetime,
    why: str = "",
    origin: str = "",
    **content: object,
) -> str:
    """Add the first version of a new thing and return its id. content: the table's own columns."""
    key = new_id()
    act = Act.FORKED if origin else Act.CREATED
    row = _row(person, act, at, why) | {"owner": person.name, "origin": origin}
    connection.execute(insert(table).values({_id(table): key, "version": 1} | row | content))
    return key


def append(
    connection: Connection,
    table: Table,
    person: Person,
    key: str,
    *,
    based_on: int,
    act: Act,
    at: datetime,
    named: str,
    why: str = "",
    **content: object,
) -> int:
    """Add a version to a thing and return its number; what `content` leaves out stays.

    based_on: the version the caller saw last. named: column of its name, told in a conflict.
    Raises Conflict when a newer version is there, StoreError NOT_FOUND when there is none.
    """
    _wait_for_turn(connection, table, key)
    last = newest(connection, table, key)
    if last.version != based_on:
        raise Conflict(
            key=key,
            based_on=based_on,
            version=last.version,
            name=getattr(last, named),
            saved_by=last.saved_by,
            saved_at=last.saved_at,
        )
    row = dict(last._mapping) | _row(person, act, at, why) | content
    row["version"] = last.version + 1
    connection.execute(insert(table).values(row))
    return last.version + 1


def newest(connection: Connection, table: Table, key: str) -> Record:
    """The newest version. Raises StoreError NOT_FOUND."""
    wanted = _versions(table, key).order_by(table.c.version.desc()).limit(1)
    return _found(connection.execute(wanted).first(), key)


def one_version(connection: Connection, table: Table, key: str, version: int) -> Record:
    """One version. Raises StoreError NOT_FOUND."""
    wanted = _versions(table, key).where(table.c.version == version)
    return _found(connection.execute(wanted).first(), f"{key}/{version}")


def every_version(connection: Connection, table: Table, key: str) -> Sequence[Record]:
    """All versions, oldest first. Raises StoreError NOT_FOUND when there is none."""
    found = connection.execute(_versions(table, key).order_by(table.c.version)).all()
    _found(next(iter(found), None), key)
    return found


def all_newest(connection: Connection, table: Table, *, deleted: bool = False) -> Sequence[Record]:
    """The newest version of everything that is there (or was deleted), latest saved first."""
    key = table.c[_id(table)]
    last = (
        select(key.label("key"), func.max(table.c.version).label("last")).group_by(key).subquery()
    )
    wanted = select(table).join(last, (key == last.c.key) & (table.c.version == last.c.last))
    gone = table.c.act == Act.DELETED
    wanted = wanted.where(gone if deleted else ~gone)
    return connection.execute(wanted.order_by(table.c.saved_at.desc(), key)).all()


def _versions(table: Table, key: str) -> Select[Any]:
    return select(table).where(table.c[_id(table)] == key)


def _found(record: Record | None, place: str) -> Record:
    if record is None:
        raise StoreError(StoreCode.NOT_FOUND, place=place)
    return record


def _id(table: Table) -> str:
    return table.info[HISTORY_OF]


def _row(person: Person, act: Act, at: datetime, why: str) -> dict[str, object]:
    why = checked_text("why", why, LONGEST_WHY, required=False, line_breaks=True)
    return {"act": act, "saved_by": person.name, "saved_at": at, "why": why}


def _wait_for_turn(connection: Connection, table: Table, key: str) -> None:
    """Let nobody else add to this thing until we are done.

    PostgreSQL locks the first version, which is always there; SQLite has one writer at a time.
    """
    first = _versions(table, key).where(table.c.version == 1)
    connection.execute(first.with_for_update())
