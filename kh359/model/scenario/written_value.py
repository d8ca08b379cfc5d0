"""One value of a scenario's document: a number with its unit, or what a fault quotes of it."""

import math
from decimal import Decimal
from typing import TypeGuard

from kh359.plan.fact import LARGEST
from kh359.plan.unit import Unit

LONGEST_QUOTE = 80
"""Characters of a wrong value that a fault quotes."""


def to_written(value: float, unit: Unit, *, percent: bool) -> Decimal:
    """The exact number a document holds; percent: whether percent units are written as percent."""
    return (unit if percent else Unit.RATIO).to_written(value)


def is_number(item: object) -> TypeGuard[int | float | Decimal]:
    """Whether an item of a document is a number; true and false are not."""
    return isinstance(item, int | float | Decimal) and not isinstance(item, bool)


def to_decimal(item: int | float | Decimal, unit: Unit, *, percent: bool) -> float:
    """The model's number for one of a document; too large a number is infinite."""
    if isinstance(item, int) and abs(item) > LARGEST:
        return math.inf if item > 0 else -math.inf
    exact = Decimal(repr(item)) if isinstance(item, float) else Decimal(item)
    return (unit if percent else Unit.RATIO).to_decimal(exact)


def quoted(value: object) -> str:
    """A wrong value as a message shows it: short, whatever it is."""
    if value is None:
        return ""
    if isinstance(value, list):
        return "[…]"
    if isinstance(value, dict):
        return "{…}"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int) and abs(value) > LARGEST:
        return "…"
    text = str(value)
    return text if len(text) <= LONGEST_QUOTE else text[: LONGEST_QUOTE - 1] + "…"
