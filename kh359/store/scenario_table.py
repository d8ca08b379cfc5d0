"""Table of saved scenarios: one row a version."""

from sqlalchemy import Column, String, Table, Text

from kh359.store.metadata import HISTORY_OF, METADATA, history_columns

SCENARIO_VERSION = Table(
    "scenario_version",
    METADATA,
    *history_columns("scenario_id"),
    Column("name", Text, nullable=False),
    Column("content_hash", String(12), nullable=False),
    Column("text", Text, nullable=False),  # JSON of kh359.model.scenario.text
    info={HISTORY_OF: "scenario_id"},
)
