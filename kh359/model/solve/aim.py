"""What the whole plan is optimised for, and within which limits."""

from dataclasses import dataclass

from kh359.model.scenario.scenario import Scenario, Values
from kh359.model.solve.question import NO_FLOORS, QuestionError, QuestionFault, check_floors
from kh359.plan.fact import LARGEST

LARGEST_CHANGE = (0.02, 1.0)
"""Allowed limits on a change of money from year to year, decimals."""
LARGEST_WEIGHT = 100.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """ceiling: budget of all programmes 2026-2045, billion đồng at the prices of 2025, median.

    floors: least share of each programme. largest_change: of the programmes' money from one year
    to the next, decimals, None for any. may_fall: whether a year may have less than the year
    before, 2025 included. Raises QuestionError.
    """

    ceiling: float
    floors: Values = NO_FLOORS
    largest_change: float | None = None
    may_fall: bool = True

    def __post_init__(self) -> None:
        if not 0 < self.ceiling <= LARGEST:
            raise QuestionError(QuestionFault.CEILING, self.ceiling, low=0, high=LARGEST)
        check_floors(self.floors)
        low, high = LARGEST_CHANGE
        change = self.largest_change
        if change is not None and not low - 1e-12 <= change <= high + 1e-12:
            raise QuestionError(QuestionFault.CHANGE, change, low=low, high=high)


@dataclass(frozen=True, slots=True, kw_only=True)
class Aim:
    """The weighted expected number of targets met in their years, all milestones from 2030.

    scenario: where all levers stand but the split and the share of the budget. weights: of
    targets by id; 1 for all others. Raises QuestionError.
    """

    scenario: Scenario
    weights: tuple[tuple[str, float], ...] = ()

    def __post_init__(self) -> None:
        for target_id, weight in self.weights:
            if not 0 <= weight <= LARGEST_WEIGHT:
                raise QuestionError(
                    QuestionFault.WEIGHTS, f"{target_id}={weight}", low=0, high=LARGEST_WEIGHT
                )
