"""Chỉ tiêu: one indicator with its history, fan, targets, evidence, and what may be supposed."""

import streamlit as st

from kh359.charts.fan_plotly import fan_figure
from kh359.charts.fan_settings import fan_settings
from kh359.charts.indicator_fan import fan_chart
from kh359.pages import _compute, _state
from kh359.pages._audit.indicator import show_findings_of
from kh359.pages._frame import assumption_switch, run_line, show_refusals
from kh359.pages._indicator.assumption_editor import edit_assumptions
from kh359.pages._indicator.attainment_table import show_attainments
from kh359.pages._indicator.evidence import show_evidence
from kh359.pages._indicator.export_chart import offer_chart
from kh359.pages._indicator.ladder import show_ladder
from kh359.pages._indicator.observations import show_observations
from kh359.pages._indicator.profile import show_notes, show_profile
from kh359.pages._indicator_choice import choose_indicator


def page() -> None:
    """Show the page from top to bottom."""
    say, language = _state.say(), _state.language()
    facts = _compute.facts()
    show_refusals()
    with st.spinner(say("Computing…")):
        outlook = _compute.outlook(_state.view().assumptions)
    left, right = st.columns(2, vertical_alignment="bottom")
    with left:
        item = outlook.of(choose_indicator(outlook))
    with right:
        assumption_switch()
    show_profile(item)
    wide, narrow = st.columns([7, 3])
    with wide:
        chart = fan_chart(facts, item, language)
        settings = fan_settings(f"kh359_{item.indicator.indicator_id}_{facts.version}", language)
        st.plotly_chart(fan_figure(chart), theme=None, config=settings, alt=chart.alt, key="fan")
        offer_chart(facts, outlook, item.indicator.indicator_id)
    with narrow:
        show_evidence(facts, item)
        show_notes(facts, item)
    show_attainments(facts, item)
    show_ladder(item)
    show_findings_of(facts, item)
    edit_assumptions(item)
    show_observations(facts, item)
    run_line(outlook)


page()
