"""The best plan for a scenario's money, and the frontier; searched once for all files."""

from dataclasses import dataclass
from weakref import WeakKeyDictionary

from kh359.export.dossier import Dossier
from kh359.export.watch import Watch
from kh359.model.evaluation.run import ScenarioRun
from kh359.model.solve.aim import Aim, Limits
from kh359.model.solve.best_plan import BestPlan, best_plan, ceiling_of
from kh359.model.solve.frontier import Frontier, frontier
from kh359.model.solve.question import QuestionError
from kh359.model.solve.watch import Watch as SearchWatch

PLAN_PART = 0.4
"""Part of the whole search that the plan takes, before the frontier."""
STEPS = 100


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Optimum:
    """What `python -m kh359 solve --plan --frontier` finds for the same run."""

    plan: BestPlan
    curve: Frontier


_FOUND: "WeakKeyDictionary[ScenarioRun, Optimum | QuestionError]" = WeakKeyDictionary()
"""By the run: dossiers in both languages share it."""


def optimum(dossier: Dossier, watch: Watch) -> Optimum | QuestionError:
    """The scenario's own money is the ceiling; the error where there is no plan.

    Raises Cancelled.
    """
    run = dossier.run
    if run not in _FOUND:
        try:
            _FOUND[run] = _search(dossier, watch)
        except QuestionError as error:
            _FOUND[run] = error
    return _FOUND[run]


def _search(dossier: Dossier, watch: Watch) -> Optimum:
    words = dossier.say("Looking for the best plan …")
    told = SearchWatch(progress=lambda part: watch.step(STEPS * part, STEPS, words))
    stage, aim = dossier.stage, Aim(scenario=dossier.scenario)
    limits = Limits(ceiling=ceiling_of(stage, dossier.scenario))
    plan = best_plan(stage, aim, limits, told.part(0.0, PLAN_PART))
    return Optimum(plan=plan, curve=frontier(stage, aim, limits, told.part(PLAN_PART, 1.0)))
