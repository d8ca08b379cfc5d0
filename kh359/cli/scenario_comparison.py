"""The chosen scenarios evaluated on the same draws, beside every lever at rest."""

from dataclasses import dataclass

import numpy as np

from kh359.cli.scenario_choice import ChosenScenario
from kh359.model.evaluation.evaluation import evaluate
from kh359.model.evaluation.outlook import scenario_outlook
from kh359.model.evaluation.run import ScenarioRun
from kh359.model.evaluation.stage import Stage, prepare, with_starts
from kh359.model.gain import comparable
from kh359.model.history import BoolArray
from kh359.model.outlook import Outlook, project_plan
from kh359.model.response.identity import OverrideConflict
from kh359.plan.facts import Facts


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Compared:
    """One scenario of a comparison. number: 0 is rest, then as typed.

    baseline: every lever at rest on the same stage, with the starting values of this scenario.
    """

    number: int
    typed: str
    run: ScenarioRun
    stage: Stage
    baseline: ScenarioRun

    @property
    def outlook(self) -> Outlook:
        """The scenario as a full outlook."""
        return scenario_outlook(self.stage, self.run)

    @property
    def conflicts(self) -> tuple[OverrideConflict, ...]:
        """What the scenario supposes of single indicators without effect."""
        return self.stage.conflicts(self.run.scenario)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Comparison:
    """Scenarios beside rest. forecast: (n_targets,) what every one of them forecasts."""

    facts: Facts
    rest: Compared
    scenarios: tuple[Compared, ...]
    forecast: BoolArray

    @property
    def all(self) -> tuple[Compared, ...]:
        """Rest, then the scenarios."""
        return (self.rest, *self.scenarios)


def compare(facts: Facts, outlook: Outlook, chosen: tuple[ChosenScenario, ...]) -> Comparison:
    """Evaluate the scenarios with the draws of `outlook`.

    One that supposes starting values has a stage of its own, made from the same seed.
    """
    base = prepare(facts, outlook)
    resting = evaluate(base, base.rest)
    stages = {outlook.assumptions: (base, resting)}
    compared = []
    for number, choice in enumerate(chosen, start=1):
        supposed = with_starts(outlook.assumptions, choice.scenario)
        if supposed not in stages:
            own = project_plan(facts, supposed, n_draws=outlook.n_draws, seed=outlook.seed)
            stage = prepare(facts, own)
            stages[supposed] = stage, evaluate(stage, stage.rest)
        stage, baseline = stages[supposed]
        run = evaluate(stage, choice.scenario)
        compared.append(
            Compared(number=number, typed=choice.typed, run=run, stage=stage, baseline=baseline)
        )
    rest = Compared(number=0, typed="", run=resting, stage=base, baseline=resting)
    return Comparison(
        facts=facts,
        rest=rest,
        scenarios=tuple(compared),
        forecast=np.all([comparable(rest.run, item.run) for item in compared], axis=0),
    )
