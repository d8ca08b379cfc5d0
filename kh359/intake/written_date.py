"""A date as people write it, in the form of `data/`; the day comes first, as in Viet Nam."""

import re

_DAY = re.compile(r"([0-9]{1,2})\s?[/.-]\s?([0-9]{1,2})\s?[/.-]\s?([0-9]{4})")
_MONTH = re.compile(r"([0-9]{1,2})\s?[/.-]\s?([0-9]{4})")


def iso_date(text: str) -> str:
    """'31/12/2025' -> '2025-12-31', '12/2025' -> '2025-12'; anything else as it is."""
    if found := _DAY.fullmatch(text):
        return f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}"
    if found := _MONTH.fullmatch(text):
        return f"{found[2]}-{int(found[1]):02}"
    return text


def is_after(date: str, other: str) -> bool | None:
    """Whether one ISO date is later than another; None where the shorter one covers the longer."""
    length = min(len(date), len(other))
    if date[:length] == other[:length]:
        return None
    return date[:length] > other[:length]
