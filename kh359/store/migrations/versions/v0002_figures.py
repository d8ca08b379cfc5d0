"""Figures that users enter, and the versions of the data they are laid over."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the six tables."""
    op.create_table(
        "base_file",
        sa.Column("content_hash", sa.String(64), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("content_hash", name="pk_base_file"),
    )
    op.create_table(
        "base_version",
        sa.Column("base_version", sa.String(12), nullable=False),
        sa.Column("file", sa.Text(), nullable=False),
        sa.Column("content_hash", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("base_version", "file", name="pk_base_version"),
    )
    op.create_table(
        "figure_change",
        sa.Column("change_id", sa.String(32), nullable=False),
        sa.Column("act", sa.String(16), nullable=False),
        sa.Column("saved_by", sa.Text(), nullable=False),
        sa.Column("saved_at", sa.String(27), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("undoes", sa.String(32), nullable=False),
        sa.Column("parents", sa.Text(), nullable=False),
        sa.Column("lines", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("change_id", name="pk_figure_change"),
    )
    op.create_table(
        "figure_line",
        sa.Column("change_id", sa.String(32), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("figure_key", sa.String(16), nullable=False),
        sa.Column("before", sa.Text(), nullable=False),
        sa.Column("after", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("change_id", "position", name="pk_figure_line"),
    )
    op.create_table(
        "figure_source",
        sa.Column("change_id", sa.String(32), nullable=False),
        sa.Column("source_id", sa.String(32), nullable=False),
        sa.Column("cells", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("change_id", "source_id", name="pk_figure_source"),
    )
    op.create_table(
        "figure_vintage",
        sa.Column("vintage_id", sa.String(32), nullable=False),
        sa.Column("data_version", sa.String(12), nullable=False),
        sa.Column("base_version", sa.String(12), nullable=False),
        sa.Column("heads", sa.Text(), nullable=False),
        sa.Column("saved_at", sa.String(27), nullable=False),
        sa.PrimaryKeyConstraint("vintage_id", name="pk_figure_vintage"),
    )
