"""A question that cannot be asked, in words: what is wrong and what to do."""

from kh359.locale.language import Language
from kh359.locale.number import number, percent
from kh359.locale.plain_text import clipped
from kh359.locale.translate import marked, translator
from kh359.model.solve.question import QuestionError, QuestionFault

QUESTION_FAULTS: dict[QuestionFault, str] = {
    QuestionFault.NO_TARGET: marked("No target is chosen. Choose at least one."),
    QuestionFault.UNKNOWN_TARGET: marked(
        "The plan has no target {subject}. The file targets.csv lists them (column target_id)."
    ),
    QuestionFault.WANTED_RANGE: marked(
        "The wanted probability must lie between {low} and {high}: beyond that the simulated "
        "futures cannot tell."
    ),
    QuestionFault.LEVEL_RANGE: marked(
        "The share of the local budget must lie between {low} and {high}."
    ),
    QuestionFault.NO_EXTRA_MONEY: marked(
        "There is no extra money: give a share of the local budget above the {low} at rest."
    ),
    QuestionFault.FLOORS: marked(
        "The least shares of the programmes must not be below 0 % nor add up to more than {high}."
    ),
    QuestionFault.CEILING: marked(
        "The ceiling of money must be a number above 0 and at most {most} billion đồng."
    ),
    QuestionFault.CHANGE: marked("The largest yearly change must lie between {low} and {high}."),
    QuestionFault.WEIGHTS: marked("A weight must lie between {least} and {most}: {subject}."),
    QuestionFault.NO_MONEY: marked(
        "No money can be stated: the province's GRDP of 2025 is missing in history.csv."
    ),
    QuestionFault.NOT_POSSIBLE: marked(
        "No plan keeps all limits. Raise the ceiling, lower the least shares, or allow a larger "
        "yearly change."
    ),
}


def question_fault_text(error: QuestionError, language: Language) -> str:
    """One sentence on what is wrong, one on what to do."""
    say = translator(language)
    low, high = error.low or 0.0, error.high or 0.0
    return say(
        QUESTION_FAULTS[error.code],
        subject=clipped(str(error.subject)),
        low=percent(low, language),
        high=percent(high, language),
        least=number(low, language),
        most=number(high, language),
    )
