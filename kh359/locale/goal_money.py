"""The money of an answer in words."""

from kh359.locale.language import Language
from kh359.locale.money import money_text
from kh359.locale.translate import translator
from kh359.model.solve.answer import Answer
from kh359.model.solve.question import Unknown
from kh359.model.solve.spending import yearly_budget


def money_sentence(answer: Answer, language: Language) -> str:
    """What the scenario found costs a year; empty where it changes no money or none is known."""
    money = yearly_budget(answer)
    if money is None or answer.question.unknown in (Unknown.PACE, Unknown.SPLIT):
        return ""
    say = translator(language)
    return say(
        "Programme budget of the scenario found: {average} a year on average over {first}–{last} "
        "({before} before), {end} in {last} ({end_before} before); 2025 prices, median of the "
        "draws.",
        average=money_text(money.average, language),
        before=money_text(money.average_before, language),
        end=money_text(money.last_year, language),
        end_before=money_text(money.last_year_before, language),
        first=money.first,
        last=money.last,
    )
