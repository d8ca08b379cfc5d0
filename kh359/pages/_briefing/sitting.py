"""What a briefing speaks of: one scenario beside the levers at rest, or several side by side."""

from dataclasses import dataclass, replace

from kh359.charts.candidate import Candidate
from kh359.export.dossier import Dossier
from kh359.model.evaluation.run import ScenarioRun
from kh359.model.evaluation.stage import Stage
from kh359.model.outlook import Outlook
from kh359.model.scenario.scenario import Scenario
from kh359.pages import _compute, _state
from kh359.pages._briefing.briefing import Briefing
from kh359.pages._comparison.candidates import compared_candidates, shown_names
from kh359.pages._dossier import dossier
from kh359.pages._scenario.choice import scenario


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Sitting:
    """ground, baseline: of the first scenario. candidates: in the order of the comparison; alone,
    the one scenario. compared: whether there are several to hold together.
    """

    briefing: Briefing
    ground: Stage
    baseline: ScenarioRun
    candidates: tuple[Candidate, ...]
    compared: bool

    @property
    def chosen(self) -> Scenario:
        """The first scenario; the only one of a briefing on one."""
        return self.candidates[0].run.scenario

    @property
    def run(self) -> ScenarioRun:
        """Of the first scenario."""
        return self.candidates[0].run

    @property
    def name(self) -> str:
        """The scenarios by name."""
        return " · ".join(candidate.name for candidate in self.candidates)

    @property
    def hashes(self) -> str:
        """The marks of the scenarios' contents."""
        return " · ".join(candidate.run.scenario.content_hash for candidate in self.candidates)

    def dossier(self) -> Dossier:
        """The first scenario in full; kept between two looks."""
        return dossier(self.ground, self.chosen, _state.language(), self.briefing.day)

    def outlook(self) -> Outlook:
        """The first scenario as an outlook."""
        return self.dossier().outlook


def sitting(briefing: Briefing) -> Sitting:
    """Computed now; the comparison where it was asked for and still holds a scenario."""
    say, view = _state.say(), _state.view()
    compared = briefing.compared and bool(view.compared)
    chosen = view.compared[0] if compared else scenario()
    ground = _compute.stage(view.assumptions, chosen)
    baseline = _compute.baseline(ground)
    if compared:
        candidates = compared_candidates()
    else:
        at_rest = view.scenario is None
        fallback = say("Levers at rest") if at_rest else say("This scenario")
        name = _known_name(chosen) or fallback
        run = _compute.run(ground, replace(chosen, name=name))
        candidates = (Candidate(name=name, run=run, outlook=ground.outlook),)
    return Sitting(
        briefing=briefing,
        ground=ground,
        baseline=baseline,
        candidates=candidates,
        compared=compared,
    )


def _known_name(chosen: Scenario) -> str:
    """A ready-made scenario's name is that of the page's language."""
    return shown_names((chosen,))[0] if chosen.name else ""
