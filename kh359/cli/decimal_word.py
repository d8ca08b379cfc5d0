"""A number on the command line, with the decimal comma or the decimal point."""

import argparse
import math
import re
from collections.abc import Callable

from kh359.locale.translate import Translator

_COMMA = re.compile(r"[-+]?[0-9]+,(?![0-9]{3}$)[0-9]+")
"""Three digits behind a comma may be thousands to one reader and decimals to another: refused."""


def decimal_of(text: str) -> float | None:
    """80,5 and 80.5; None for anything else, infinities among it."""
    written = text.strip()
    if _COMMA.fullmatch(written):
        written = written.replace(",", ".")
    try:
        value = float(written)
    except ValueError:
        return None
    return value if math.isfinite(value) else None


def decimal_type(say: Translator) -> Callable[[str], float]:
    """For argparse, which shows the words of the refusal."""

    def decimal(text: str) -> float:
        value = decimal_of(text)
        if value is None:
            raise argparse.ArgumentTypeError(
                say("“{text}” is not a number; write 80.5 for instance.", text=text)
            )
        return value

    return decimal
