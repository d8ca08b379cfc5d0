"""So sánh: up to four scenarios side by side, on the same draws."""

import streamlit as st

from kh359.charts.candidate import Candidate
from kh359.locale.plain_text import plain_markdown
from kh359.pages import _state
from kh359.pages._comparison.candidates import compared_candidates
from kh359.pages._comparison.charts import show_count_chart, show_indicator, show_money
from kh359.pages._comparison.choice import offer_start, show_compared
from kh359.pages._comparison.download import offer_levers, offer_targets
from kh359.pages._comparison.levers import show_levers_that_differ
from kh359.pages._comparison.matrix import show_matrix
from kh359.pages._comparison.summary import show_summaries
from kh359.pages._frame import assumption_switch, run_line, show_refusals
from kh359.pages._reach import show_reach


def page() -> None:
    """Show the page from top to bottom."""
    say = _state.say()
    show_refusals()
    left, right = st.columns([2, 3], vertical_alignment="bottom")
    with left:
        st.title(say("Compare scenarios"), anchor=False)
    with right:
        assumption_switch()
    if not _state.view().compared:
        offer_start()
        return
    with st.spinner(say("Computing…")):
        candidates = compared_candidates()
    show_compared(candidates)
    show_reach(candidates[0].run)
    show_summaries(candidates)
    show_count_chart(candidates)
    show_matrix(candidates)
    offer_targets(candidates)
    show_indicator(candidates)
    show_money(candidates)
    show_levers_that_differ(candidates)
    offer_levers(candidates)
    _what_made_this(candidates)


def _what_made_this(candidates: tuple[Candidate, ...]) -> None:
    """The same draws for all, and the mark each scenario is found by."""
    say = _state.say()
    marks = "; ".join(
        f"{plain_markdown(c.name)} `{c.run.scenario.content_hash}`" for c in candidates
    )
    st.caption(
        say(
            "All scenarios stand on the same simulated draws, so that what differs comes from the "
            "levers, not from chance. Marks of their contents: {marks}.",
            marks=marks,
        )
    )
    run_line(candidates[0].outlook)


page()
