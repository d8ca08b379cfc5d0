"""Cần gì để đạt: the least money, pace or start for targets, and the best plan for a ceiling."""

import streamlit as st

from kh359.locale.plain_text import plain_markdown
from kh359.pages import _compute, _state
from kh359.pages._frame import assumption_switch, run_line, show_refusals
from kh359.pages._goal.plan import show_plan
from kh359.pages._goal.targets import show_targets
from kh359.pages._reach import show_reach
from kh359.pages._scenario.choice import scenario


def page() -> None:
    """Show the page from top to bottom."""
    say, chosen = _state.say(), scenario()
    show_refusals()
    title, switch = st.columns([2, 3], vertical_alignment="bottom")
    with title:
        st.title(say("What it takes"), anchor=False)
    with switch:
        assumption_switch()
    with st.spinner(say("Computing…")):
        ground = _compute.stage(_state.view().assumptions, chosen)
        baseline = _compute.baseline(ground)
    show_reach(baseline)
    name = plain_markdown(chosen.name) or say("without a name")
    if _state.view().scenario is None:
        st.caption(say("The other levers are at rest. Open a scenario to start from it."))
    else:
        st.caption(say("The other levers stand as in the open scenario: {name}", name=name))
    targets, plan = st.tabs([say("For chosen targets"), say("For the whole plan")])
    with targets:
        show_targets(ground, chosen)
    with plan:
        show_plan(ground, chosen)
    run_line(ground.outlook)


page()
