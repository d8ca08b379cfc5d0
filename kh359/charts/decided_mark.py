"""One look for what a scenario's own levers set, wherever it stands: it is no forecast."""

from kh359.charts.matrix import LegendItem, Mark
from kh359.locale.language import Language
from kh359.locale.translate import translator

DECIDED, DECIDED_SYMBOL = "decided", "="
"""Tone and sign."""


def decided_mark(text: str, language: Language) -> Mark:
    """text: the sign, alone or with words."""
    say = translator(language)
    hint = say("The scenario's own levers set this figure: no forecast")
    return Mark(text=text, tone=DECIDED, hatched=False, hint=hint)


def decided_item(language: Language) -> LegendItem:
    """What the sign means."""
    say = translator(language)
    text = say("set by the scenario's own levers, no forecast")
    return LegendItem(text=text, tone=DECIDED, hatched=False, sample=DECIDED_SYMBOL)
