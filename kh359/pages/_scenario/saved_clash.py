"""Somebody saved meanwhile: bring both together, or save apart. Nothing is overwritten."""

from dataclasses import dataclass, replace

import streamlit as st

from kh359.locale.plain_text import plain_markdown
from kh359.locale.scenario_part import part_text, side_text
from kh359.locale.store_error import store_error_text
from kh359.model.scenario.scenario import Scenario
from kh359.pages import _compute, _person, _state
from kh359.pages._moment import moment_text
from kh359.pages._scenario.choice import seen_with
from kh359.store.merge import Clash, Merge, Side, merge
from kh359.store.scenario_shelf import ScenarioShelf
from kh359.store.store_error import Conflict, StoreError

CLASH = "saved_clash"
BASE = "saved_base"
SHORTENED = 60
"""Letters of a name that leave room for the words which tell a copy apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """conflict: what the store told. mine: what was about to be saved."""

    conflict: Conflict
    mine: Scenario


def ours(conflict: Conflict, mine: Scenario) -> Meeting:
    """What to keep until the person has chosen."""
    return Meeting(conflict=conflict, mine=mine)


def show_clash(shelf: ScenarioShelf) -> None:
    """Who saved what and when, the parts both changed, and the three ways on."""
    say, met = _state.say(), _state.kept(CLASH)
    conflict = met.conflict
    st.warning(
        say(
            "While you worked on “{name}”, {who} saved version {number} ({when}). Nothing of "
            "yours is lost; choose how to go on.",
            name=plain_markdown(conflict.name),
            who=plain_markdown(conflict.saved_by),
            number=conflict.version,
            when=moment_text(conflict.saved_at),
        )
    )
    both = _merge(shelf, met)
    st.caption(
        say(
            "Changed by you alone: {mine}; by the other alone: {theirs}; by both: {both}.",
            mine=len(both.from_mine),
            theirs=len(both.from_theirs),
            both=len(both.clashes),
        )
    )
    for place, clash in enumerate(both.clashes):
        _choose(place, clash)
    with st.container(horizontal=True):
        st.button(
            say("Bring both together"),
            key="clash_merge",
            type="primary",
            on_click=_bring_together,
            args=(shelf,),
        )
        st.button(say("Save mine apart"), key="clash_fork", on_click=_fork, args=(shelf,))
        st.button(say("Open theirs"), key="clash_theirs", on_click=_open_theirs, args=(shelf,))


def _merge(shelf: ScenarioShelf, met: Meeting) -> Merge:
    person, conflict = _person.person(), met.conflict
    base = shelf.scenario(shelf.get(person, conflict.key, conflict.based_on))
    theirs = shelf.scenario(shelf.get(person, conflict.key, conflict.version))
    return merge(base, met.mine, theirs)


def _choose(place: int, clash: Clash) -> None:
    say, language, facts = _state.say(), _state.language(), _compute.facts()
    words = {
        Side.MINE.value: say("Mine: {value}", value=side_text(clash, clash.mine, facts, language)),
        Side.THEIRS.value: say(
            "Theirs: {value}", value=side_text(clash, clash.theirs, facts, language)
        ),
    }
    st.radio(
        part_text(clash.part, facts, language),
        list(words),
        format_func=words.__getitem__,
        horizontal=True,
        key=f"clash_{place}",
    )


def _bring_together(shelf: ScenarioShelf) -> None:
    """The merged scenario on the screen, based on their version: to be looked at, then saved."""
    met, say = _state.kept(CLASH), _state.say()
    both = _merge(shelf, met)
    choices = {
        clash.part: Side(_state.typed(f"clash_{place}") or Side.MINE)
        for place, clash in enumerate(both.clashes)
    }
    _go_on((met.conflict.key, met.conflict.version), both.resolved(choices))
    _state.tell(say("Both are brought together. Look at it, then save it as the next version."))


def _fork(shelf: ScenarioShelf) -> None:
    met, say = _state.kept(CLASH), _state.say()
    name = say("{name} (own)", name=met.mine.name[:SHORTENED])
    apart = replace(met.mine, name=name)
    origin = f"{met.conflict.key}/{met.conflict.based_on}"
    try:
        saved = shelf.create(_person.person(), apart, forked_from=origin)
    except StoreError as error:
        _state.refuse_entry(plain_markdown(store_error_text(error, _state.language())))
        return
    _go_on((saved.scenario_id, saved.version), apart)
    _state.tell(say("Saved as a new scenario: {name}.", name=plain_markdown(saved.name)))


def _open_theirs(shelf: ScenarioShelf) -> None:
    """Mine stays one step of Undo away."""
    conflict = _state.kept(CLASH).conflict
    theirs = shelf.get(_person.person(), conflict.key, conflict.version)
    _go_on((theirs.scenario_id, theirs.version), shelf.scenario(theirs))
    say = _state.say()
    _state.tell(say("Theirs is open; Undo brings yours back."))


def _go_on(base: tuple[str, int], shown: Scenario) -> None:
    _state.keep(CLASH, None)
    _state.keep(BASE, base)
    _state.fill("saved_name", shown.name)
    _state.change(seen_with(_state.view(), shown))
