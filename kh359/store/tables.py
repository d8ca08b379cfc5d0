"""Every table of the store: `METADATA` is whole once this file is imported.

A new concept brings a file NAME_table.py (with `METADATA`), its name below, and a migration
`migrations/versions/vNNNN_WHAT.py` with the next number; a test compares both. Give rows ids from
`history.new_id()`, never counters, and only add rows: then an archive brings two stores together by
itself (docs/decisions/store.md). Texts are `Text`, moments `Moment`, numbers `Float` or
`BigInteger`; no JSON column, no Boolean without a name.
"""

from kh359.store.briefing_table import BRIEFING_VERSION
from kh359.store.figure_table import (
    BASE_FILE,
    BASE_VERSION,
    FIGURE_CHANGE,
    FIGURE_LINE,
    FIGURE_SOURCE,
    FIGURE_VINTAGE,
)
from kh359.store.metadata import METADATA
from kh359.store.scenario_table import SCENARIO_VERSION

__all__ = [
    "BASE_FILE",
    "BASE_VERSION",
    "BRIEFING_VERSION",
    "FIGURE_CHANGE",
    "FIGURE_LINE",
    "FIGURE_SOURCE",
    "FIGURE_VINTAGE",
    "METADATA",
    "SCENARIO_VERSION",
]
