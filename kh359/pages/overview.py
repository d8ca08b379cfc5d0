"""Tổng quan: how much of the plan is likely to be met, on what evidence, and what is at risk."""

import streamlit as st

from kh359.charts.attainment_matrix import attainment_matrix
from kh359.charts.matrix_html import matrix_html
from kh359.charts.tally import OBSERVED_LEVELS, tally
from kh359.model.evidence import Level
from kh359.pages import _compute, _state
from kh359.pages._frame import assumption_note, assumption_switch, run_line, show_refusals
from kh359.pages._overview.assumption_list import show_assumptions
from kh359.pages._overview.count import show_count
from kh359.pages._overview.milestones import show_milestones
from kh359.pages._overview.risk import show_risk
from kh359.pages._view import View
from kh359.plan.target import MILESTONE_YEARS


def choose_milestone() -> None:
    """The milestone year, as a row of buttons."""
    say = _state.say()
    st.segmented_control(
        say("Milestone year"),
        MILESTONE_YEARS,
        required=True,
        **_state.bound("moc", _state.view().milestone, View.at_milestone),
    )


def page() -> None:
    """Show the page from top to bottom."""
    say = _state.say()
    st.title(say("Plan 359-KH/TU: will the targets be met?"), anchor=False)
    show_refusals()
    left, right = st.columns([2, 3], vertical_alignment="bottom")
    with left:
        choose_milestone()
    with right:
        assumption_switch()
    assumption_note()
    view, facts = _state.view(), _compute.facts()
    with st.spinner(say("Computing…")):
        outlook = _compute.outlook(view.assumptions)
    show_assumptions(outlook)
    show_count(tally(outlook, view.milestone))
    if view.milestone > MILESTONE_YEARS[0]:
        show_risk(outlook, view.milestone, OBSERVED_LEVELS)
    st.subheader(say("All targets"), anchor=False)
    matrix = attainment_matrix(outlook, _state.language(), chosen=view.milestone)
    st.html(matrix_html(matrix, _state.link))
    supposed = view.assumptions.suppose_2025_met or view.assumptions.starting_values
    if supposed and view.milestone > MILESTONE_YEARS[0]:
        show_risk(outlook, view.milestone, (Level.ASSUMED,))
    show_milestones(facts, view.milestone)
    run_line(outlook)


page()
