"""Every table of the store: `METADATA` is whole once this file is imported.

A new concept brings a file NAME_table.py, a line here and a migration; the archive then carries
its table by itself. See docs/decisions/store.md.
"""

from kh359.store.briefing_table import BRIEFING_VERSION
from kh359.store.metadata import METADATA
from kh359.store.scenario_table import SCENARIO_VERSION

__all__ = ["BRIEFING_VERSION", "METADATA", "SCENARIO_VERSION"]
