"""What the answer to a question costs a year."""

from dataclasses import dataclass

import numpy as np

from kh359.model.response.economy import BASE_YEAR
from kh359.model.solve.answer import REACHABLE, Answer, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class YearlyBudget:
    """Budget of the programmes, billion đồng at the prices of 2025, from `first` to `last`.

    average, average_before: a year, in the answer's scenario and in the question's. last_year,
    last_year_before: in the last of these years.
    """

    first: int
    last: int
    average: float
    average_before: float
    last_year: float
    last_year_before: float


def yearly_budget(answer: Answer) -> YearlyBudget | None:
    """Up to the last target that is reached; None without a scenario or a known GRDP."""
    if answer.run is None:
        return None
    goals = [t.year for t in answer.targets if t.status in (*REACHABLE, Status.DECIDED)]
    until = answer.run.money.years <= max(goals)
    after = answer.run.money.allocated.sum(axis=1)[until]
    before = answer.before.money.allocated.sum(axis=1)[until]
    if not np.isfinite(after).all():
        return None
    return YearlyBudget(
        first=BASE_YEAR + 1,
        last=max(goals),
        average=float(after.mean()),
        average_before=float(before.mean()),
        last_year=float(after[-1]),
        last_year_before=float(before[-1]),
    )
