"""Which scenarios are compared: a card for each, and what can be added."""

from dataclasses import replace
from html import escape

import streamlit as st

from kh359.charts.candidate import Candidate
from kh359.charts.scenario_look import LOOKS
from kh359.locale.plain_text import plain_markdown
from kh359.model.scenario.moved_lever import is_rest
from kh359.model.scenario.scenario import Scenario
from kh359.pages import _compute, _state
from kh359.pages._comparison.candidates import shown_names
from kh359.pages._scenario.choice import seen_with
from kh359.pages._scenario.saved_list import saved_scenarios
from kh359.pages._view import MOST_COMPARED

SUGGESTED = 3
"""Ready-made scenarios that one click compares."""
OFFERED = "offered"
_SCENARIO_PAGE = "kh359/pages/scenario.py"


def offer_start() -> None:
    """Nothing is chosen yet: one click compares three, or the list adds one."""
    say = _state.say()
    first = _compute.presets(_state.language())[:SUGGESTED]
    st.write(
        say(
            "No scenario is chosen yet. Put up to {most} side by side: ready-made ones, or your "
            "own from the page Scenario.",
            most=MOST_COMPARED,
        )
    )
    if first:
        names = ", ".join(plain_markdown(preset.name) for preset in first)
        st.button(
            say("Compare these: {names}", names=names),
            type="primary",
            key="compare_suggested",
            on_click=_compare,
            args=(first,),
        )
    _add()


def show_compared(candidates: tuple[Candidate, ...]) -> None:
    """A card for each scenario, and the list to add another."""
    columns = st.columns(len(candidates))
    for place, (column, candidate) in enumerate(zip(columns, candidates, strict=True)):
        with column, st.container(border=True, height="stretch"):
            _card(place, candidate)
    if len(candidates) < MOST_COMPARED:
        _add()


def _card(place: int, candidate: Candidate) -> None:
    say, look = _state.say(), LOOKS[place]
    st.html(
        f'<span style="color:{look.line};font-weight:600"><span aria-hidden="true">{look.glyph}'
        f"</span> {escape(candidate.name)}</span>"
    )
    with st.container(horizontal=True):
        if st.button(say("Open"), help=say("Open on the page Scenario"), key=f"open_{place}"):
            _state.change(seen_with(_state.view(), candidate.run.scenario))
            st.switch_page(_SCENARIO_PAGE)
        st.button(say("Remove"), key=f"remove_{place}", on_click=_remove, args=(place,))


def _add() -> None:
    """Everything that is not compared yet, in a list."""
    say, offered = _state.say(), list(_offers())
    if not offered:
        return
    pick, add = st.columns([3, 1], vertical_alignment="bottom")
    pick.selectbox(say("Add a scenario"), offered, key=OFFERED)
    add.button(say("Add"), key="add", on_click=_add_chosen)


def _offers() -> dict[str, Scenario]:
    """The one of the page Scenario first, then the ready-made ones; none that is compared."""
    say, view = _state.say(), _state.view()
    offers = {}
    if view.scenario is not None:
        offers[say("The one on the page Scenario")] = view.scenario
    presets = _compute.presets(_state.language())
    if not any(is_rest(preset, _compute.rest()) for preset in presets):
        name = say("Levers at rest")
        offers[name] = replace(_compute.rest(), name=name)
    offers |= {preset.name: preset for preset in presets} | saved_scenarios()
    compared = {scenario.content_hash for scenario in view.compared}
    return {name: one for name, one in offers.items() if one.content_hash not in compared}


def _compare(scenarios: tuple[Scenario, ...]) -> None:
    _state.change(_state.view().comparing(scenarios))


def _add_chosen() -> None:
    """What the list shows at the moment of the click."""
    view, scenario = _state.view(), _offers().get(_state.typed(OFFERED))
    if scenario is None or len(view.compared) == MOST_COMPARED:
        return
    name = scenario.name or shown_names((*view.compared, scenario))[-1]
    _state.change(view.with_compared(replace(scenario, name=name)))


def _remove(place: int) -> None:
    _state.change(_state.view().without_compared(place))
