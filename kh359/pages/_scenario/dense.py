"""Tighter margins for a page whose chart must stand beside its levers on a laptop's screen."""

import streamlit as st

STICKY = "picture"
"""Key of the container whose column stays in sight while its neighbour is scrolled."""
_STYLE = f"""
@media (min-width: 900px) and (min-height: 620px) {{
  [data-testid="stColumn"]:has(> [data-testid="stVerticalBlock"] .st-key-{STICKY}) {{
    position: sticky; top: .4rem; align-self: flex-start;}}
}}
[data-testid="stMainBlockContainer"] {{padding: 1.6rem 2.2rem 3rem;}}
[data-testid="stMainBlockContainer"] [data-testid="stVerticalBlock"] {{gap: .7rem;}}
[data-testid="stMainBlockContainer"] h1 {{padding: 0 0 1rem;}}
[data-testid="stMainBlockContainer"] [data-testid="stMarkdownContainer"] p {{line-height: 1.35;}}
.st-key-lever_group button {{padding: .25rem .5rem;}}
"""


def tighten() -> None:
    """Only this page: the style leaves with its element."""
    st.html(f"<style>{_STYLE}</style>")
