"""How many targets the best plan makes likely for each amount of money."""

from dataclasses import dataclass, replace

import numpy as np

from kh359.model.evaluation.stage import Stage
from kh359.model.scenario.scenario import Scenario
from kh359.model.solve.aim import Aim, Limits
from kh359.model.solve.best_plan import PlanSearch
from kh359.model.solve.climb import Place
from kh359.model.solve.question import QuestionError, QuestionFault
from kh359.model.solve.watch import Watch

MULTIPLES: tuple[float, ...] = (0.5, 0.75, 1.0, 1.5, 2.0, 3.0, 4.0, 6.0, 8.0)
"""Ceilings of the frontier, in budgets of 2026-2045 with every lever at rest."""

SAME = 1e-3
"""Two amounts of money nearer than this part of them are one point."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class FrontierPoint:
    """Money in billion đồng of 2025 for 2026-2045; expected: weighted number of targets."""

    ceiling: float
    spent: float
    expected: float
    scenario: Scenario


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Frontier:
    """points: by ceiling, rising; a ceiling under which no plan keeps the limits has none, and
    one that cannot be spent adds none.

    now: the aim's own scenario, which need not keep the limits. rest: budget at rest.
    """

    points: tuple[FrontierPoint, ...]
    now: FrontierPoint
    rest: float


def frontier(stage: Stage, aim: Aim, limits: Limits, watch: Watch | None = None) -> Frontier:
    """The best plans under `MULTIPLES` of the money at rest, limits but the ceiling as given.

    A larger ceiling never shows fewer targets: what is found under a smaller one is a start.
    Raises QuestionError where no ceiling leaves a plan or no money is known, Cancelled.
    """
    watch = watch or Watch()
    search = PlanSearch(stage, aim)
    rest = search.line.total(np.array(stage.rest.programme_share))
    points: list[FrontierPoint] = []
    best: tuple[Place, ...] = ()
    for row, multiple in enumerate(MULTIPLES):
        part = watch.part(row / len(MULTIPLES), (row + 1) / len(MULTIPLES))
        under = replace(limits, ceiling=multiple * rest)
        try:
            place = search.best(under, part, seeds=best, climbs=1)
        except QuestionError as error:
            if error.code is not QuestionFault.NOT_POSSIBLE:
                raise
            continue
        best = (place,)
        point = _point(search, place, under.ceiling)
        if not points or point.spent > points[-1].spent * (1 + SAME):
            points.append(point)
    if not points:
        raise QuestionError(QuestionFault.NOT_POSSIBLE)
    return Frontier(
        points=tuple(points),
        now=_point(search, search.now, search.spent(search.now)),
        rest=rest,
    )


def _point(search: PlanSearch, place: Place, ceiling: float) -> FrontierPoint:
    return FrontierPoint(
        ceiling=ceiling,
        spent=search.spent(place),
        expected=search.expected(place),
        scenario=search.scenario(place) if place is not search.now else search.aim.scenario,
    )
