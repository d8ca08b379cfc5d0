"""Reading and adding the rows of changes, vintages and kept data; a connection is handed in."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, Table, insert, select
from sqlalchemy.dialects import postgresql, sqlite

from kh359.plan.entry import Entry
from kh359.plan.overlay import Overlay, UserFigure
from kh359.store.figure_change import Change, ChangeAct, Vintage, in_order, undone
from kh359.store.figure_table import (
    BASE_FILE,
    BASE_VERSION,
    FIGURE_CHANGE,
    FIGURE_LINE,
    FIGURE_SOURCE,
    FIGURE_VINTAGE,
)
from kh359.store.history import Record, new_id
from kh359.store.metadata import MOMENT_FORM

Cells = Mapping[str, str]
Line = tuple[str, Cells | None, Cells | None]
"""Key, before, after."""


def read_changes(connection: Connection) -> dict[str, Change]:
    """All changes by id, oldest first, each knowing whether it is in effect."""
    found = connection.execute(select(FIGURE_CHANGE)).all()
    changes = in_order(_change(record) for record in found)
    gone = undone(changes)
    return {c.change_id: replace(c, is_active=c.change_id not in gone) for c in changes}


def add_change(
    connection: Connection,
    change: Change,
    lines: Sequence[Line],
    sources: Iterable[Cells] = (),
) -> None:
    """Write one change with all its lines and new sources."""
    connection.execute(
        insert(FIGURE_CHANGE).values(
            change_id=change.change_id,
            act=change.act.value,
            saved_by=change.saved_by,
            saved_at=change.saved_at,
            why=change.why,
            undoes=change.undoes,
            parents=" ".join(change.parents),
            lines=len(lines),
        )
    )
    key = {"change_id": change.change_id}
    rows = [
        key
        | {"position": n, "figure_key": name, "before": _packed(before), "after": _packed(after)}
        for n, (name, before, after) in enumerate(lines)
    ]
    if rows:
        connection.execute(insert(FIGURE_LINE), rows)
    named = [key | {"source_id": c["source_id"], "cells": _packed(c)} for c in sources]
    if named:
        connection.execute(insert(FIGURE_SOURCE), named)


def read_lines(connection: Connection, change_id: str, most: int | None = None) -> list[Line]:
    """The lines of one change, in the order of its table."""
    wanted = select(FIGURE_LINE).where(FIGURE_LINE.c.change_id == change_id)
    found = connection.execute(wanted.order_by(FIGURE_LINE.c.position).limit(most)).all()
    return [(row.figure_key, unpacked(row.before), unpacked(row.after)) for row in found]


def read_overlay(connection: Connection, changes: Iterable[Change]) -> Overlay:
    """What the changes come to. changes: oldest first, without regard to `is_active`."""
    listed = tuple(changes)
    gone = undone(listed)
    figures: dict[str, UserFigure] = {}
    sources: dict[str, Cells] = {}
    withdrawn: set[str] = set()
    for change in listed:
        if change.change_id in gone or change.act is ChangeAct.UNDONE:
            continue
        entry = _entry(change)
        for key, _, after in read_lines(connection, change.change_id):
            earlier = figures.pop(key, None)
            if after is not None:
                figures[key] = UserFigure(cells=after, entry=entry)
            elif earlier is None:
                withdrawn.add(key)
        for source in _sources(connection, change.change_id):
            sources[source["source_id"]] = source
    return Overlay(
        figures=tuple(figures.values()),
        sources=tuple(sources.values()),
        withdrawn=frozenset(withdrawn),
    )


def keep_files(connection: Connection, base_version: str, files: Mapping[str, bytes]) -> None:
    """Keep the files of `data/` unless this version is kept already."""
    if _file_rows(connection, base_version):
        return
    texts = {name: content.decode() for name, content in files.items()}
    hashes = {name: hashlib.sha256(text.encode()).hexdigest() for name, text in texts.items()}
    kept = [{"content_hash": hashes[name], "content": text} for name, text in texts.items()]
    _insert_new(connection, BASE_FILE, kept)
    named = [
        {"base_version": base_version, "file": name, "content_hash": content_hash}
        for name, content_hash in hashes.items()
    ]
    _insert_new(connection, BASE_VERSION, named)


def read_files(connection: Connection, base_version: str) -> dict[str, bytes]:
    """The files of `data/` as they were in that version; empty where it was not kept."""
    rows = _file_rows(connection, base_version)
    return {row.file: row.content.encode() for row in rows}


def wait_for_turn(connection: Connection, base_version: str) -> None:
    """Let nobody else change the figures until we are done.

    PostgreSQL locks the rows of the kept data, which are there; SQLite has one writer at a time.
    """
    rows = select(BASE_VERSION.c.file).where(BASE_VERSION.c.base_version == base_version)
    connection.execute(rows.order_by(BASE_VERSION.c.file).with_for_update())


def read_vintages(connection: Connection) -> tuple[Vintage, ...]:
    """Newest first."""
    wanted = select(FIGURE_VINTAGE).order_by(
        FIGURE_VINTAGE.c.saved_at.desc(), FIGURE_VINTAGE.c.vintage_id
    )
    return tuple(_vintage(record) for record in connection.execute(wanted))


def add_vintage(
    connection: Connection,
    *,
    data_version: str,
    base_version: str,
    heads: Sequence[str],
    at: datetime,
) -> None:
    """Write what the figures have come to, unless it is known."""
    row = {"data_version": data_version, "base_version": base_version, "heads": " ".join(heads)}
    same = [FIGURE_VINTAGE.c[name] == value for name, value in row.items()]
    if connection.execute(select(FIGURE_VINTAGE.c.vintage_id).where(*same)).first() is None:
        values = row | {"vintage_id": new_id(), "saved_at": at}
        connection.execute(insert(FIGURE_VINTAGE).values(values))


def unpacked(text: str) -> Cells | None:
    """Cells as they were packed; None for none."""
    return json.loads(text) if text else None


def _packed(cells: Cells | None) -> str:
    return "" if cells is None else json.dumps(dict(cells), ensure_ascii=False)


def _insert_new(connection: Connection, table: Table, rows: list[dict[str, str]]) -> None:
    """Insert rows whose keys are not there yet; another process may be doing just that."""
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    connection.execute(dialect.insert(table).on_conflict_do_nothing(), rows)


def _file_rows(connection: Connection, base_version: str) -> Sequence[Row[Any, Any]]:
    joined = BASE_VERSION.join(BASE_FILE, BASE_VERSION.c.content_hash == BASE_FILE.c.content_hash)
    wanted = select(BASE_VERSION.c.file, BASE_FILE.c.content).select_from(joined)
    return connection.execute(wanted.where(BASE_VERSION.c.base_version == base_version)).all()


def _sources(connection: Connection, change_id: str) -> list[Cells]:
    wanted = select(FIGURE_SOURCE.c.cells).where(FIGURE_SOURCE.c.change_id == change_id)
    found = connection.execute(wanted.order_by(FIGURE_SOURCE.c.source_id)).scalars()
    return [json.loads(text) for text in found]


def _change(record: Record) -> Change:
    row = dict(record._mapping)
    row["act"] = ChangeAct(row["act"])
    row["parents"] = tuple(row["parents"].split())
    return Change(**row)


def _vintage(record: Record) -> Vintage:
    row = dict(record._mapping)
    row["heads"] = tuple(row["heads"].split())
    return Vintage(**row)


def _entry(change: Change) -> Entry:
    at = change.saved_at.strftime(MOMENT_FORM)
    return Entry(change=change.change_id, by=change.saved_by, at=at, why=change.why)
