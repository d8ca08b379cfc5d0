"""A starting value as the user types it: read, checked against the indicator, or refused."""

from math import isfinite

from babel.numbers import NumberFormatError, parse_decimal

from kh359.locale.language import Language
from kh359.locale.translate import translator
from kh359.locale.unit import figure, quantity
from kh359.model.assumptions import StartingValue
from kh359.plan.indicator import Indicator

FIRST_YEAR, LAST_YEAR = 2015, 2026
"""A start lies in the recent past; 2026 is the current year."""


class Refused(ValueError):
    """The value is not accepted; the message is for the user, in the user's language."""


def read_typed(text: str, year: int, indicator: Indicator, language: Language) -> StartingValue:
    """Turn what was typed (percent as percent, the language's decimal mark) into an assumption."""
    say = translator(language)
    try:
        shown = float(parse_decimal(text.strip(), locale=language, strict=True))
    except NumberFormatError as error:
        example = figure(indicator.unit.to_decimal(45.5), indicator.unit, language)
        raise Refused(
            say(
                "“{text}” is not a number. Type digits, for example {example}.",
                text=text.strip(),
                example=example,
            )
        ) from error
    return checked(indicator.unit.to_decimal(shown), year, indicator, language)


def checked(value: float, year: int, indicator: Indicator, language: Language) -> StartingValue:
    """An assumption within the indicator's bounds and the allowed years, or Refused."""
    say = translator(language)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Refused(
            say("The year must lie between {first} and {last}.", first=FIRST_YEAR, last=LAST_YEAR)
        )
    if not isfinite(value):
        raise Refused(say("The value must be a finite number."))
    if indicator.lower is not None and value < indicator.lower:
        bound = quantity(indicator.lower, indicator.unit, language)
        raise Refused(say("The value must not be below {bound}.", bound=bound))
    if indicator.upper is not None and value > indicator.upper:
        bound = quantity(indicator.upper, indicator.unit, language)
        raise Refused(say("The value must not be above {bound}.", bound=bound))
    return StartingValue(indicator_id=indicator.indicator_id, year=year, value=value)
