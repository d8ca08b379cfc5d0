"""One cell as it was given: text, or a number, date or fault that a spreadsheet holds."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class CellKind(StrEnum):
    """What a cell of a spreadsheet holds; text files have TEXT only."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    FORMULA = "formula"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Cell:
    """text: as shown; a number in plain notation with a point, a date in ISO form. as_percent:
    whether the spreadsheet shows the number 0.5 as 50 %.
    """

    text: str
    kind: CellKind = CellKind.TEXT
    as_percent: bool = False


NOTHING = Cell("")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One row with something in it. number: as the user sees it, from 1. cells: none left out."""

    number: int
    cells: Sequence[Cell]


def column_letters(position: int) -> str:
    """0 -> 'A', 25 -> 'Z', 26 -> 'AA'."""
    letters, position = "", position + 1
    while position:
        position, rest = divmod(position - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
