"""What all tables share: one set of metadata, named constraints, and how a moment is written.

A table that keeps the history of things has an id and a version as its key. Its rows are added,
never changed or removed; see `kh359.store.history` and docs/decisions/store.md.
"""

from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Column, Enum, Integer, MetaData, String, Text
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

from kh359.store.act import Act

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)
HISTORY_OF = "history_of"
"""Key of `Table.info`: names the id column of a table that keeps histories."""
CHECK = "check"
"""Key of `Table.info`: takes all rows of an archive by table, raises ValueError where a service
that reads this table could not.
"""
MOMENT_FORM = "%Y-%m-%dT%H:%M:%S.%fZ"


class Moment(TypeDecorator[datetime]):
    """A moment in UTC, written as text: sorts by time, and is the same on every database."""

    impl = String(27)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        return None if value is None else value.astimezone(UTC).strftime(MOMENT_FORM)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        return None if value is None else datetime.strptime(value, MOMENT_FORM).replace(tzinfo=UTC)


class Day(TypeDecorator[date]):
    """A date, written as ISO text."""

    impl = String(10)
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Dialect) -> str | None:
        return None if value is None else value.isoformat()

    def process_result_value(self, value: Any, dialect: Dialect) -> date | None:
        return None if value is None else date.fromisoformat(value)


ACT = Enum(
    Act,
    native_enum=False,
    create_constraint=False,
    length=16,
    values_callable=lambda acts: [act.value for act in acts],
)
"""An `Act`, written as its text."""


def history_columns(key: str) -> tuple[Column[Any], ...]:
    """Columns of a table that keeps histories. key: name of the id column.

    act: what was done (`kh359.store.act.Act`). owner: who made the first version. origin:
    "ID/VERSION" that a fork comes from. why: in the words of who saved.
    """
    return (
        Column(key, String(32), primary_key=True),
        Column("version", Integer, primary_key=True, autoincrement=False),
        Column("act", ACT, nullable=False),
        Column("owner", Text, nullable=False),
        Column("saved_by", Text, nullable=False),
        Column("saved_at", Moment, nullable=False),
        Column("why", Text, nullable=False, default=""),
        Column("origin", Text, nullable=False, default=""),
    )
