"""When a target is first met: the share of futures that have met it by each year."""

from dataclasses import dataclass

import numpy as np

from kh359.locale.ladder import median_text
from kh359.locale.language import Language
from kh359.locale.number import percent, percent_sign, probability
from kh359.locale.translate import translator
from kh359.locale.unit import target_text
from kh359.model.evidence import Level
from kh359.model.ladder import Ladder


@dataclass(frozen=True, slots=True, kw_only=True)
class YearBar:
    """One year: `shown` is the share that has met the target by its end, in percent."""

    year: int
    shown: float
    hover: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstYearBars:
    """Everything the bars show. assumed: they follow from an assumed start.

    label: the share of the last bar; never: how many futures are left above it; due: the target's
    own year.
    """

    title: str
    bars: tuple[YearBar, ...]
    label: str
    never: str
    due: int
    due_name: str
    assumed: bool
    sign: str
    alt: str


def first_year_bars(ladder: Ladder, language: Language) -> FirstYearBars | None:
    """The bars of the last target; None where it is not projected."""
    first = ladder.first_year
    if first is None:
        return None
    say, goal = translator(language), target_text(first.target, language)
    reached = np.cumsum(first.shares)
    never = probability(first.never, language)
    hover = say("{year}: first met in {first} of the futures, by then in {reached}")
    return FirstYearBars(
        title=say("Futures that have met the last target ({goal})", goal=goal),
        bars=tuple(
            YearBar(
                year=int(when),
                shown=100 * float(by),
                hover=hover.format(
                    year=when,
                    first=percent(float(share), language),
                    reached=percent(float(by), language, digits=0),
                ),
            )
            for when, share, by in zip(first.years, first.shares, reached, strict=True)
        ),
        label=probability(1 - first.never, language),
        never=say("not met by 2045: {share}", share=never),
        due=first.target.year,
        due_name=say("due {year}", year=first.target.year),
        assumed=ladder.level is Level.ASSUMED,
        sign=percent_sign(language),
        alt=say(
            "Share of futures that have met the target {goal} by each year: half by {median}; "
            "not by 2045: {never}.",
            goal=goal,
            median=median_text(first, language),
            never=never,
        ),
    )
