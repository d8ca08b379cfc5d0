"""When a target is first met: a bar for each year, and one for the futures that never do."""

from dataclasses import dataclass

from kh359.locale.language import Language
from kh359.locale.number import percent, percent_sign, probability, year
from kh359.locale.translate import translator
from kh359.locale.unit import target_text
from kh359.model.evidence import Level
from kh359.model.ladder import FirstYear, Ladder


@dataclass(frozen=True, slots=True, kw_only=True)
class YearBar:
    """One bar: `shown` in percent; `is_never` for the futures that never meet the target."""

    name: str
    shown: float
    label: str
    hover: str
    is_never: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstYearBars:
    """Everything the bars show. assumed: they follow from an assumed start.

    due: name of the bar of the target's own year.
    """

    title: str
    share_title: str
    bars: tuple[YearBar, ...]
    due: str
    due_name: str
    assumed: bool
    sign: str
    alt: str


def first_year_bars(ladder: Ladder, language: Language) -> FirstYearBars | None:
    """The bars of the last target; None where nothing is projected."""
    first = ladder.first_year
    if first is None:
        return None
    say = translator(language)
    goal = target_text(first.target, language)
    alt = say(
        "When the target {goal} is first met: half of the futures by {median}; never by 2045: "
        "{never}.",
        goal=goal,
        median=year(first.quantile(0.5), language),
        never=probability(first.never, language),
    )
    return FirstYearBars(
        title=say("Year in which the last target ({goal}) is first met", goal=goal),
        share_title=say("Share of simulated futures"),
        bars=(*_years(first, language), _never(first, language)),
        due=str(first.target.year),
        due_name=say("due {year}", year=first.target.year),
        assumed=ladder.level is Level.ASSUMED,
        sign=percent_sign(language),
        alt=alt,
    )


def _years(first: FirstYear, language: Language) -> tuple[YearBar, ...]:
    return tuple(
        _bar(str(when), float(share), str(when), language, is_never=False)
        for when, share in zip(first.years, first.shares, strict=True)
    )


def _never(first: FirstYear, language: Language) -> YearBar:
    name = translator(language)("never by 2045")
    return _bar(name, first.never, name, language, is_never=True)


def _bar(name: str, share: float, when: str, language: Language, *, is_never: bool) -> YearBar:
    return YearBar(
        name=name,
        shown=100 * share,
        label=probability(share, language) if is_never else "",
        hover=f"{when}: {percent(share, language, digits=1)}",
        is_never=is_never,
    )
