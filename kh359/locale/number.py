"""Numbers as the interface writes them. Everything goes in as a decimal (0.5 is 50 %)."""

from functools import lru_cache
from math import floor, inf, isinf, log10

from babel.numbers import format_decimal, format_scientific

from kh359.locale.language import Language
from kh359.locale.translate import translator
from kh359.model.attainment import LIKELIHOOD
from kh359.model.gain import EVEN
from kh359.plan.unit import Unit

NBSP = "\u00a0"
MINUS = "\u2212"

_BEYOND_COUNTING = 1e15
"""From here on only a mistaken entry is quoted, and Babel cannot write all its digits."""
_RARE = 0.01
"""Below this a probability is written '<1 %', above its complement '>99 %'."""
_MOST_DIGITS = 6
_LIMITS = (EVEN, *(limit for limit, _ in LIKELIHOOD))
"""Where what is said of a target changes."""


@lru_cache(maxsize=20_000)
def number(value: float, language: Language, *, digits: int = 2) -> str:
    """Write a plain number with at most `digits` decimals and the language's separators."""
    if _BEYOND_COUNTING <= abs(value) < inf:
        return format_scientific(value, format="0.##E0", locale=language).replace("-", MINUS)
    pattern = "#,##0." + "#" * digits if digits else "#,##0"
    rounded = round(value, digits) + 0.0
    return format_decimal(rounded, format=pattern, locale=language).replace("-", MINUS)


def percent(decimal: float, language: Language, *, digits: int = 1) -> str:
    """Write a share or a rate: 0.125 -> '12,5 %' in Vietnamese, '12.5%' in English."""
    return number(100 * decimal, language, digits=digits) + percent_sign(language)


def percent_sign(language: Language) -> str:
    """The percent sign with the space the language puts before it."""
    return f"{NBSP}%" if language == "vi" else "%"


def probability(p: float | None, language: Language) -> str:
    """Write a probability in whole percent; never 0 % or 100 %, which would claim certainty.

    One just below the limit of a word keeps a decimal, so that 49.97 % never reads '50 %' beside
    'below an even chance': docs/decisions/rounding.md.
    """
    if p is None:
        return "–"
    sign = percent_sign(language)
    if p < _RARE:
        return f"<1{sign}"
    if p > 1 - _RARE:
        return f">99{sign}"
    whole = round(100 * p)
    if any(p < limit <= whole / 100 for limit in _LIMITS):
        return number(floor(1000 * p) / 10, language, digits=1) + sign
    return number(whole, language, digits=0) + sign


def chance_digits(p: float) -> int:
    """Decimals of percent that keep a probability below the limit of a word when it is rounded.

    For what shows a number by a format: 49.97 % with none would read 50 %.
    """
    for digits in range(_MOST_DIGITS):
        # Half up, as spreadsheets round.
        shown = floor(100 * p * 10**digits + 0.5) / 10 ** (digits + 2)
        if not any(p < limit <= shown for limit in _LIMITS):
            return digits
    return _MOST_DIGITS


def expected_count(value: float, language: Language) -> str:
    """Write an expected number of targets: always one decimal, since it is no count of things."""
    return format_decimal(round(value, 1) + 0.0, format="#,##0.0", locale=language).replace(
        "-", MINUS
    )


def digits_of(shown: float, unit: Unit) -> int:
    """How many decimals a projected figure deserves: about three significant digits, none for
    what is counted in whole pieces.
    """
    if unit is Unit.INDEX:
        return 2
    if shown == 0 or unit.is_whole:
        return 0
    return max(0, min(2, 2 - int(log10(abs(shown)) // 1)))


def figure(value: float, unit: Unit, language: Language, *, projected: bool = False) -> str:
    """Write a value of `unit` without its unit label.

    An observed or planned figure keeps up to four decimals, as its source wrote it; a projected
    one is rounded to about three significant digits.
    """
    shown = unit.to_shown(value)
    if unit is Unit.INDEX and not projected and abs(shown) < _BEYOND_COUNTING:
        return format_decimal(shown, format="#,##0.00##", locale=language)
    return number(shown, language, digits=digits_of(shown, unit) if projected else 4)


def year(value: float, language: Language) -> str:
    """Write a year; inf is a year that does not come within the horizon: 'chưa đạt đến 2045'."""
    say = translator(language)
    return say("not met by 2045") if isinf(value) else f"{value:.0f}"


def year_range(early: float, late: float, language: Language) -> str:
    """Write the span of an uncertain year; empty where a single year says it all."""
    say = translator(language)
    if early == late:
        return ""
    if isinf(late):
        return say("from {early} on", early=year(early, language))
    return say("{early} to {late}", early=year(early, language), late=year(late, language))


def date(iso: str | None, language: Language) -> str:
    """Write a date given as year, year-month or day in ISO form; Vietnamese puts the day first."""
    say = translator(language)
    if not iso:
        return say("undated")
    return "/".join(reversed(iso.split("-"))) if language == "vi" else iso
