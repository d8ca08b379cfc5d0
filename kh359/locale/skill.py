"""How projections of this kind did elsewhere, in one sentence."""

from kh359.locale.language import Language
from kh359.locale.number import number, percent
from kh359.locale.translate import translator
from kh359.reference.backtest import Score


def skill_text(score: Score, language: Language) -> str:
    """Coverage of the 80 % interval in the first years; the Brier score and the base rate's."""
    say = translator(language)
    covered = score.bands[0].coverage80
    return say(
        "Tested on other countries with so few figures: the 80 % interval held {covered} of the "
        "first years; Brier score {brier}, base rate {base} (lower is better)",
        covered="–" if covered is None else percent(covered, language, digits=0),
        brier=number(score.brier, language, digits=2),
        base=number(score.base_brier, language, digits=2),
    )
