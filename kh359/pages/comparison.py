"""So sánh: scenarios side by side."""

import streamlit as st

from kh359.pages import _state


def page() -> None:
    """Show the page from top to bottom."""
    say = _state.say()
    st.title(say("Compare"), anchor=False)


page()
