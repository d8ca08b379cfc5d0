"""A number as a person types it, read only where it can mean one thing.

The rules: docs/decisions/typed-numbers.md.
"""

import re
from dataclasses import dataclass
from typing import Literal

Mark = Literal[",", "."]

_SPACES = "\u00a0\u202f "
_DIGITS = re.compile(r"[-\u2212]?[0-9](?:[0-9.,]*[0-9])?")
_SPACED = re.compile(rf"[-\u2212]?[0-9]{{1,3}}(?:[{_SPACES}][0-9]{{3}})+(?=[.,]|$)")
_GROUP = re.compile(r"[1-9][0-9]{0,2}")


class NotANumber(ValueError):
    """The text is no number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedNumber:
    """value: the number read. decimals: whether a decimal mark was read. grouped: whether a mark
    was read as a thousands separator. thousand_like: whether the decimal mark stands where a
    thousands separator could ("1,000").
    """

    value: float
    decimals: bool
    grouped: bool
    thousand_like: bool = False


def other_mark(mark: Mark) -> Mark:
    """The mark that separates thousands where `mark` separates decimals."""
    return "." if mark == "," else ","


def read_number(text: str, decimal_mark: Mark) -> TypedNumber:
    """Read what was typed where `decimal_mark` is the custom. Raises NotANumber.

    The other mark is read as a thousands separator where it can be one ("45.500" in Vietnamese),
    and as a decimal mark where it cannot ("0.62", "45.5").
    """
    text = text.strip().replace("\u2212", "-")
    spaced = _SPACED.match(text)
    if spaced:
        text = re.sub(f"[{_SPACES}]", "", spaced[0]) + text[spaced.end() :]
    if not _DIGITS.fullmatch(text):
        raise NotANumber(text)
    sign, body = (-1.0, text[1:]) if text.startswith("-") else (1.0, text)
    marks = re.sub("[0-9]", "", body)
    if not marks:
        return TypedNumber(value=sign * float(body), decimals=False, grouped=bool(spaced))
    whole, fraction, grouped = _split(body, marks, decimal_mark)
    return TypedNumber(
        value=sign * float(f"{whole}.{fraction or 0}"),
        decimals=bool(fraction),
        grouped=grouped or bool(spaced),
        thousand_like=_like_thousands(body.split(marks[-1])) and bool(fraction) and not grouped,
    )


def _split(body: str, marks: str, decimal_mark: Mark) -> tuple[str, str, bool]:
    """Digits before and after the decimal mark, and whether thousands were separated."""
    if len(set(marks)) == 2:
        whole, fraction = body.rsplit(marks[-1], 1)
        groups = whole.split(marks[0])
        if marks.count(marks[-1]) > 1 or not _like_thousands(groups):
            raise NotANumber(body)
        return "".join(groups), fraction, True
    parts = body.split(marks[0])
    if len(parts) > 2 or (marks[0] != decimal_mark and _like_thousands(parts)):
        if not _like_thousands(parts):
            raise NotANumber(body)
        return "".join(parts), "", True
    return parts[0], parts[1], False


def _like_thousands(parts: list[str]) -> bool:
    """Whether digits between marks are groups of three, as in 1.234.567."""
    first, *rest = parts
    return bool(_GROUP.fullmatch(first)) and bool(rest) and all(len(part) == 3 for part in rest)
