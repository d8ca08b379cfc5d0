"""The chosen scenarios evaluated on the same draws, beside every lever at rest."""

from dataclasses import dataclass

import numpy as np

from kh359.cli.scenario_choice import ChosenScenario
from kh359.model.assumptions import Assumptions
from kh359.model.evaluation import evaluate
from kh359.model.gain import comparable
from kh359.model.history import BoolArray
from kh359.model.outlook import Outlook, project_plan
from kh359.model.scenario_outlook import scenario_outlook
from kh359.model.scenario_run import ScenarioRun
from kh359.model.stage import Stage, prepare, with_starts
from kh359.plan.facts import Facts


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Compared:
    """One scenario of a comparison. number: 0 is rest, then as typed; outlook: of its stage."""

    number: int
    typed: str
    run: ScenarioRun
    stage: Stage

    @property
    def outlook(self) -> Outlook:
        """The scenario as a full outlook."""
        return scenario_outlook(self.stage, self.run)


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


def compare(
    facts: Facts,
    outlook: Outlook,
    chosen: tuple[ChosenScenario, ...],
) -> Comparison:
    """Evaluate the scenarios with the draws of `outlook`.

    One that supposes starting values has a stage of its own, made from the same seed.
    """
    base = prepare(facts, outlook)
    stages: dict[Assumptions, Stage] = {outlook.assumptions: base}
    compared = []
    for number, choice in enumerate(chosen, start=1):
        supposed = with_starts(outlook.assumptions, choice.scenario)
        if supposed not in stages:
            own = project_plan(facts, supposed, n_draws=outlook.n_draws, seed=outlook.seed)
            stages[supposed] = prepare(facts, own)
        stage = stages[supposed]
        run = evaluate(stage, choice.scenario)
        compared.append(Compared(number=number, typed=choice.typed, run=run, stage=stage))
    rest = Compared(number=0, typed="", run=evaluate(base, base.rest), stage=base)
    return Comparison(
        facts=facts,
        rest=rest,
        scenarios=tuple(compared),
        forecast=np.all([comparable(rest.run, item.run) for item in compared], axis=0),
    )
