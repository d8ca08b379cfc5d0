"""Độ tin cậy: how the forecaster did on a past it had not seen, and what its figures rest on."""

import streamlit as st

from kh359.pages import _compute, _state
from kh359.pages._frame import run_line, show_refusals
from kh359.pages._indicator_choice import choose_indicator
from kh359.pages._reliability.backtest import choose_part, show_backtest
from kh359.pages._reliability.evidence_meter import show_evidence_meter
from kh359.pages._reliability.reference_class import show_reference_class
from kh359.pages._reliability.standing import show_standing
from kh359.reference.backtest import backtest


def show_limits() -> None:
    """What the figures above do not prove."""
    say = _state.say()
    st.subheader(say("What not to conclude"), anchor=False)
    lines = (
        say(
            "The test is about indicators of this kind in other countries, not about this "
            "indicator in Quảng Ngãi, which may do much better or worse."
        ),
        say(
            "A probability of 70% does not say that the target will be met: 3 times in 10 such a "
            "target is missed, and an 80% interval fails 2 times in 10."
        ),
        say(
            "A merger, a new definition or a technology without a past (6G) is a break; no test on "
            "the past covers it."
        ),
        say(
            "Where the start is an assumption, the test speaks for the pace from there on, never "
            "for the start."
        ),
        say(
            "National statistics are often smoothed; figures of one province jump more, and the "
            "intervals may be too narrow for them."
        ),
        say(
            "The probability says how such indicators usually go on. It does not know of budgets, "
            "projects or decisions, and it is no verdict on anyone's work."
        ),
    )
    st.markdown("\n".join(f"- {line}" for line in lines))


def page() -> None:
    """Show the page from top to bottom."""
    say = _state.say()
    st.title(say("How far the projections can be trusted"), anchor=False)
    show_refusals()
    with st.spinner(say("Computing…")):
        outlook = _compute.outlook(_state.view().assumptions)
    facts, item = _compute.facts(), outlook.of(choose_indicator(outlook))
    st.write(
        say(
            "The program was tried on the past of other countries: it was shown the first years "
            "of an indicator, projected the next ones, and was held against what happened. It had "
            "learnt nothing from the countries it was tried on."
        )
    )
    tested = backtest()
    show_backtest(tested, choose_part(tested, item))
    show_reference_class(item)
    show_standing(facts, item)
    show_evidence_meter(outlook)
    show_limits()
    run_line(outlook)


page()
