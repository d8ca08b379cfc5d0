"""What is asked: which targets, how surely, by which lever."""

import math
from dataclasses import dataclass
from enum import StrEnum

from kh359.model.errors import ModelError
from kh359.model.scenario.lever import LEVER_BY_NAME, PROGRAMMES
from kh359.model.scenario.scenario import Scenario, Values

WANTED = 0.8
"""Probability asked for unless another is given."""
WANTED_RANGE = (0.05, 0.95)
"""Beyond it the draws cannot tell: 2,000 of them leave few in a tail."""
NO_FLOORS: Values = (0.0,) * len(PROGRAMMES)


class Unknown(StrEnum):
    """What is solved for."""

    BUDGET = "budget"
    PACE = "pace"
    START = "start"
    SPLIT = "split"


class QuestionFault(StrEnum):
    """Why a question cannot be asked."""

    NO_TARGET = "no_target"
    UNKNOWN_TARGET = "unknown_target"
    WANTED_RANGE = "wanted_range"
    LEVEL_RANGE = "level_range"
    NO_EXTRA_MONEY = "no_extra_money"
    FLOORS = "floors"
    CEILING = "ceiling"
    CHANGE = "change"
    WEIGHTS = "weights"
    NO_MONEY = "no_money"
    NOT_POSSIBLE = "not_possible"


class QuestionError(ModelError):
    """A question without sense. subject: the id or number found; low, high: what is allowed."""

    def __init__(
        self,
        code: QuestionFault,
        subject: object = "",
        *,
        low: float | None = None,
        high: float | None = None,
    ) -> None:
        self.code, self.subject, self.low, self.high = code, subject, low, high
        super().__init__(f"{code}: {subject!r}, allowed {low} to {high}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One or several targets, each to be met with probability `wanted` in its year.

    scenario: where all other levers stand. level: for START, the share of the local budget that
    the extra money brings the programmes to, None where it is the scenario's own. floors: for
    SPLIT, the least share of each programme. Decimals. Raises QuestionError.
    """

    target_ids: tuple[str, ...]
    scenario: Scenario
    unknown: Unknown = Unknown.BUDGET
    wanted: float = WANTED
    level: float | None = None
    floors: Values = NO_FLOORS

    def __post_init__(self) -> None:
        if not self.target_ids:
            raise QuestionError(QuestionFault.NO_TARGET)
        _check(self.wanted, *WANTED_RANGE, QuestionFault.WANTED_RANGE)
        if self.level is not None:
            lever = LEVER_BY_NAME["programme_share"]
            _check(self.level, lever.low, lever.high, QuestionFault.LEVEL_RANGE)
        check_floors(self.floors)


def check_floors(floors: Values) -> None:
    """Floors of a split: none below 0, together at most 1. Raises QuestionError."""
    sound = all(math.isfinite(floor) and floor >= 0 for floor in floors)
    if len(floors) != len(PROGRAMMES) or not sound or math.fsum(floors) > 1 + 1e-9:
        raise QuestionError(QuestionFault.FLOORS, math.fsum(floors), low=0, high=1)


def _check(value: float, low: float, high: float, code: QuestionFault) -> None:
    if not (math.isfinite(value) and low - 1e-12 <= value <= high + 1e-12):
        raise QuestionError(code, value, low=low, high=high)
