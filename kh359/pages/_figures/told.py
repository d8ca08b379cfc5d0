"""What was just done, or why it was not: said beside the button that was pressed."""

import streamlit as st

from kh359.pages import _state


def show_told() -> None:
    """Said once; where a section says it nowhere, the page says it on top."""
    done, error = _state.told(), _state.entry_error()
    if done:
        st.success(done)
    if error:
        st.error(error)
