"""What each compared scenario supposes and brings, a paragraph each."""

from html import escape

import streamlit as st

from kh359.charts.candidate import Candidate
from kh359.charts.count_range import forecast_by_all
from kh359.charts.scenario_look import LOOKS
from kh359.locale.scenario_summary import scenario_summary
from kh359.pages import _compute, _state

_STYLE = """
.kh-summary {margin: 0 0 .5rem; line-height: 1.45; max-width: 75rem; padding-left: 1.4rem;
  text-indent: -1.4rem;}
.kh-summary .glyph {display: inline-block; width: 1.4rem; text-indent: 0;}
"""


def show_summaries(candidates: tuple[Candidate, ...]) -> None:
    """Each paragraph behind the symbol its scenario has in every chart."""
    language, facts, view = _state.language(), _compute.facts(), _state.view()
    # The chart below counts these too: one scenario has one number on the page.
    among = forecast_by_all(candidates)
    paragraphs = ""
    for look, candidate in zip(LOOKS, candidates, strict=False):
        ground = _compute.stage(view.assumptions, candidate.run.scenario)
        baseline = _compute.baseline(ground)
        text = scenario_summary(candidate.run, baseline, facts, language, among=among)
        paragraphs += (
            f'<p class="kh-summary"><span class="glyph" style="color:{look.line}" '
            f'aria-hidden="true">{look.glyph}</span>{escape(text)}</p>'
        )
    st.html(f"<style>{_STYLE}</style>{paragraphs}")
