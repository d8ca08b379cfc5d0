"""Table of saved briefings: one row a version."""

from sqlalchemy import BigInteger, Column, Table, Text

from kh359.store.metadata import HISTORY_OF, METADATA, Day, history_columns

BRIEFING_VERSION = Table(
    "briefing_version",
    METADATA,
    *history_columns("briefing_id"),
    Column("title", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("link", Text, nullable=False),  # the address behind "?", docs/decisions/links.md
    Column("data_version", Text, nullable=False),
    Column("vintage", Text, nullable=False),
    Column("seed", BigInteger, nullable=False),
    Column("made_on", Day, nullable=False),
    info={HISTORY_OF: "briefing_id"},
)
