"""What is done with a scenario as a whole: preset, undo, redo, reset, file, comparison."""

from dataclasses import replace

import streamlit as st

from kh359.locale.plain_text import plain_markdown
from kh359.locale.scenario_fault import scenario_fault_text
from kh359.model.scenario.moved_lever import is_rest
from kh359.model.scenario.scenario import Scenario
from kh359.pages import _compute, _state
from kh359.pages._scenario.choice import scenario, seen_with
from kh359.pages._scenario.file import show_file
from kh359.pages._scenario.saved import show_saved
from kh359.pages._view import MOST_COMPARED, View


def show_tools() -> None:
    """One row of buttons; the keyboard reaches undo and redo from anywhere."""
    say, view = _state.say(), _state.view()
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        _choose_preset()
        st.button(
            say("Undo"),
            key="undo",
            on_click=_state.undo,
            disabled=not _state.can_undo(),
            shortcut="Ctrl+Z",
        )
        st.button(
            say("Redo"),
            key="redo",
            on_click=_state.redo,
            disabled=not _state.can_redo(),
            shortcut="Ctrl+Y",
        )
        st.button(
            say("All levers to rest"), key="reset", on_click=_reset, disabled=view.scenario is None
        )
        st.button(
            say(
                "Add to comparison ({count} of {most})",
                count=len(view.compared),
                most=MOST_COMPARED,
            ),
            key="compare",
            on_click=_compare,
            disabled=len(view.compared) == MOST_COMPARED,
        )
        show_file()
        show_saved()
    _tell_broken_files()
    done, error = _state.told(), _state.entry_error()
    if done:
        st.success(done)
    if error:
        st.error(error)


def _choose_preset() -> None:
    """The list shows the preset that is in force, and nothing where none is."""
    say, now = _state.say(), scenario()
    presets = {preset.name: preset for preset in _compute.presets(_state.language())}
    in_force = [name for name, preset in presets.items() if preset.content_hash == now.content_hash]

    def take(view: View, name: str | None) -> View:
        return view if name is None else seen_with(view, presets[name])

    st.selectbox(
        say("Ready-made scenario"),
        list(presets),
        index=None,
        placeholder=say("Ready-made scenario…"),
        label_visibility="collapsed",
        width=240,
        **_state.bound("preset", in_force[0] if in_force else None, take),
    )


def _tell_broken_files() -> None:
    """A ready-made scenario with a fault is not offered, and the page says so."""
    say = _state.say()
    for broken in _compute.preset_shelf().broken:
        first = scenario_fault_text(broken.faults[0], _compute.facts(), _state.language())
        text = say(
            "The scenario file {file} cannot be used: {fault}", file=broken.file, fault=first
        )
        st.warning(plain_markdown(text))


def _reset() -> None:
    _state.change(_state.view().with_scenario(None))


def _compare() -> None:
    say, view, now = _state.say(), _state.view(), scenario()
    if any(other.content_hash == now.content_hash for other in view.compared):
        _state.tell(say("This scenario is in the comparison already."))
        return
    _state.change(view.with_compared(_named(now, view)))
    _state.tell(say("Added. The page Compare shows it."))


def _named(now: Scenario, view: View) -> Scenario:
    """A comparison needs a name for each of its scenarios."""
    say = _state.say()
    if now.name:
        return now
    if is_rest(now, _compute.rest()):
        return replace(now, name=say("Levers at rest"))
    taken = {other.name for other in view.compared}
    names = (say("Scenario {number}", number=n) for n in range(1, MOST_COMPARED + 2))
    return replace(now, name=next(name for name in names if name not in taken))
