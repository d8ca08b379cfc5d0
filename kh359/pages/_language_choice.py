"""The switch between the languages of the interface."""

import streamlit as st

from kh359.locale.language import LANGUAGES, NAMES
from kh359.pages import _state
from kh359.pages._view import View


def choose_language() -> None:
    """Vietnamese first, English second."""
    say = _state.say()
    st.segmented_control(
        say("Language"),
        LANGUAGES,
        format_func=NAMES.__getitem__,
        required=True,
        **_state.bound("lang", _state.language(), View.in_language),
    )
