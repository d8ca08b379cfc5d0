"""Which run is handed in, and as which files."""

from dataclasses import replace

import streamlit as st

from kh359.export.kind import Kind
from kh359.export.registry import KINDS
from kh359.model.scenario.scenario import Scenario
from kh359.pages import _compute, _state
from kh359.pages._scenario.saved_list import saved_scenarios

SOURCE, KIND, ALL = "export_source", "export_kind", "export_all"
OPEN = "open"


def choose_scenario() -> Scenario:
    """The open one, one of those compared, a ready-made or a saved one, or every lever at rest."""
    say, now = _state.say(), _state.view().scenario
    offered = {one.content_hash: one for one in _compute.presets(_state.language())}
    rest = replace(_compute.rest(), name=say("Levers at rest"))
    offered.setdefault(rest.content_hash, rest)
    compared = {one.content_hash: one for one in _state.view().compared}
    offered = {**compared, **offered}
    names = {mark: one.name for mark, one in offered.items()}
    saved = saved_scenarios()
    offered |= saved
    names |= {line: line for line in saved}
    if now is not None:
        name = now.name or say("without a name")
        names = {OPEN: say("The open scenario: {name}", name=name), **names}
    chosen = st.selectbox(
        say("Scenario"),
        list(names),
        format_func=names.__getitem__,
        key=SOURCE,
        persist_state="session",
    )
    return now if chosen == OPEN and now is not None else offered[chosen]


def choose_kinds() -> list[Kind]:
    """A box for each kind, with a sentence on it."""
    say = _state.say()
    st.subheader(say("Files"), anchor=False)
    st.checkbox(say("All kinds"), key=ALL, on_change=_take_all)
    left, right = st.columns(2, gap="large")
    chosen = []
    for place, kind in enumerate(KINDS):
        with (left, right)[2 * place >= len(KINDS)]:
            label = f"**{say(kind.title)}**  \n:gray[{say(kind.summary)}]"
            key = f"{KIND}_{kind.kind_id}"
            if st.checkbox(label, key=key, wrap=True, persist_state="session"):
                chosen.append(kind)
    return chosen


def _take_all() -> None:
    for kind in KINDS:
        _state.fill(f"{KIND}_{kind.kind_id}", _state.typed(ALL))
