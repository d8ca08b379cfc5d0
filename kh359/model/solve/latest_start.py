"""The latest period in which extra money may start and still reach a target."""

from dataclasses import replace

from kh359.model.evaluation.evaluation import evaluate
from kh359.model.evaluation.run import ScenarioRun
from kh359.model.evaluation.stage import Stage
from kh359.model.scenario.lever import PERIODS, STATED_YEARS
from kh359.model.scenario.scenario import Scenario
from kh359.model.solve.answer import Status, TargetAnswer
from kh359.model.solve.question import Question, QuestionError, QuestionFault
from kh359.model.solve.sought import Sought
from kh359.model.solve.threshold import suffices

START_YEARS: tuple[int, ...] = tuple(first for first, _ in PERIODS)
"""A scenario states money at milestones, so that extra money starts with a period."""


def started(question: Question, rest: Scenario, year: int | None) -> Scenario:
    """The scenario whose extra money starts in `year`; never for None.

    Milestones before the start lie at rest, later ones at the question's level or where the
    scenario has them; between milestones the share runs straight.
    """
    own = question.scenario.programme_share
    full = own if question.level is None else (question.level,) * len(STATED_YEARS)
    shares = tuple(
        more if year is not None and stated >= year else less
        for stated, less, more in zip(STATED_YEARS, rest.programme_share, full, strict=True)
    )
    return replace(question.scenario, programme_share=shares)


def check_extra(question: Question, rest: Scenario) -> None:
    """Raises QuestionError where the level is no more than at rest."""
    full = started(question, rest, START_YEARS[0]).programme_share
    if not any(more > less for more, less in zip(full, rest.programme_share, strict=True)):
        raise QuestionError(QuestionFault.NO_EXTRA_MONEY, full[0], low=rest.programme_share[0])


def start_runs(
    stage: Stage, question: Question, indicator_ids: set[str]
) -> dict[int | None, ScenarioRun]:
    """The run of each start, and of none."""
    years: tuple[int | None, ...] = (None, *START_YEARS)
    return {
        year: evaluate(stage, started(question, stage.rest, year), only=indicator_ids)
        for year in years
    }


def latest_start(
    stage: Stage, one: Sought, runs: dict[int | None, ScenarioRun], wanted: float
) -> TargetAnswer:
    """The latest start that reaches a target; more years of money never lower a probability."""
    chance = {year: run.probability(one.target_id) or 0.0 for year, run in runs.items()}
    found = {"p_now": chance[None], "p_most": chance[START_YEARS[0]]}
    found["p_limit"] = found["p_most"]
    if suffices(chance[None], wanted):
        return one.answer(stage, Status.ALREADY, **found)
    enough = [y for y in START_YEARS if y <= one.year and suffices(chance[y], wanted)]
    if not enough:
        return one.answer(stage, Status.BEYOND_LIMIT, **found)
    latest = max(enough)
    return one.answer(stage, Status.REACHED, value=float(latest), p_value=chance[latest], **found)


def deciding_start(stage: Stage, one: Sought, runs: dict[int | None, ScenarioRun]) -> TargetAnswer:
    """The latest start with which the lever itself sets a figure that meets the target."""
    position = one.target.position
    enough = [
        year
        for year in START_YEARS
        if year <= one.year and runs[year].decided[position] and runs[year].met[position].all()
    ]
    if not enough:
        return one.answer(stage, Status.BEYOND_LIMIT)
    return one.answer(stage, Status.DECIDED, value=float(max(enough)))
