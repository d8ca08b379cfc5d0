"""The five rungs of one indicator, and when its last target is first met."""

import streamlit as st

from kh359.charts.first_year_bars import first_year_bars
from kh359.charts.first_year_plotly import first_year_figure
from kh359.locale.ladder import ladder_lines
from kh359.model.ladder import ladder
from kh359.model.outlook import IndicatorOutlook
from kh359.pages import _state


def show_ladder(item: IndicatorOutlook) -> None:
    """Sentences beside a chart; nothing where the plan sets no number."""
    say, language = _state.say(), _state.language()
    if not item.attainments:
        return
    known = ladder(item)
    st.subheader(say("Five rungs to 2045"), anchor=False)
    lines = "\n".join(f"- {line}" for line in ladder_lines(known, language))
    bars = first_year_bars(known, language)
    if bars is None:
        st.markdown(lines)
        return
    left, right = st.columns([2, 3])
    with left:
        st.markdown(lines)
    with right:
        st.plotly_chart(
            first_year_figure(bars),
            theme=None,
            config={"displayModeBar": False},
            alt=bars.alt,
            key="first_year",
        )
