"""Numbers for files other programs read: plain decimal notation, no locale, no exponent."""

from math import isfinite

DIGITS = 6
"""Significant digits, and decimals at most: more than any projection deserves, and few enough that
the last bits, which differ from processor to processor, hardly ever show."""


def plain(value: float | None) -> str:
    """0.5 -> '0.5', 1234567.5 -> '1234570', None -> ''. Raises ValueError for nan and inf."""
    if value is None:
        return ""
    if not isfinite(value):
        raise ValueError(f"{value!r} has no plain notation")
    rounded = float(f"{value:.{DIGITS - 1}e}")
    text = f"{rounded:.{DIGITS}f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
