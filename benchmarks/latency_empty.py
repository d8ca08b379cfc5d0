"""The least a rerun can be: one slider and one line. `latency.py` measures the app against it."""

import streamlit as st

from kh359.pages._compute import freeze_once

freeze_once()
stops = [f"{step / 10:.1f}" for step in range(101)]
st.markdown(f"drawn={st.select_slider('Stop', stops, '5.0')}")
