"""The compared scenarios with their runs, under the names this reader knows them by."""

from dataclasses import replace

from kh359.charts.candidate import Candidate
from kh359.locale.language import LANGUAGES
from kh359.model.scenario import Scenario
from kh359.pages import _compute, _state


def compared_candidates() -> tuple[Candidate, ...]:
    """One for each scenario of the view, in its order."""
    view = _state.view()
    candidates = []
    for place, scenario in enumerate(view.compared):
        name = shown_name(scenario, place)
        ground = _compute.stage(view.assumptions, scenario)
        run = _compute.run(ground, replace(scenario, name=name))
        candidates.append(Candidate(name=name, run=run, outlook=ground.outlook))
    return tuple(candidates)


def shown_name(scenario: Scenario, place: int) -> str:
    """Its own name; a ready-made one's in the language of the page; a number without one."""
    say, language = _state.say(), _state.language()
    own = {preset.content_hash: preset.name for preset in _compute.presets(language)}
    known = {
        preset.name
        for any_language in LANGUAGES
        for preset in _compute.presets(any_language)
        if preset.content_hash == scenario.content_hash
    }
    if scenario.name and scenario.name not in known:
        return scenario.name
    if scenario.content_hash in own:
        return own[scenario.content_hash]
    return say("Scenario {number}", number=place + 1)
