"""Rows of the tables by the key of their figure, and figures from the text of kept rows."""

from collections.abc import Mapping

from kh359.plan.observation import Observation
from kh359.plan.observation_key import observation_key
from kh359.plan.overlay import HISTORY
from kh359.plan.ratio import Ratio
from kh359.plan.row import Row, parse_row
from kh359.plan.tables import Tables
from kh359.store.figure_log import Cells


def rows_by_key(tables: Tables) -> dict[str, Row]:
    """The rows that can be withdrawn or replaced: of history.csv and ratios.csv."""
    return {observation_key(row.fact): row for row in (*tables.history.rows, *tables.ratios.rows)}


def cells_of(figure: Observation | None, rows: Mapping[str, Row]) -> Cells | None:
    """The row of a figure that stands today; a figure worked out from others has none."""
    row = None if figure is None else rows.get(observation_key(figure))
    return None if row is None else row.cells


def figure_of(cells: Cells | None) -> Observation | None:
    """The figure of a row; None also for a row that this program no longer reads."""
    if cells is None:
        return None
    if "numerator" in cells:
        ratio = parse_row("ratios.csv", 0, cells, Ratio)
        return ratio.fact.observation() if isinstance(ratio, Row) else None
    row = parse_row(HISTORY, 0, cells, Observation)
    return row.fact if isinstance(row, Row) else None
