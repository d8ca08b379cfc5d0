"""Which number a written figure means, where comma and point may both be the decimal mark.

The rules: docs/decisions/intake.md. A figure that can mean two numbers is decided by its unit, by
the other figures of its column or by its bounds; where none decides, a person must.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from kh359.intake.typed_number import Mark, NotANumber, TypedNumber, other_mark, read_number
from kh359.plan.unit import Unit

_SIMPLE = re.compile("-?[0-9]+(?:([.,])[0-9]{1,2})?")
"""Most figures: what follows the mark is too short for a group of thousands."""


class Decided(StrEnum):
    """What told which of two numbers is meant."""

    ALONE = "alone"
    UNIT = "unit"
    COLUMN = "column"
    BOUNDS = "bounds"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Reading:
    """number: what is meant; where nothing decided, the one that keeps decimals. other: the second
    meaning, None where there is one only.
    """

    number: TypedNumber
    decided: Decided
    other: TypedNumber | None = None


def column_mark(texts: Iterable[str]) -> Mark | None:
    """The decimal mark of a column: that of its figures which can only mean one number.

    None where there is no such figure, or where they disagree.
    """
    marks: set[Mark] = {mark for text in texts if (mark := _own_mark(text)) is not None}
    return marks.pop() if len(marks) == 1 else None


def read_figure(text: str, *, whole: bool, upper: float | None, mark: Mark | None) -> Reading:
    """What `text` means. whole: the unit is counted in whole pieces. upper: bound of the
    indicator, as written (percent), if it has one. mark: `column_mark` of its column.

    Raises NotANumber.
    """
    if found := _SIMPLE.fullmatch(text):
        number = TypedNumber(
            value=float(text.replace(",", ".")), decimals=bool(found[1]), grouped=False
        )
        return Reading(number, Decided.ALONE)
    by_comma, by_point = read_number(text, ","), read_number(text, ".")
    if by_comma.value == by_point.value:
        return Reading(by_comma, Decided.ALONE)
    parted, grouped = (by_comma, by_point) if by_comma.decimals else (by_point, by_comma)
    if whole:
        return Reading(grouped, Decided.UNIT, parted)
    if mark is not None:
        meant, other = (by_comma, by_point) if mark == "," else (by_point, by_comma)
        return Reading(meant, Decided.COLUMN, other)
    if upper is not None and abs(parted.value) <= upper < abs(grouped.value):
        return Reading(parted, Decided.BOUNDS, grouped)
    return Reading(parted, Decided.NOTHING, grouped)


def written(value: float) -> str:
    """A number as `data/` writes it: plain, with a point."""
    text = f"{Decimal(repr(float(value))):f}"
    return text.removesuffix(".0")


def with_unit(value: float, unit: Unit) -> str:
    """A decimal as a finding quotes it: 0.26 of percent -> '26 percent'."""
    return f"{written(unit.to_shown(value))} {unit}"


def _own_mark(text: str) -> Mark | None:
    """The decimal mark that this figure alone gives away."""
    if found := _SIMPLE.fullmatch(text):
        return "," if found[1] == "," else "." if found[1] else None
    try:
        by_comma, by_point = read_number(text, ","), read_number(text, ".")
    except NotANumber:
        return None
    marks: list[Mark] = ["," if char == "," else "." for char in text if char in ",."]
    if not marks or by_comma.value != by_point.value:
        return None
    return marks[-1] if by_comma.decimals else other_mark(marks[-1])
