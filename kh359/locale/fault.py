"""Words for faults in `data/`: what is wrong and what to do about it."""

from dataclasses import dataclass

from kh359.locale.language import Language
from kh359.locale.translate import marked, translator
from kh359.plan.problem import Problem


@dataclass(frozen=True, slots=True)
class FaultWords:
    """Source strings of one fault code; both may use the fields {value} and {expected}."""

    what: str
    remedy: str


UNKNOWN_CODE = FaultWords(
    marked("The value is not accepted."),
    marked("Compare with the other rows of the file. Expected: {expected}."),
)

FAULTS: dict[str, FaultWords] = {}


def fault_text(problem: Problem, language: Language) -> tuple[str, str]:
    """What is wrong, and the remedy, in words."""
    words = FAULTS.get(problem.code, UNKNOWN_CODE)
    say = translator(language)
    fields = {"value": problem.value, "expected": problem.expected or "–"}
    return say(words.what, **fields), say(words.remedy, **fields)
