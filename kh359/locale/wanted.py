"""How well it is known that a document holds a figure, in words."""

from kh359.locale.translate import Translator, marked
from kh359.plan.wanted import Standing, WantedFigure

STANDINGS: dict[Standing, str] = {
    Standing.NAMED: marked("holds the figures of {year}, as the survey of sources says"),
    Standing.LIKELY: marked("probably holds the figures of {year}; not read to the end"),
}


def standing_text(wanted: WantedFigure, say: Translator) -> str:
    """Empty where nothing can be measured yet."""
    words = STANDINGS.get(wanted.standing)
    return say(words, year=wanted.year or "–") if words else ""
