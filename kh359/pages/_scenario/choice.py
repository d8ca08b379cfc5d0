"""The scenario this user looks at, and how a change of it becomes the next view."""

from dataclasses import replace

from kh359.model.scenario.moved_lever import is_rest
from kh359.model.scenario.scenario import Override, Scenario
from kh359.pages import _compute, _state
from kh359.pages._view import View


def scenario() -> Scenario:
    """The scenario of the view; every lever at rest where it has none."""
    return _state.view().scenario or _compute.rest()


def seen_with(view: View, chosen: Scenario, rest: Scenario | None = None) -> View:
    """The view with a scenario; one that changes nothing is none. rest: where it is known."""
    return view.with_scenario(None if is_rest(chosen, rest or _compute.rest()) else chosen)


def with_lever(view: View, lever: str, slot: int, value: float) -> View:
    """The view with one value of a lever changed; what is changed is no longer what was named."""
    rest = _compute.rest()
    now = view.scenario or rest
    return seen_with(view, replace(now.with_value(lever, slot, value), name="", note=""), rest)


def with_override(view: View, override: Override) -> View:
    """The view with what is supposed of one indicator changed."""
    now = view.scenario or _compute.rest()
    return seen_with(view, replace(now.with_override(override), name="", note=""))
