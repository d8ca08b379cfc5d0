"""Words of a ladder: where it fails, when the last target is met, whether others went so far."""

from math import isinf

from kh359.locale.language import Language
from kh359.locale.number import number, probability, year
from kh359.locale.translate import translator
from kh359.locale.unit import target_text
from kh359.model.attainment import FIRST_YEAR_QUANTILES
from kh359.model.ladder import Elsewhere, FirstYear, Ladder

FAR_APART = 0.2
"""Difference of two answers from which on a reader must be told why there are two."""


def failing_text(ladder: Ladder, language: Language) -> str:
    """'2035', 'không bậc nào', or 'chưa có số liệu'."""
    say = translator(language)
    if not ladder.is_known:
        return say("no data")
    return say("none") if ladder.first_failing is None else str(ladder.first_failing)


def median_text(first: FirstYear, language: Language) -> str:
    """The year by which half of the futures have met the target: '2033', 'sau 2045'."""
    say, middle = translator(language), first.quantile(0.5)
    return say("after 2045") if isinf(middle) else year(middle, language)


def share_text(found: Elsewhere, language: Language) -> str:
    """'12 %', or 'không giai đoạn nào' where not one episode got so far."""
    say = translator(language)
    return probability(found.share, language) if found.share > 0 else say("no episode")


def ladder_lines(ladder: Ladder, language: Language) -> list[str]:
    """Two or three sentences on one ladder."""
    say = translator(language)
    if not ladder.is_known:
        return [say("No rung can be judged: there are no data.")]
    if ladder.first_failing is None:
        lines = [say("No rung that can be judged lies below an even chance.")]
    else:
        lines = [say("The first rung below an even chance is {year}.", year=ladder.first_failing)]
    if ladder.first_year is not None:
        lines.append(_first_year_line(ladder.first_year, language))
    if ladder.elsewhere is not None:
        lines.append(_elsewhere_line(ladder.elsewhere, language) + _apart(ladder, language))
    return lines


def _first_year_line(first: FirstYear, language: Language) -> str:
    say = translator(language)
    early, middle = first.quantile(FIRST_YEAR_QUANTILES[0]), first.quantile(0.5)
    fields = {
        "goal": target_text(first.target, language),
        "year": first.target.year,
        "never": probability(first.never, language),
    }
    if isinf(middle):
        line = say(
            "Most simulated futures do not meet the last target ({goal}, due {year}) by 2045: "
            "{never}.",
            **fields,
        )
    else:
        line = say(
            "Half of the simulated futures meet the last target ({goal}, due {year}) by {median}; "
            "{never} do not by 2045.",
            median=year(middle, language),
            **fields,
        )
    if isinf(early) or early == middle:
        return line
    return f"{line} {say('One in ten does so by {early}.', early=year(early, language))}"


def _elsewhere_line(found: Elsewhere, language: Language) -> str:
    say = translator(language)
    fields = {
        "goal": target_text(found.target, language),
        "year": found.target.year,
        "episodes": number(found.n_effective, language, digits=0),
    }
    if found.share <= 0:
        return say(
            "Ever done elsewhere? No comparable episode got as far as the target of {year} "
            "({goal}) in as many years (a class that weighs as much as {episodes} full episodes).",
            **fields,
        )
    return say(
        "Ever done elsewhere? {share} of the comparable episodes got as far as the target of "
        "{year} ({goal}) in as many years (a class that weighs as much as {episodes} full "
        "episodes).",
        share=probability(found.share, language),
        **fields,
    )


def _apart(ladder: Ladder, language: Language) -> str:
    """Why the program's own probability is another number; empty where the two read alike."""
    say, found = translator(language), ladder.elsewhere
    chances = {
        attainment.target.target_id: attainment.p_met
        for rung in ladder.rungs
        if rung is not None
        for attainment in rung.attainments
    }
    chance = None if found is None else chances.get(found.target.target_id)
    if found is None or chance is None:
        return ""
    written = probability(chance, language)
    if written == probability(found.share, language):
        return ""
    told = " " + say(
        "The program says {chance}: it smooths the episodes year by year and adds the pace seen "
        "in Viet Nam.",
        chance=written,
    )
    if abs(found.share - chance) < FAR_APART:
        return told
    return f"{told} {say('The two are far apart, so neither is to be relied on alone.')}"
