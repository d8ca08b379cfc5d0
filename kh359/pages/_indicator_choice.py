"""The list from which one indicator is chosen; the choice holds on every page and in the link."""

import streamlit as st

from kh359.locale.subject import group_letter
from kh359.model.outlook import Outlook
from kh359.pages import _state
from kh359.pages._view import View


def choose_indicator(outlook: Outlook) -> str:
    """A searchable list in the plan's order; each name stands behind its group's letter."""
    say, language = _state.say(), _state.language()
    names = {
        item.indicator.indicator_id: group_letter(item.indicator.group, language)
        + say.pick(item.indicator.name_vi, item.indicator.name_en)
        for item in outlook.indicators
    }
    chosen = _state.view().indicator_id
    if chosen not in names:
        chosen = next(iter(names))
    st.selectbox(
        say("Indicator (type to search)"),
        list(names),
        format_func=names.__getitem__,
        **_state.bound("ct", chosen, View.of_indicator),
    )
    return chosen
