"""The answers to what a number hangs on, each as a chart or as a sentence."""

from typing import Any

import streamlit as st

from kh359.charts.fan_settings import fan_settings
from kh359.charts.influence_contribution import contribution_chart
from kh359.charts.influence_plotly import contribution_figure, sobol_figure, tornado_figure
from kh359.charts.influence_sobol import sobol_chart
from kh359.charts.influence_tornado import tornado_chart
from kh359.locale.number import number, probability
from kh359.model.evaluation.stage import Stage
from kh359.model.scenario.scenario import Scenario
from kh359.pages import _compute, _state
from kh359.pages._scenario.influence_results import Subject, contribution_of, sobol_of, tornado_of


def draw_contribution(ground: Stage, scenario: Scenario, subject: Subject, title: str) -> None:
    """From rest to the scenario, lever by lever."""
    found = contribution_of(ground, scenario, subject)
    if found is None:
        _nothing()
        return
    is_count = isinstance(subject, int)
    chart = contribution_chart(found, title, _state.language(), is_count=is_count)
    _draw(contribution_figure(chart), chart.frame.alt, f"dong_gop_{subject}", scenario)


def draw_tornado(ground: Stage, scenario: Scenario, target_id: str, title: str) -> None:
    """Each input low and high."""
    found = tornado_of(ground, scenario, target_id)
    if found is None:
        _nothing()
        return
    chart = tornado_chart(found, title, _compute.facts(), _state.language())
    _draw(tornado_figure(chart), chart.frame.alt, f"tung_dau_vao_{target_id}", scenario)


def draw_sobol(ground: Stage, scenario: Scenario, subject: Subject, title: str) -> None:
    """Parts of the variance over all ranges."""
    say, language = _state.say(), _state.language()
    found = sobol_of(ground, scenario, subject)
    if found is None:
        _nothing()
        return
    write = _count if isinstance(subject, int) else _chance
    span = say("{low} to {high}", low=write(found.p10), high=write(found.p90))
    chart = sobol_chart(found, title, span, _compute.facts(), language)
    _draw(sobol_figure(chart), chart.frame.alt, f"sobol_{subject}", scenario)


def _chance(p: float) -> str:
    return probability(p, _state.language())


def _count(value: float) -> str:
    return number(value, _state.language(), digits=1)


def _nothing() -> None:
    say = _state.say()
    st.write(
        say(
            "There is nothing to divide here: the target has no projection, the scenario sets the "
            "figure by itself, or nothing that can be set or supposed moves it."
        )
    )


def _draw(figure: dict[str, Any], alt: str, name: str, scenario: Scenario) -> None:
    settings = fan_settings(f"kh359_{name}_{scenario.content_hash}", _state.language())
    st.plotly_chart(figure, theme=None, config=settings, alt=alt, key="influence_chart")
