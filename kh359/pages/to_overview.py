"""The first page has no name in its address; whoever types one is led on, with the link's view."""

import streamlit as st

st.switch_page("kh359/pages/overview.py")
