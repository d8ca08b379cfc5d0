"""A question answered: docs/decisions/goal-seek.md says what each answer means."""

import math
from collections.abc import Callable
from dataclasses import replace

from kh359.model.evaluation.evaluation import evaluate
from kh359.model.evaluation.run import ScenarioRun
from kh359.model.evaluation.stage import Stage
from kh359.model.scenario.scenario import Scenario
from kh359.model.solve.answer import REACHABLE, Answer, Status, TargetAnswer
from kh359.model.solve.best_split import filled, least_share, shares_needed, together
from kh359.model.solve.latest_start import (
    check_extra,
    deciding_start,
    latest_start,
    start_runs,
    started,
)
from kh359.model.solve.least_budget import (
    SHARE_STEP,
    deciding_level,
    least_budget,
    with_level,
)
from kh359.model.solve.least_pace import least_pace
from kh359.model.solve.question import Question, Unknown
from kh359.model.solve.sought import Sought, sort_out, sought_targets
from kh359.model.solve.stock_line import SHARE_LIMIT, StockLines
from kh359.model.solve.threshold import rounded_up, suffices

TRIES = 3
"""Steps a level is raised by where rounding left it a hair below; more would be a fault."""


def seek(stage: Stage, question: Question) -> Answer:
    """The least lever that reaches each target, and the scenario that reaches all that can be.

    Each target for itself has the probability wanted; that all are met in one future is less
    likely. Exact on the stage's draws. Raises QuestionError.
    """
    return _SEEKERS[question.unknown](_Search(stage, question))


class _Search:
    """What all ways of answering share."""

    def __init__(self, stage: Stage, question: Question) -> None:
        self.stage, self.question = stage, question
        self.seek, self.said = sort_out(stage, question)
        known = sought_targets(stage)
        self.decided = [known[a.target_id] for a in self.said if a.status is Status.DECIDED]
        self.indicator_ids = {
            stage.indicator_ids[row] for one in self.seek for row in (one.row, one.source)
        }
        self.indicator_ids |= {stage.indicator_ids[one.row] for one in self.decided}
        self.before = self.run(question.scenario)

    def run(self, scenario: Scenario) -> ScenarioRun:
        """The outcome for the indicators asked about."""
        return evaluate(self.stage, scenario, only=self.indicator_ids)

    def lines(self) -> StockLines:
        """The question's scenario as lines of money."""
        return StockLines(self.stage, self.question.scenario)

    def resay(self, decided: list[TargetAnswer]) -> None:
        """Replace what was said of targets that levers set."""
        kept = [answer for answer in self.said if answer.status is not Status.DECIDED]
        self.said = [*kept, *decided]

    def answer(
        self,
        found: list[TargetAnswer],
        scenario: Scenario | None,
        *,
        value: float | None = None,
        shares: tuple[float, ...] = (),
    ) -> Answer:
        """Put together: targets in the question's order, with their probabilities then."""
        run = None if scenario is None else self.run(scenario)
        by_id = {one.target_id: one for one in (*found, *self.said)}
        ordered = [by_id[target_id] for target_id in dict.fromkeys(self.question.target_ids)]
        targets = tuple(_with_outcome(one, run) for one in ordered)
        goals = [target for target in targets if target.status in REACHABLE]
        return Answer(
            question=self.question,
            targets=targets,
            before=self.before,
            value=value,
            scenario=scenario,
            run=run,
            together=run is not None
            and all(suffices(goal.p_then or 0.0, self.question.wanted) for goal in goals),
            shares=shares,
        )


def _seek_budget(search: _Search) -> Answer:
    stage, question = search.stage, search.question
    lines = search.lines()
    found = [least_budget(stage, one, lines, search.before, question.wanted) for one in search.seek]
    decided = [_decided_level(search, one) for one in search.decided]
    search.resay(decided)
    goals = [a for a in (*found, *decided) if _has_level(a)]
    if not goals:
        return search.answer(found, None)
    year = max(goal.year for goal in goals)
    level = max(goal.value or 0.0 for goal in goals)
    ids = [goal.target_id for goal in goals]
    level = _settled(search, ids, level, lambda share: with_level(question.scenario, share, year))
    return search.answer(found, with_level(question.scenario, level, year), value=level)


def _seek_pace(search: _Search) -> Answer:
    found = [
        least_pace(search.stage, one, search.before, search.question.wanted) for one in search.seek
    ]
    scenario = search.question.scenario
    for one, answer in zip(search.seek, found, strict=True):
        if answer.status is Status.REACHED and answer.value is not None:
            override = scenario.override_of(search.stage.indicator_ids[one.source])
            pace = max(answer.value, override.pace)
            scenario = scenario.with_override(replace(override, pace=pace))
    reachable = [answer for answer in found if answer.status in REACHABLE]
    value = found[0].value if len(found) == 1 and reachable else None
    return search.answer(found, scenario if reachable else None, value=value)


def _seek_start(search: _Search) -> Answer:
    stage, question = search.stage, search.question
    check_extra(question, stage.rest)
    runs = start_runs(stage, question, search.indicator_ids)
    found = [latest_start(stage, one, runs, question.wanted) for one in search.seek]
    decided = [deciding_start(stage, one, runs) for one in search.decided]
    search.resay(decided)
    goals = [a for a in (*found, *decided) if a.status in (*REACHABLE, Status.DECIDED)]
    starts = [answer.value for answer in goals if answer.value is not None]
    if not goals:
        return search.answer(found, None)
    start = int(min(starts)) if starts else None
    scenario = started(question, stage.rest, start)
    return search.answer(found, scenario, value=None if start is None else float(start))


def _seek_split(search: _Search) -> Answer:
    stage, question = search.stage, search.question
    lines, floors = search.lines(), question.floors
    programmes = [stage.response.kinds[one.kind].programme for one in search.seek]
    needed = [shares_needed(stage, one, lines, search.before) for one in search.seek]
    found = []
    for one, programme, levels in zip(search.seek, programmes, needed, strict=True):
        most = 1 - math.fsum(floor for at, floor in enumerate(floors) if at != programme)
        found.append(least_share(stage, one, levels, search.before, question.wanted, most))
    wished = [row for row, answer in enumerate(found) if answer.status in REACHABLE]
    if not wished:
        return search.answer(found, None)
    chosen = [programmes[row] for row in wished], [needed[row] for row in wished]
    shares, _ = together(floors, *chosen, question.wanted)
    scenario = replace(question.scenario, split=filled(shares, question.scenario.split))
    asked = list(floors)
    for row in wished:
        asked[programmes[row]] = max(asked[programmes[row]], found[row].value or 0.0)
    return search.answer(found, scenario, shares=tuple(asked))


_SEEKERS: dict[Unknown, Callable[[_Search], Answer]] = {
    Unknown.BUDGET: _seek_budget,
    Unknown.PACE: _seek_pace,
    Unknown.START: _seek_start,
    Unknown.SPLIT: _seek_split,
}


def _decided_level(search: _Search, one: Sought) -> TargetAnswer:
    level = deciding_level(search.stage, search.question.scenario, one)
    status = Status.DECIDED if level <= SHARE_LIMIT else Status.BEYOND_LIMIT
    return one.answer(search.stage, status, value=level if math.isfinite(level) else None)


def _has_level(answer: TargetAnswer) -> bool:
    return answer.value is not None and answer.status in (*REACHABLE, Status.DECIDED)


def _settled(
    search: _Search, target_ids: list[str], level: float, scenario: Callable[[float], Scenario]
) -> float:
    """The level, raised by the last step of rounding where the engine itself asks for it."""
    for _ in range(TRIES):
        run = search.run(scenario(level))
        if all(suffices(run.probability(i) or 0.0, search.question.wanted) for i in target_ids):
            break
        level = min(rounded_up(level + SHARE_STEP / 2, SHARE_STEP), SHARE_LIMIT)
    return level


def _with_outcome(one: TargetAnswer, run: ScenarioRun | None) -> TargetAnswer:
    if run is None or run.decided[run.target_ids.index(one.target_id)]:
        return one
    return replace(one, p_then=run.probability(one.target_id))
