"""The targets of a question on a stage: what moves each, and why some cannot be sought."""

from dataclasses import dataclass

import numpy as np

from kh359.model.attainment import LAST_JUDGED_YEAR
from kh359.model.evaluation.stage import OpenTarget, Stage
from kh359.model.response.identity import DECIDING_LEVERS, RESEARCHER_RATE, RESEARCHERS
from kh359.model.solve.answer import Status, TargetAnswer
from kh359.model.solve.question import Question, QuestionError, QuestionFault, Unknown
from kh359.plan.indicator import Driver


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Sought:
    """One target that has a projection.

    row: its track; source: the track whose response and pace move it (the head-count behind
    researchers per 10,000 people, else its own). kind: of money, -1 for none.
    """

    target_id: str
    target: OpenTarget
    year: int
    row: int
    source: int
    kind: int

    def answer(self, stage: Stage, status: Status, **found: float | None) -> TargetAnswer:
        """What is said of it."""
        return TargetAnswer(
            target_id=self.target_id,
            indicator_id=stage.indicator_ids[self.row],
            year=self.year,
            status=status,
            **found,
        )


def sought_targets(stage: Stage) -> dict[str, Sought]:
    """Every open target of the stage's tracks, also those before a projection's first year."""
    found = {}
    for row, track in enumerate(stage.tracks):
        source = row
        if track.indicator.indicator_id == RESEARCHER_RATE and stage.rate_follows:
            source = stage.indicator_ids.index(RESEARCHERS)
        for target in track.targets:
            target_id = stage.target_ids[target.position]
            found[target_id] = Sought(
                target_id=target_id,
                target=target,
                year=int(stage.target_years[target.position]),
                row=row,
                source=source,
                kind=int(stage.response.kind_of[source]),
            )
    return found


def sort_out(stage: Stage, question: Question) -> tuple[list[Sought], list[TargetAnswer]]:
    """Targets that can be sought, and what is said at once of the others.

    Raises QuestionError for a target that is not in the plan.
    """
    known = sought_targets(stage)
    seek: list[Sought] = []
    said: list[TargetAnswer] = []
    for target_id in dict.fromkeys(question.target_ids):
        if target_id not in stage.target_ids:
            raise QuestionError(QuestionFault.UNKNOWN_TARGET, target_id)
        one = known.get(target_id)
        if one is None:
            said.append(_without_track(stage, target_id))
        elif stage.indicator_ids[one.row] in DECIDING_LEVERS:
            said.append(one.answer(stage, Status.DECIDED))
        elif one.target.column < stage.tracks[one.row].first:
            said.append(one.answer(stage, Status.NO_DATA))
        elif one.kind < 0 and question.unknown is not Unknown.PACE:
            said.append(one.answer(stage, Status.NOT_IN_HANDS))
        else:
            seek.append(one)
    return seek, said


def out_of_reach(stage: Stage, one: Sought) -> Status:
    """What is said where no money is enough: impossible, or not in the province's hands."""
    led = stage.tracks[one.source].indicator.driver is Driver.PROVINCE
    moved = np.count_nonzero(stage.response.sensitivity[one.source]) > 0
    return Status.NEVER if led and moved else Status.NOT_IN_HANDS


def _without_track(stage: Stage, target_id: str) -> TargetAnswer:
    for item in stage.outlook.indicators:
        for attainment in item.attainments:
            if attainment.target.target_id == target_id:
                late = attainment.target.year <= LAST_JUDGED_YEAR
                judged = attainment.observed is not None or late
                return TargetAnswer(
                    target_id=target_id,
                    indicator_id=item.indicator.indicator_id,
                    year=attainment.target.year,
                    status=Status.JUDGED if judged else Status.NO_DATA,
                )
    raise QuestionError(QuestionFault.UNKNOWN_TARGET, target_id)
