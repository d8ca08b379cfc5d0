"""The answer to a whole goal seek in one sentence."""

from kh359.locale.language import Language
from kh359.locale.number import percent
from kh359.locale.translate import marked, translator
from kh359.model.solve.answer import REACHABLE, Answer, Status
from kh359.model.solve.question import Unknown

NONE_REACHED: dict[Unknown, str] = {
    Unknown.BUDGET: marked(
        "No budget that a scenario may state brings any of the {asked} targets to {wanted}."
    ),
    Unknown.PACE: marked(
        "No added pace that a scenario may state brings any of the {asked} targets to {wanted}."
    ),
    Unknown.START: marked(
        "This much extra money brings none of the {asked} targets to {wanted}, whenever it starts."
    ),
    Unknown.SPLIT: marked("No split of this money brings any of the {asked} targets to {wanted}."),
}


def head_text(answer: Answer, language: Language) -> str:
    """Targets without figures have no answer: they are neither reached nor out of reach."""
    say = translator(language)
    silent = sum(target.status is Status.NO_DATA for target in answer.targets)
    if silent == len(answer.targets):
        return say(
            "No answer: the targets asked about ({asked}) have no figures to start from.",
            asked=silent,
        )
    text = _found_text(answer, len(answer.targets) - silent, language)
    if not silent:
        return text
    return f"{text} {say('{count} more have no figures, hence no answer.', count=silent)}"


def _found_text(answer: Answer, asked: int, language: Language) -> str:
    """asked: the targets that have figures."""
    say, question = translator(language), answer.question
    wanted = percent(question.wanted, language)
    goals = [t for t in answer.targets if t.status in (*REACHABLE, Status.DECIDED)]
    count = {"reached": len(goals), "asked": asked, "wanted": wanted}
    if not goals:
        return say(NONE_REACHED[question.unknown], asked=asked, wanted=wanted)
    if answer.scenario is not None and not answer.together:
        return say(
            "{reached} of {asked} targets can each for itself reach {wanted}, but the money does "
            "not suffice for all at once; the scenario brings all equally far.",
            **count,
        )
    return say("{reached} of {asked} targets asked about reach {wanted}, each for itself.", **count)
