"""Why what a scenario supposes of one indicator has no effect, in words."""

from kh359.locale.language import Language
from kh359.locale.translate import marked, translator
from kh359.model.response.identity import OverrideConflict, Winner
from kh359.plan.facts import Facts

WINNERS: dict[Winner, str] = {
    Winner.LEVERS: marked(
        "The levers win: what this scenario supposes of this indicator alone has no effect."
    ),
    Winner.HEAD_COUNT: marked(
        "The number of researchers wins: the pace and the outside drivers supposed for this rate "
        "alone have no effect."
    ),
    Winner.OBSERVATION: marked(
        "The province's own figure wins: the start that this scenario supposes has no effect."
    ),
    Winner.NO_PROJECTION: marked(
        "Not projected: what this scenario supposes of this indicator has nothing to move."
    ),
}


def winner_text(winner: Winner, language: Language) -> str:
    """What wins over an override."""
    return translator(language)(WINNERS[winner])


def conflict_text(conflict: OverrideConflict, facts: Facts, language: Language) -> str:
    """The same behind the indicator's name and id."""
    indicator = facts.indicator_by_id[conflict.override.indicator_id]
    name = translator(language).pick(indicator.name_vi, indicator.name_en)
    return f"{name} ({indicator.indicator_id}): {winner_text(conflict.winner, language)}"
