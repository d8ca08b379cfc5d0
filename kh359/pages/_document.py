"""What the whole document carries: its language, and a look that keyboards can follow."""

import streamlit as st

from kh359.locale.language import LANGUAGES
from kh359.pages import _state

LANGUAGE_SCRIPTS = {
    language: f"document.documentElement.lang='{language}'" for language in LANGUAGES
}
"""What the served program allows to run, letter for letter: kh359/serving/content_policy.py."""
_STYLE = """
a:focus-visible, button:focus-visible, summary:focus-visible, [role="radio"]:focus-visible,
[role="tab"]:focus-visible, label:has(input:focus-visible) {
  outline: 3px solid #B5420A !important; outline-offset: 2px; border-radius: 3px;}
[data-testid="InputInstructions"] {display: none;}
"""
"""Streamlit's hint below a field is English whatever the page is, so it is not shown."""


def dress_document() -> None:
    """Tell screen readers and browsers the language; show where the keyboard is."""
    script = LANGUAGE_SCRIPTS[_state.language()]
    st.html(f"<script>{script}</script>", unsafe_allow_javascript=True)
    st.html(f"<style>{_STYLE}</style>")
