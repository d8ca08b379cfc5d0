"""Words of a ladder: where it fails, when the last target is met, whether others went so far."""

from kh359.locale.language import Language
from kh359.locale.number import number, probability, year, year_range
from kh359.locale.translate import translator
from kh359.locale.unit import target_text
from kh359.model.attainment import FIRST_YEAR_QUANTILES
from kh359.model.ladder import Elsewhere, FirstYear, Ladder


def failing_text(ladder: Ladder, language: Language) -> str:
    """'2035', 'không bậc nào', or 'chưa có số liệu'."""
    say = translator(language)
    if not ladder.is_known:
        return say("no data")
    return say("none") if ladder.first_failing is None else str(ladder.first_failing)


def never_text(first: FirstYear, language: Language) -> str:
    """The share of futures that never meet the target."""
    share = probability(first.never, language)
    return translator(language)("never by 2045: {share}", share=share)


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
    first = ladder.first_year
    if first is not None:
        low, middle, high = (first.quantile(q) for q in FIRST_YEAR_QUANTILES)
        span = year_range(low, high, language)
        lines.append(
            say(
                "The last target ({goal}, {year}) is first met in: {median}{span}; {never} of the "
                "simulated futures never meet it by 2045.",
                goal=target_text(first.target, language),
                year=first.target.year,
                median=year(middle, language),
                span=f" ({span})" if span else "",
                never=probability(first.never, language),
            )
        )
    if ladder.elsewhere is not None:
        lines.append(_elsewhere_line(ladder.elsewhere, language))
    return lines


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
