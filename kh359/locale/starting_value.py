"""A starting value as the user types it: read, checked against the indicator, or refused."""

from math import isfinite

from kh359.intake.typed_number import Mark, NotANumber, TypedNumber, other_mark, read_number
from kh359.locale.language import Language
from kh359.locale.plain_text import clipped
from kh359.locale.translate import translator
from kh359.locale.unit import quantity
from kh359.model.assumptions import StartingValue
from kh359.plan.fact import LARGEST
from kh359.plan.indicator import Indicator
from kh359.plan.unit import Unit

FIRST_YEAR = 2015
"""A start lies in the recent past: from here to the year of the reader's clock."""

DECIMAL_MARKS: dict[Language, Mark] = {"vi": ",", "en": "."}


class Refused(ValueError):
    """The value is not accepted; the message is for the user, in the user's language."""


def read_typed(
    text: str,
    year: int,
    indicator: Indicator,
    language: Language,
    *,
    this_year: int,
    mark: Mark | None = None,
) -> StartingValue:
    """Turn what was typed (percent as percent) into an assumption, or raise Refused.

    mark: the decimal mark that is the custom here; None takes the language's own.
    """
    say, mark = translator(language), mark or DECIMAL_MARKS[language]
    text = text.strip()
    digits = text.removesuffix("%") if indicator.unit is Unit.PERCENT else text
    if not digits.strip():
        raise Refused(say("No value was typed."))
    try:
        typed = read_number(digits, mark)
    except NotANumber as error:
        raise Refused(
            say(
                "“{text}” is not a number. Type digits, for example {example}.",
                text=clipped(text),
                example=example(indicator, mark),
            )
        ) from error
    _check_marks(typed, text, indicator, language, mark)
    try:
        value = indicator.unit.to_decimal(typed.value)
        return checked(value, year, indicator, language, this_year=this_year)
    except Refused as error:
        if typed.grouped and other_mark(mark) in text:
            raise Refused(f"{error} {_separator_note(text, language, mark)}") from error
        raise


def offered_years(this_year: int, chosen: int | None) -> list[int]:
    """Years of a start, the latest first; also the one chosen before, wherever it lies."""
    years = set(range(FIRST_YEAR, this_year + 1))
    return sorted(years if chosen is None else years | {chosen}, reverse=True)


def example(indicator: Indicator, mark: Mark) -> str:
    """A number that fits the indicator's unit."""
    if indicator.is_whole:
        return "12"
    return ("0{}62" if indicator.unit is Unit.INDEX else "45{}5").format(mark)


def checked(
    value: float, year: int, indicator: Indicator, language: Language, *, this_year: int
) -> StartingValue:
    """An assumption within the indicator's bounds and the allowed years, or Refused."""
    say = translator(language)
    if not FIRST_YEAR <= year <= this_year:
        raise Refused(
            say("The year must lie between {first} and {last}.", first=FIRST_YEAR, last=this_year)
        )
    if not isfinite(value):
        raise Refused(say("The value must be a finite number."))
    if abs(value) > LARGEST:
        raise Refused(say("The value is too large for a figure of this program."))
    if indicator.lower is not None and value < indicator.lower:
        bound = quantity(indicator.lower, indicator.unit, language)
        raise Refused(say("The value must not be below {bound}.", bound=bound))
    if indicator.upper is not None and value > indicator.upper:
        bound = quantity(indicator.upper, indicator.unit, language)
        raise Refused(say("The value must not be above {bound}.", bound=bound))
    return StartingValue(indicator_id=indicator.indicator_id, year=year, value=value)


def _check_marks(
    typed: TypedNumber, text: str, indicator: Indicator, language: Language, mark: Mark
) -> None:
    """Refuse what could be read in two ways, and parts of what comes in whole pieces only."""
    say = translator(language)
    if typed.thousand_like and (indicator.is_whole or indicator.upper is None):
        whole = text.replace(mark, "").replace(other_mark(mark), "")
        raise Refused(
            say(
                "“{text}” could mean two numbers: “{mark}” is the decimal mark here. For "
                "thousands write {whole}.",
                text=clipped(text),
                mark=mark,
                whole=whole,
            )
        )
    if typed.decimals and indicator.is_whole:
        raise Refused(
            say(
                "“{text}” has decimals, but this indicator counts whole pieces. "
                "For example {example}.",
                text=clipped(text),
                example=example(indicator, mark),
            )
        )


def _separator_note(text: str, language: Language, mark: Mark) -> str:
    say = translator(language)
    return say(
        "The “{other}” in “{text}” was read as a thousands separator; the decimal mark is "
        "“{mark}”.",
        other=other_mark(mark),
        text=clipped(text),
        mark=mark,
    )
