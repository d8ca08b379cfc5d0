"""One tidy sheet of a workbook, before a library writes it: a header, then a row for each case."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from kh359.plan.unit import Unit


class Look(StrEnum):
    """How the cells of a column are written."""

    TEXT = "text"
    WRAPPED = "wrapped"
    YEAR = "year"
    COUNT = "count"
    EXPECTED = "expected"
    MONEY = "money"
    CHANCE = "chance"
    NUMBER = "number"
    """With up to four decimals; the unit stands beside it."""
    FIGURE = "figure"
    """Each cell is a Figure with its own unit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number with its unit; value: decimal, so that percent become real percent cells.

    projected: shows about three significant digits; else as many as the source wrote.
    bare: without the unit (percent keep theirs), where another column says it.
    """

    value: float
    unit: Unit
    per_year: bool = False
    projected: bool = False
    bare: bool = False


SheetCell = str | int | float | Figure | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetColumn:
    """width: in letters."""

    title: str
    width: float
    look: Look = Look.TEXT


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """name: at most 31 letters. frozen: columns that stay in view beside the header."""

    name: str
    columns: tuple[SheetColumn, ...]
    rows: Sequence[tuple[SheetCell, ...]]
    frozen: int = 0
