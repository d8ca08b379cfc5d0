"""What is answered: for each target, and for all that can be reached together."""

from dataclasses import dataclass
from enum import StrEnum

from kh359.model.evaluation.run import ScenarioRun
from kh359.model.scenario.scenario import Scenario, Values
from kh359.model.solve.question import Question


class Status(StrEnum):
    """What is said of one target; the words are defined in docs/decisions/goal-seek.md."""

    REACHED = "reached"
    ALREADY = "already"
    DECIDED = "decided"
    BEYOND_LIMIT = "beyond_limit"
    NEVER = "never"
    NOT_IN_HANDS = "not_in_hands"
    NO_DATA = "no_data"
    JUDGED = "judged"


REACHABLE = frozenset({Status.REACHED, Status.ALREADY})


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetAnswer:
    """One target alone. Probabilities and shares are decimals; None where nothing can be said.

    value: the least share of the local budget, the least pace a year, the latest first year, or
        the least share of the money for its programme; also where it lies beyond the limit.
    p_now: in the question's scenario. p_limit: with the lever at its limit. p_most: the most this
    lever can do without any limit. p_value: with `value` for this target alone; p_then: in the
    answer's scenario, which reaches the others too.
    """

    target_id: str
    indicator_id: str
    year: int
    status: Status
    value: float | None = None
    p_now: float | None = None
    p_limit: float | None = None
    p_most: float | None = None
    p_value: float | None = None
    p_then: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Answer:
    """The answer to a question.

    targets: one for each target asked about, in the question's order. value: what reaches all
    that can be reached (not for PACE and SPLIT, see `scenario`). scenario, run: the same as a
    scenario on the question's stage, None where no target can be reached; `run` and `before`
    (the question's scenario) hold the indicators asked about only. together: whether the
    scenario reaches each reachable target with the probability wanted. shares: for SPLIT, the
    least shares that together would do, their sum may pass 1.
    """

    question: Question
    targets: tuple[TargetAnswer, ...]
    before: ScenarioRun
    value: float | None = None
    scenario: Scenario | None = None
    run: ScenarioRun | None = None
    together: bool = False
    shares: Values = ()

    @property
    def complete(self) -> bool:
        """Whether every target asked about is reached by the scenario."""
        wanted = (*REACHABLE, Status.DECIDED)
        return self.together and all(target.status in wanted for target in self.targets)
