"""Before a briefing: what it shows, and the button that begins it."""

from datetime import date
from functools import partial

import streamlit as st

from kh359.model.scenario.scenario import Scenario
from kh359.pages import _compute, _state
from kh359.pages._briefing.briefing import MOST_SHOWN, Briefing
from kh359.pages._briefing.frame import freeze
from kh359.pages._briefing.saved import show_saved_briefings
from kh359.pages._frame import assumption_note, assumption_switch
from kh359.pages._scenario.choice import seen_with
from kh359.pages._view import View
from kh359.plan.facts import Facts
from kh359.plan.target import MILESTONE_YEARS

SOURCE, SHOWN = "briefing_source", "briefing_shown"
OPEN, COMPARISON = "open", "comparison"


def set_up(facts: Facts) -> None:
    """Choices from top to bottom, then the button."""
    say = _state.say()
    st.title(say("Briefing"), anchor=False)
    st.write(
        say(
            "A sequence of full-screen views for a projector: count, matrix, risks, money, "
            "indicators, what it takes, evidence. The run is frozen; a link and a QR code open it "
            "again."
        )
    )
    assumption_switch()
    assumption_note()
    presets = {one.content_hash: one for one in _compute.presets(_state.language())}
    _choose_source(presets)
    st.segmented_control(
        say("Milestone for risks and needs"),
        MILESTONE_YEARS[1:],
        required=True,
        **_state.bound("moc", _milestone(), View.at_milestone),
    )
    _choose_indicators(facts)
    st.button(
        say("Begin"), type="primary", key="briefing_begin", on_click=_begin, args=(facts, presets)
    )
    st.caption(
        say(
            "Keys: → or PageDown next, ← or PageUp previous, N notes, Esc leave; F11 fills the "
            "screen."
        )
    )
    show_saved_briefings(facts, partial(_briefed, facts, presets))


def _milestone() -> int:
    """2025 is past: nothing is at risk in it."""
    view = _state.view()
    if view.milestone not in MILESTONE_YEARS[1:]:
        _state.change(view.at_milestone(MILESTONE_YEARS[1]))
    return _state.view().milestone


def _choose_source(presets: dict[str, Scenario]) -> None:
    say, view = _state.say(), _state.view()
    names = {OPEN: _open_name()}
    if view.compared:
        names[COMPARISON] = say("Comparison: {names}", names=", ".join(_names(view.compared)))
    names |= {mark: preset.name for mark, preset in presets.items()}
    st.selectbox(
        say("What is shown"),
        list(names),
        format_func=names.__getitem__,
        key=SOURCE,
        persist_state="session",
    )


def _open_name() -> str:
    say, now = _state.say(), _state.view().scenario
    if now is None:
        return say("The open scenario: every lever at rest")
    return say("The open scenario: {name}", name=now.name or say("without a name"))


def _names(scenarios: tuple[Scenario, ...]) -> list[str]:
    return [one.name or one.content_hash for one in scenarios]


def _choose_indicators(facts: Facts) -> None:
    say = _state.say()
    names = {
        one.indicator_id: say.pick(one.name_vi, one.name_en)
        for one in facts.indicators
        if facts.targets_of(one.indicator_id)
    }
    st.multiselect(
        say("Indicators with a view of their own"),
        list(names),
        default=_first_indicators(names),
        format_func=names.__getitem__,
        max_selections=MOST_SHOWN,
        select_all=False,
        placeholder=say("Choose indicators…"),
        key=SHOWN,
        persist_state="session",
    )


def _first_indicators(names: dict[str, str]) -> list[str]:
    """The one looked at last, or one with figures of the province."""
    chosen = _state.view().indicator_id
    if chosen in names:
        return [chosen]
    items = _compute.outlook(_state.view().assumptions).indicators
    known = (i.indicator.indicator_id for i in items if i.projection is not None)
    return [one for one in known if one in names][:1]


def _begin(facts: Facts, presets: dict[str, Scenario]) -> None:
    _state.change(_briefed(facts, presets))
    freeze()


def _briefed(facts: Facts, presets: dict[str, Scenario]) -> View:
    """The view with a briefing on what is chosen above."""
    view, source = _state.view(), _state.typed(SOURCE)
    if source in presets:
        view = seen_with(view, presets[source])
    briefing = Briefing(
        version=facts.version,
        day=date.today(),
        compared=source == COMPARISON,
        indicator_ids=tuple(_state.typed(SHOWN) or ()),
    )
    return view.briefed(briefing)
