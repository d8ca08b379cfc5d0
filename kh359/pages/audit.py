"""Soi kế hoạch: what the plan says against itself, and how far up its five rungs it gets."""

import streamlit as st

from kh359.pages import _compute, _state
from kh359.pages._audit.findings import offer_findings, show_counts, show_findings
from kh359.pages._audit.ladder import show_ladders
from kh359.pages._frame import show_refusals


def page() -> None:
    """Show the page from top to bottom."""
    say = _state.say()
    st.title(say("Checking the plan against itself"), anchor=False)
    show_refusals()
    facts = _compute.facts()
    with st.spinner(say("Computing…")):
        found = _compute.plan_audit()
    st.write(
        say(
            "{n} findings, worked out from the data by {rules} rules. A finding is a question to "
            "clear up, not a verdict on anyone's work.",
            n=len(found.findings),
            rules=len(found.rules),
        )
    )
    show_counts(found)
    findings, rungs = st.tabs([say("Findings"), say("Five rungs of every indicator")])
    with findings:
        show_findings(found, facts)
        offer_findings(found, facts)
    with rungs:
        show_ladders()


page()
