"""The chosen indicator under the scenario and at rest, with what stands behind it."""

import streamlit as st

from kh359.charts.scenario_fan import ScenarioFan
from kh359.locale.plain_text import plain_markdown
from kh359.locale.proof import level_text
from kh359.locale.start import start_text
from kh359.model.outlook import IndicatorOutlook
from kh359.pages import _state
from kh359.pages._live_chart import live_chart
from kh359.pages._scenario.live_picture import LivePicture
from kh359.pages._scenario.live_sliders import taken

GLYPHS = {
    "qn_old": ("●", "○"),
    "kon_tum": ("■", "□"),
    "qn_new": ("▲", "△"),
    "vietnam": ("✚", "✙"),
    "assumed": ("★", "☆"),
}
"""The symbols of the chart in letters, filled and hollow."""


def show_chart(picture: LivePicture) -> None:
    """The chart of the picture, and what its symbols are."""
    live_chart(picture.sent, taken=taken(), key="scenario_fan")
    show_marks(picture.chart)


def show_marks(chart: ScenarioFan) -> None:
    """Whose figure each symbol is, an assumed start too: a projector has no pointer to ask with."""
    say = _state.say()
    marks = "; ".join(f"{GLYPHS[m.region][m.hollow]} {plain_markdown(m.name)}" for m in chart.marks)
    if marks:
        st.caption(say("Marks: {marks}", marks=marks))


def show_level(item: IndicatorOutlook) -> None:
    """What the projection rests on, in a line below the chart."""
    say, language = _state.say(), _state.language()
    level = level_text(item.evidence.level, language)
    text = say("Evidence") + f": **{level}**"
    start = start_text(item.evidence, item.indicator, language)
    st.caption(f"{text}. {start}" if start else text)
