"""What the page shows beside the levers and what comes of them.

While all this stays as it is, a move of a lever runs only the part of the page that it changes.
"""

from dataclasses import replace

from kh359.pages import _compute, _facts_in_use, _state
from kh359.pages._scenario.choice import scenario
from kh359.pages._scenario.file import BOX as FILE_BOX
from kh359.pages._scenario.influence import BOX as INFLUENCE_BOX
from kh359.pages._scenario.saved import BOX as SAVED_BOX
from kh359.plan.problem import FactsError

_SHOWN = "surroundings_shown"
_BOXES = (FILE_BOX, SAVED_BOX, INFLUENCE_BOX)
"""What they hold, once opened, tells of the scenario."""


def begin() -> None:
    """The whole page is being shown."""
    _state.keep(_SHOWN, None)


def end() -> None:
    """The whole page has been shown."""
    _state.keep(_SHOWN, _surroundings())


def is_whole() -> bool:
    """Whether the run at hand shows the whole page."""
    return _state.kept(_SHOWN) is None


def have_changed() -> bool:
    """Whether more must be shown than the levers and what comes of them."""
    try:
        _facts_in_use.settle(_state.vintage())
    except FactsError:
        return True
    return any(map(_state.typed, _BOXES)) or _state.kept(_SHOWN) != _surroundings()


def _surroundings() -> tuple[object, ...]:
    view, chosen, found = _state.view(), scenario(), _facts_in_use.in_use()
    presets = {preset.content_hash for preset in _compute.presets(view.language)}
    return (
        (found.facts.version, found.fault is None),
        replace(view, scenario=None),
        (view.scenario is None, chosen.name, chosen.note, chosen.starting_values),
        chosen.content_hash if chosen.content_hash in presets else "",
        (_state.can_undo(), _state.can_redo(), _state.has_word(), _state.refusals()),
    )
