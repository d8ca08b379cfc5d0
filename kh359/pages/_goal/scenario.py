"""A scenario that was found, opened on the page Kịch bản."""

import streamlit as st

from kh359.model.scenario.scenario import Scenario
from kh359.pages import _state
from kh359.pages._scenario.choice import seen_with

SCENARIO_PAGE = "kh359/pages/scenario.py"


def open_button(found: Scenario, *, key: str) -> None:
    """A button that makes it the scenario in view and goes there."""
    say = _state.say()
    if st.button(say("Open as a scenario"), key=key, type="primary"):
        _state.change(seen_with(_state.view(), found))
        _state.tell(say("The scenario found is open. Undo brings back the one before."))
        st.switch_page(SCENARIO_PAGE)
