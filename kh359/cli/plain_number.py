"""Numbers for files other programs read: plain decimal notation, no locale, no exponent."""

from math import isfinite

DIGITS = 6
"""More than any projection deserves, few enough to hide the last bits of binary arithmetic."""


def plain(value: float | None) -> str:
    """0.5 -> '0.5', 70.0 -> '70', None -> ''. Raises ValueError for nan and inf."""
    if value is None:
        return ""
    if not isfinite(value):
        raise ValueError(f"{value!r} has no plain notation")
    text = f"{value:.{DIGITS}f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
