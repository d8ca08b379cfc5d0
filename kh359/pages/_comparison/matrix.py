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
_STYLE = """
.kh-compare .kh-matrix tbody tr.row th {min-width: 15rem;}
.kh-compare .kh-matrix td {width: 8rem;}
.kh-compare .kh-matrix td.proof {width: auto;}
.kh-compare .kh-matrix td .mark {white-space: normal; line-height: 1.2;}
"""
"""A target's name and a chance in words want more room than a name and a figure."""


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
    body = matrix_html(matrix, _state.link)
    st.html(f'<style>{_STYLE}</style><div class="kh-compare">{body}</div>')
