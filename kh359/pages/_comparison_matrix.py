"""The targets of one milestone under each scenario."""

import streamlit as st

from kh359.charts.candidate import Candidate
from kh359.charts.matrix_html import matrix_html
from kh359.charts.scenario_matrix import ORDERS, Order, scenario_matrix
from kh359.pages import _state
from kh359.pages._view import View
from kh359.plan.target import MILESTONE_YEARS

YEARS = MILESTONE_YEARS[1:]
"""2025 is past: no scenario changes it."""


def show_matrix(candidates: tuple[Candidate, ...]) -> None:
    """Milestone, order, and the table."""
    say, language, view = _state.say(), _state.language(), _state.view()
    st.subheader(say("Targets under each scenario"), anchor=False)
    left, right = st.columns(2, vertical_alignment="bottom")
    year = view.milestone if view.milestone in YEARS else YEARS[0]
    left.segmented_control(
        say("Milestone year"), YEARS, required=True, **_state.bound("moc", year, View.at_milestone)
    )
    chosen = right.segmented_control(
        say("Order of the rows"),
        list(Order),
        default=Order.DIFFERENCE,
        required=True,
        format_func=lambda order: say(ORDERS[order]),
        key="matrix_order",
    )
    matrix = scenario_matrix(candidates, year, Order(chosen), language)
    st.html(matrix_html(matrix, _state.link))
