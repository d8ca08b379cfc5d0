"""The compared scenarios with their runs, under the names this reader knows them by."""

from collections.abc import Sequence
from dataclasses import replace

from kh359.charts.candidate import Candidate
from kh359.locale.language import LANGUAGES
from kh359.model.scenario.scenario import Scenario
from kh359.pages import _compute, _state


def compared_candidates() -> tuple[Candidate, ...]:
    """One for each scenario of the view, in its order."""
    view = _state.view()
    candidates = []
    for name, scenario in zip(shown_names(view.compared), view.compared, strict=True):
        ground = _compute.stage(view.assumptions, scenario)
        run = _compute.run(ground, replace(scenario, name=name))
        candidates.append(Candidate(name=name, run=run, outlook=ground.outlook))
    return tuple(candidates)


def shown_names(scenarios: Sequence[Scenario]) -> tuple[str, ...]:
    """The name of each; a ready-made one's in the language of the page, a number without one."""
    say, language = _state.say(), _state.language()
    shelf = {each: _compute.presets(each) for each in LANGUAGES}
    own = {preset.content_hash: preset.name for preset in shelf[language]}
    ready = {(preset.content_hash, preset.name) for presets in shelf.values() for preset in presets}

    def name(place: int, scenario: Scenario) -> str:
        if scenario.name and (scenario.content_hash, scenario.name) not in ready:
            return scenario.name
        return own.get(scenario.content_hash, say("Scenario {number}", number=place))

    return tuple(name(place, scenario) for place, scenario in enumerate(scenarios, start=1))
