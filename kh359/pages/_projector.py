"""Larger type on a projector's wide screen; a laptop's stays as it is."""

import streamlit as st

_STYLE = """
@media (min-width: 1800px) {
  html:root {font-size: 20px;}
  [data-testid="stSidebar"][data-collapsed="false"] {min-width: 310px;}
}
"""


def enlarge() -> None:
    """Everything measured in rem grows with the root: tiles, matrix, tables, buttons, text."""
    st.html(f"<style>{_STYLE}</style>")
