"""The chosen indicator under the scenario and at rest, with what stands behind it."""

from collections.abc import Sequence

import streamlit as st

from kh359.charts.candidate import Candidate
from kh359.charts.fan_settings import fan_settings
from kh359.charts.scenario_fan import ScenarioFan
from kh359.charts.scenario_fan_build import scenario_fan
from kh359.charts.scenario_fan_plotly import scenario_fan_figure
from kh359.locale.plain_text import plain_markdown
from kh359.locale.proof import level_text
from kh359.locale.start import start_text
from kh359.model.evaluation.run import ScenarioRun
from kh359.model.evaluation.stage import Stage
from kh359.model.outlook import IndicatorOutlook
from kh359.pages import _state
from kh359.pages._live_chart import live_chart
from kh359.plan.facts import Facts

GLYPHS = {
    "qn_old": ("●", "○"),
    "kon_tum": ("■", "□"),
    "qn_new": ("▲", "△"),
    "vietnam": ("✚", "✙"),
    "assumed": ("★", "☆"),
}
"""The symbols of the chart in letters, filled and hollow."""


def show_chart(facts: Facts, ground: Stage, indicator_id: str, runs: Sequence[ScenarioRun]) -> None:
    """runs: at rest, then of the scenario where it is another; one indicator in them is enough."""
    say, language, scenario = _state.say(), _state.language(), runs[-1].scenario
    names = (say("Levers at rest"), scenario.name or say("This scenario"))
    candidates = tuple(
        Candidate(name=name, run=run, outlook=ground.outlook)
        for name, run in zip(names, runs, strict=False)
    )
    chart = scenario_fan(facts, indicator_id, candidates, language)
    settings = fan_settings(f"kh359_{indicator_id}_{scenario.content_hash}", language)
    figure = scenario_fan_figure(chart)
    live_chart(figure, settings, alt=chart.alt, key="scenario_fan")
    show_marks(chart)


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
