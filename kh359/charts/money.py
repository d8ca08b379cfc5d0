"""What scenarios cost year by year, and where the money of one goes."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from kh359.charts.candidate import Candidate
from kh359.locale.language import Language
from kh359.locale.number import number
from kh359.locale.subject import group_text
from kh359.locale.translate import marked, translator
from kh359.model.history import FloatArray
from kh359.model.response.money import Money
from kh359.model.scenario.lever import PROGRAMMES
from kh359.plan.indicator import Group


class Purse(StrEnum):
    """Whose money is drawn."""

    PUBLIC = "public"
    PRIVATE = "private"
    BOTH = "both"


PURSES: dict[Purse, str] = {
    Purse.PUBLIC: marked("programme budget"),
    Purse.PRIVATE: marked("money from outside the budget"),
    Purse.BOTH: marked("budget and money from outside it"),
}

SHORT_PURSES: dict[Purse, str] = {
    Purse.PUBLIC: marked("budget"),
    Purse.PRIVATE: marked("from outside"),
    Purse.BOTH: marked("both"),
}
"""For a narrow row of buttons."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MoneyLine:
    """One scenario or one programme: billion đồng of each year; slot decides its colour."""

    name: str
    slot: int
    values: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MoneyChart:
    """Everything the chart shows; stacked: the lines are parts of a whole.

    message: a sentence inside the chart where nothing is known, empty for none.
    """

    title: str
    notes: tuple[str, ...]
    unit: str
    year_title: str
    years: tuple[int, ...]
    lines: tuple[MoneyLine, ...]
    stacked: bool
    message: str
    alt: str
    decimal_comma: bool
    has_baseline: bool


def by_programme(money: Money, purse: Purse) -> FloatArray:
    """(n_years, 5) billion đồng at the prices of 2025."""
    if purse is Purse.PUBLIC:
        return money.allocated
    return money.private if purse is Purse.PRIVATE else money.allocated + money.private


def money_paths(
    candidates: Sequence[Candidate], purse: Purse, language: Language, *, has_baseline: bool
) -> MoneyChart:
    """The yearly total of each candidate."""
    lines = [
        MoneyLine(
            name=candidate.name,
            slot=slot,
            values=_plain(by_programme(candidate.run.money, purse).sum(axis=1)),
        )
        for slot, candidate in enumerate(candidates)
    ]
    say = translator(language)
    title = say("Money a year: {purse}", purse=say(PURSES[purse]))
    return _chart(title, candidates[0].run.money, lines, language, has_baseline=has_baseline)


def money_stack(candidate: Candidate, purse: Purse, language: Language) -> MoneyChart:
    """The money of one candidate, split over the programmes a-e."""
    values = by_programme(candidate.run.money, purse)
    lines = [
        MoneyLine(name=group_text(Group(letter), language), slot=i, values=_plain(values[:, i]))
        for i, letter in enumerate(PROGRAMMES)
    ]
    say = translator(language)
    title = say("{name}: {purse}, by programme", name=candidate.name, purse=say(PURSES[purse]))
    return _chart(title, candidate.run.money, lines, language, stacked=True)


def _chart(
    title: str,
    money: Money,
    lines: Sequence[MoneyLine],
    language: Language,
    *,
    stacked: bool = False,
    has_baseline: bool = False,
) -> MoneyChart:
    say = translator(language)
    known = bool(np.isfinite(money.grdp).all())
    return MoneyChart(
        title=title,
        notes=(say("Median of the draws, at 2025 prices; follows from assumptions"),),
        unit=say("billion đồng a year, 2025 prices"),
        year_title=say("Year"),
        years=tuple(money.years.tolist()),
        lines=tuple(lines) if known else (),
        stacked=stacked,
        message="" if known else say("No figure of the province's GRDP"),
        alt=_alt(title, money, lines if known else (), language),
        decimal_comma=language == "vi",
        has_baseline=has_baseline,
    )


def _plain(values: FloatArray) -> tuple[float, ...]:
    return tuple(float(f"{value:.6g}") for value in values)


def _alt(title: str, money: Money, lines: Sequence[MoneyLine], language: Language) -> str:
    say = translator(language)
    first, last = int(money.years[0]), int(money.years[-1])
    told = [
        say(
            "{name}: {start} in {first}, {end} in {last}.",
            name=line.name,
            start=number(line.values[0], language, digits=0),
            first=first,
            end=number(line.values[-1], language, digits=0),
            last=last,
        )
        for line in lines
    ]
    return " ".join([f"{title} ({say('billion đồng a year, 2025 prices')}).", *told])
