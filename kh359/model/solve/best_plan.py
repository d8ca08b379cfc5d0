"""The split and the timing of a given ceiling that make most targets likely."""

import math
from dataclasses import dataclass, replace

import numpy as np

from kh359.model.evaluation.evaluation import evaluate
from kh359.model.evaluation.run import ScenarioRun
from kh359.model.evaluation.stage import Stage
from kh359.model.history import FloatArray
from kh359.model.scenario.scenario import Scenario
from kh359.model.solve.aim import Aim, Limits
from kh359.model.solve.allocation import FINE, best_split
from kh359.model.solve.climb import Place, climb, downhill
from kh359.model.solve.feasible import Feasible, feasible
from kh359.model.solve.live_draws import LiveDraws, live_draws
from kh359.model.solve.money_line import MoneyLine, money_line
from kh359.model.solve.watch import Watch

COARSE = 100
"""Parts of the split while the search looks for the timing."""
CLIMBS = 3
"""Best starts that are followed to the top."""
SHARE_PLACES = 6
"""Decimals of the shares found: rounded down, so that the ceiling holds."""
PULLS = (0.0, 1e-4, 1e-3, 1e-2)
"""How far towards the middle of what is allowed shares are drawn before they are rounded."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class BestPlan:
    """The best scenario found, on the aim's stage.

    expected, before: weighted expected number of counted targets met, in the scenario found and
    in the aim's. spent, spent_before: budget 2026-2045, billion đồng at the prices of 2025.
    before_allowed: whether the aim's scenario itself keeps the limits. run: of every indicator.
    """

    scenario: Scenario
    run: ScenarioRun
    limits: Limits
    target_ids: tuple[str, ...]
    expected: float
    before: float
    spent: float
    spent_before: float
    before_allowed: bool

    @property
    def set_by_levers(self) -> tuple[int, int]:
        """(met, all) targets whose figure the scenario's levers set; they are counted nowhere."""
        rows = np.flatnonzero(self.run.decided)
        return sum(bool(self.run.met[row].all()) for row in rows), rows.size


class PlanSearch:
    """What searches under several ceilings share: the draws and the money of one aim."""

    def __init__(self, stage: Stage, aim: Aim) -> None:
        self.stage, self.aim = stage, aim
        self.draws: LiveDraws = live_draws(stage, aim)
        self.line: MoneyLine = money_line(stage, aim.scenario)
        self.now = Place(
            split=np.array(aim.scenario.split), shares=np.array(aim.scenario.programme_share)
        )

    def expected(self, place: Place) -> float:
        """Weighted expected number of targets met."""
        return self.draws.expected(place.split, place.shares)

    def spent(self, place: Place) -> float:
        """Budget 2026-2045."""
        return self.line.total(place.shares)

    def allows(self, place: Place, limits: Limits, room: Feasible) -> bool:
        """Whether a place keeps every limit."""
        floors = (place.split >= np.array(limits.floors) - 1e-9).all()
        return bool(floors and room.allows(place.shares))

    def best(
        self, limits: Limits, watch: Watch, *, seeds: tuple[Place, ...] = (), climbs: int = CLIMBS
    ) -> Place:
        """The best place under limits, never worse than an allowed seed or the scenario's own.

        Raises QuestionError where nothing keeps all limits, Cancelled.
        """
        room = feasible(self.line, limits)
        corners = room.corners()
        middle = np.mean(corners, axis=0)
        known = [p for p in (self.now, *seeds) if self.allows(p, limits, room)]
        starts = [p.shares for p in known]
        starts += [*corners, middle, *((corner + middle) / 2 for corner in corners)]
        scored = []
        for row, shares in enumerate(starts):
            scored.append((self._value(shares, limits, COARSE)[1], -row, shares))
            watch.reached(0.3 * (row + 1) / len(starts))
        scored.sort(key=lambda item: item[:2], reverse=True)
        found = [self._finished(scored[0][2], middle, limits, room)]
        for row, (_, _, shares) in enumerate(scored[:climbs]):
            part = watch.part(0.3 + 0.7 * row / climbs, 0.3 + 0.7 * (row + 1) / climbs)
            found.append(self._climbed(shares, middle, limits, room, part))
        return max((*known, *found), key=lambda place: (self.expected(place), -self.spent(place)))

    def scenario(self, place: Place) -> Scenario:
        """A place as a scenario; what it supposes of the rest is the aim's."""
        return replace(
            self.aim.scenario,
            name="",
            note="",
            split=tuple(float(share) for share in place.split),
            programme_share=tuple(float(share) for share in place.shares),
        )

    def _value(self, shares: FloatArray, limits: Limits, parts: int) -> tuple[FloatArray, float]:
        wish = self.aim.scenario.split
        return best_split(self.draws, shares, floors=limits.floors, wish=wish, parts=parts)

    def _climbed(
        self, shares: FloatArray, middle: FloatArray, limits: Limits, room: Feasible, watch: Watch
    ) -> Place:
        """From one start by the smooth slope, then by the true number; the better of both."""
        start = Place(split=self._value(shares, limits, COARSE)[0], shares=shares)
        smooth = downhill(self.draws, start, limits, room, middle, watch.part(0.0, 0.4))

        def value(at: FloatArray) -> float:
            return self._value(at, limits, COARSE)[1]

        top = climb(value, max((shares, smooth.shares), key=value), room, watch.part(0.4, 1.0))
        return self._finished(top, middle, limits, room)

    def _finished(
        self, shares: FloatArray, middle: FloatArray, limits: Limits, room: Feasible
    ) -> Place:
        """Shares with few decimals; where rounding breaks a limit, a hair nearer to the middle."""
        unit = 10.0**-SHARE_PLACES
        rounded = (
            np.round(
                np.floor((shares + pull * (middle - shares)) / unit + 1e-6) * unit, SHARE_PLACES
            )
            for pull in PULLS
        )
        kept = next((at for at in rounded if room.allows(at)), shares)
        return Place(split=self._value(kept, limits, FINE)[0], shares=kept)


def best_plan(stage: Stage, aim: Aim, limits: Limits, watch: Watch | None = None) -> BestPlan:
    """The plan that makes most targets likely within limits; the same arguments, the same plan.

    Raises QuestionError where nothing keeps all limits or no money is known, Cancelled.
    """
    search = PlanSearch(stage, aim)
    place = search.best(limits, watch or Watch())
    scenario = search.scenario(place)
    return BestPlan(
        scenario=scenario,
        run=evaluate(stage, scenario),
        limits=limits,
        target_ids=search.draws.target_ids,
        expected=search.expected(place),
        before=search.expected(search.now),
        spent=search.spent(place),
        spent_before=search.spent(search.now),
        before_allowed=search.allows(search.now, limits, feasible(search.line, limits)),
    )


def ceiling_of(stage: Stage, scenario: Scenario) -> float:
    """Budget of the programmes 2026-2045 in a scenario, billion đồng; the usual ceiling.

    Raises QuestionError where no money is known.
    """
    total = money_line(stage, scenario).total(np.array(scenario.programme_share))
    return math.ceil(total)


def _rounded_down(shares: FloatArray) -> FloatArray:
    unit = 10.0**-SHARE_PLACES
    return np.round(np.floor(shares / unit + 1e-6) * unit, SHARE_PLACES)
