"""Saved scenarios and briefings."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the two tables."""
    op.create_table(
        "scenario_version",
        *_history_columns("scenario_id"),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("content_hash", sa.String(12), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("scenario_id", "version", name="pk_scenario_version"),
    )
    op.create_table(
        "briefing_version",
        *_history_columns("briefing_id"),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("link", sa.Text(), nullable=False),
        sa.Column("data_version", sa.Text(), nullable=False),
        sa.Column("vintage", sa.Text(), nullable=False),
        sa.Column("seed", sa.BigInteger(), nullable=False),
        sa.Column("made_on", sa.String(10), nullable=False),
        sa.PrimaryKeyConstraint("briefing_id", "version", name="pk_briefing_version"),
    )


def _history_columns(key: str) -> tuple[sa.Column[Any], ...]:
    return (
        sa.Column(key, sa.String(32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("act", sa.String(16), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("saved_by", sa.Text(), nullable=False),
        sa.Column("saved_at", sa.String(27), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("origin", sa.Text(), nullable=False),
    )
