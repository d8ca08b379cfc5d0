"""One run with everything a file may tell of it; the object every kind of file reads."""

from dataclasses import dataclass, field
from datetime import date

from kh359.charts.candidate import Candidate
from kh359.export.report_earlier import Earlier
from kh359.locale.language import Language
from kh359.locale.translate import Translator, translator
from kh359.model.evaluation.outlook import scenario_outlook
from kh359.model.evaluation.run import ScenarioRun
from kh359.model.evaluation.stage import Stage
from kh359.model.outlook import Outlook
from kh359.model.scenario.moved_lever import is_rest
from kh359.model.scenario.scenario import Scenario
from kh359.plan.facts import Facts


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, weakref_slot=True)
class Dossier:
    """A frozen run. Files that are made of equal dossiers have equal bytes.

    run: of the scenario, baseline: every lever at rest, both on `stage` and holding all indicators.
    outlook: the scenario as a full outlook. day: the date that files carry; nothing here asks a
    clock. earlier: the monitoring table of the last report, to tell what changed since.
    """

    facts: Facts
    stage: Stage
    run: ScenarioRun
    baseline: ScenarioRun
    language: Language
    day: date
    earlier: Earlier | None = None
    outlook: Outlook = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "outlook", scenario_outlook(self.stage, self.run))

    @property
    def say(self) -> Translator:
        """Words of the dossier's language."""
        return translator(self.language)

    @property
    def scenario(self) -> Scenario:
        """The scenario of the run."""
        return self.run.scenario

    @property
    def is_rest(self) -> bool:
        """Whether no lever is moved."""
        return is_rest(self.scenario, self.baseline.scenario)

    @property
    def name(self) -> str:
        """What the scenario is called."""
        say = self.say
        if self.scenario.name:
            return self.scenario.name
        return say("Levers at rest") if self.is_rest else say("This scenario")

    @property
    def candidates(self) -> tuple[Candidate, ...]:
        """For charts: at rest, then the scenario; alone where it is at rest itself."""
        ground = self.stage.outlook
        chosen = Candidate(name=self.name, run=self.run, outlook=ground)
        if self.is_rest:
            return (chosen,)
        rest = Candidate(name=self.say("Levers at rest"), run=self.baseline, outlook=ground)
        return (rest, chosen)
