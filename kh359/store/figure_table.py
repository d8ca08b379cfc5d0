"""Tables of the users' figures and of the data they are laid over. Rows are only ever added.

Changes are known by ids and name those before them, so that two stores can be brought together.
The files of `data/` are kept once for each content. See docs/decisions/vintages.md.
"""

from sqlalchemy import Column, Integer, String, Table, Text

from kh359.store.figure_check import check_figures
from kh359.store.metadata import CHECK, METADATA, Moment

BASE_FILE = Table(
    "base_file",
    METADATA,
    Column("content_hash", String(64), primary_key=True),  # SHA-256 of the UTF-8 text
    Column("content", Text, nullable=False),
)
BASE_VERSION = Table(
    "base_version",
    METADATA,
    Column("base_version", String(12), primary_key=True),  # Facts.version of data/ alone
    Column("file", Text, primary_key=True),
    Column("content_hash", String(64), nullable=False),
)
FIGURE_CHANGE = Table(
    "figure_change",
    METADATA,
    Column("change_id", String(32), primary_key=True),
    Column("act", String(16), nullable=False),
    Column("saved_by", Text, nullable=False),
    Column("saved_at", Moment, nullable=False),
    Column("why", Text, nullable=False),
    Column("undoes", String(32), nullable=False),  # id of a change, or empty
    Column("parents", Text, nullable=False),  # ids of the changes before, with spaces
    Column("lines", Integer, nullable=False),  # how many
    info={CHECK: check_figures},
)
FIGURE_LINE = Table(
    "figure_line",
    METADATA,
    Column("change_id", String(32), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("figure_key", String(16), nullable=False),
    Column("before", Text, nullable=False),  # cells of a row of data/ as JSON, or empty
    Column("after", Text, nullable=False),
)
FIGURE_SOURCE = Table(
    "figure_source",
    METADATA,
    Column("change_id", String(32), primary_key=True),
    Column("source_id", String(32), primary_key=True),
    Column("cells", Text, nullable=False),
)
FIGURE_VINTAGE = Table(
    "figure_vintage",
    METADATA,
    Column("vintage_id", String(32), primary_key=True),
    Column("data_version", String(12), nullable=False),
    Column("base_version", String(12), nullable=False),
    Column("heads", Text, nullable=False),  # ids of the last changes, with spaces
    Column("saved_at", Moment, nullable=False),
)
