"""Ctrl+Z in a text field belongs to the field, not to the page's Undo button."""

import streamlit as st

SCRIPT = """
if (!window.khTextUndo) {
  window.khTextUndo = true;
  window.addEventListener("keydown", (event) => {
    const field = 'input[type="text"]:not([role="combobox"]), textarea';
    const undo = (event.ctrlKey || event.metaKey) && /^[zy]$/i.test(event.key);
    if (undo && event.target instanceof Element && event.target.matches(field)) {
      event.stopImmediatePropagation();
    }
  }, true);
}
"""
"""Streamlit listens for a shortcut everywhere; the capturing listener speaks first.

The served program allows it letter for letter: kh359/serving/content_policy.py.
"""


def keep_text_undo() -> None:
    """Once in a document; the browser's own undo goes on working in the field."""
    st.html(f"<script>{SCRIPT}</script>", unsafe_allow_javascript=True)
