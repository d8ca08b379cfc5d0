"""The list from which one indicator is chosen; the choice holds on every page and in the link."""

import streamlit as st

from kh359.intake.folding import matches
from kh359.locale.plain_text import plain_markdown
from kh359.locale.subject import group_letter
from kh359.model.outlook import Outlook
from kh359.pages import _state
from kh359.pages._view import View

FIND = "find"
"""The box that shortens the list."""


def first_projected(outlook: Outlook) -> str | None:
    """An indicator with a target still to be forecast, for who has chosen none; else None."""
    open_ones = (i for i in outlook.indicators if any(a.p_met is not None for a in i.attainments))
    return next((item.indicator.indicator_id for item in open_ones), None)


def chosen_indicator(outlook: Outlook, *, preferred: str | None = None) -> str:
    """What `choose_indicator` gives, for what is drawn before the list is shown."""
    names = _names(outlook)
    return _chosen(_found(names, _state.typed(FIND) or "") or list(names), preferred)


def choose_indicator(
    outlook: Outlook, *, preferred: str | None = None, compact: bool = False
) -> str:
    """A list in the plan's order, each name behind its group's letter, and a box to shorten it.

    preferred: shown to who has chosen none; the first of the plan without it. compact: the
    names of the two fields are left to screen readers.
    """
    say = _state.say()
    labels = "collapsed" if compact else "visible"
    hint = say("Find (no accents needed)")
    names = _names(outlook)
    find, pick = st.columns([1, 2], vertical_alignment="bottom")
    with find:
        # The list's own search knows no letter without its accents.
        wanted = st.text_input(
            hint,
            key=FIND,
            live=True,
            placeholder=hint if compact else None,
            label_visibility=labels,
        )
    found = _found(names, wanted)
    chosen = _chosen(found or list(names), preferred)
    with pick:
        st.selectbox(
            say("Indicator"),
            found or list(names),
            format_func=names.__getitem__,
            label_visibility=labels,
            **_state.bound("ct", chosen, View.of_indicator),
        )
    if not found:
        st.caption(say("No indicator is called “{wanted}”.", wanted=plain_markdown(wanted)))
    return chosen


def _found(names: dict[str, str], wanted: str) -> list[str]:
    return [key for key, name in names.items() if matches(wanted, name)]


def _names(outlook: Outlook) -> dict[str, str]:
    say, language = _state.say(), _state.language()
    return {
        item.indicator.indicator_id: group_letter(item.indicator.group, language)
        + say.pick(item.indicator.name_vi, item.indicator.name_en)
        for item in outlook.indicators
    }


def _chosen(options: list[str], preferred: str | None) -> str:
    """The indicator of the view; where the box leaves it out, the first that is found."""
    view = _state.view()
    wanted = view.indicator_id or preferred
    if wanted in options:
        return wanted
    if view.indicator_id is not None:
        _state.change(view.of_indicator(options[0]))
    return options[0]
