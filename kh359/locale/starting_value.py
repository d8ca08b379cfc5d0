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

FIRST_YEAR, LAST_YEAR = 2015, 2026
"""A start lies in the recent past; 2026 is the current year."""

DECIMAL_MARKS: dict[Language, Mark] = {"vi": ",", "en": "."}


class Refused(ValueError):
    """The value is not accepted; the message is for the user, in the user's language."""


def read_typed(
    text: str, year: int, indicator: Indicator, language: Language, *, mark: Mark | None = None
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
        return checked(indicator.unit.to_decimal(typed.value), year, indicator, language)
    except Refused as error:
        if typed.grouped and other_mark(mark) in text:
            raise Refused(f"{error} {_separator_note(text, language, mark)}") from error
        raise


def example(indicator: Indicator, mark: Mark) -> str:
    """A number that fits the indicator's unit."""
    if indicator.is_whole:
        return "12"
    return ("0{}62" if indicator.unit is Unit.INDEX else "45{}5").format(mark)


def checked(value: float, year: int, indicator: Indicator, language: Language) -> StartingValue:
    """An assumption within the indicator's bounds and the allowed years, or Refused."""
    say = translator(language)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Refused(
            say("The year must lie between {first} and {last}.", first=FIRST_YEAR, last=LAST_YEAR)
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
