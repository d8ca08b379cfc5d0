"""A ready-made scenario is called in the language of the page, whatever link brought it."""

from dataclasses import replace

from kh359.locale.language import LANGUAGES, Language
from kh359.model.scenario.scenario import Scenario
from kh359.pages import _compute
from kh359.pages._view import View


def in_own_words(view: View) -> View:
    """The view with what is open and what is compared named in its language."""
    if view.scenario is None and not view.compared:
        return view
    language = view.language
    return replace(
        view,
        scenario=None if view.scenario is None else _own(view.scenario, language),
        compared=tuple(_own(one, language) for one in view.compared),
    )


def _own(scenario: Scenario, language: Language) -> Scenario:
    """As its preset is named; one that somebody named keeps its name."""
    shelf = {each: _compute.presets(each) for each in LANGUAGES}
    every = [one for presets in shelf.values() for one in presets]
    if (scenario.content_hash, scenario.name) not in {(o.content_hash, o.name) for o in every}:
        return scenario
    own = {one.content_hash: one for one in shelf[language]}[scenario.content_hash]
    ready = {one.note for one in every}
    return replace(
        scenario, name=own.name, note=own.note if scenario.note in ready else scenario.note
    )
