"""What the audit of the plan says of one indicator."""

import streamlit as st

from kh359.locale.finding import clauses_text, finding_text, severity_text
from kh359.locale.plain_text import plain_markdown
from kh359.model.outlook import IndicatorOutlook
from kh359.pages import _compute, _state
from kh359.plan.facts import Facts

MOST_TOGETHER = 2
"""Findings about more indicators than this are told on the page of the audit only."""


def show_findings_of(facts: Facts, item: IndicatorOutlook) -> None:
    """The findings about this indicator itself; nothing where there are none."""
    say, language = _state.say(), _state.language()
    own = [
        finding
        for finding in _compute.plan_audit().findings
        if item.indicator.indicator_id in finding.indicator_ids
        and len(finding.indicator_ids) <= MOST_TOGETHER
    ]
    if not own:
        return
    title = say.plural(
        "{count} point of the plan to clear up", "{count} points of the plan to clear up", len(own)
    )
    with st.expander(title):
        lines = (
            f"- **{severity_text(finding.severity, language).capitalize()}** "
            f"({clauses_text(finding, language)}): "
            + plain_markdown(finding_text(finding, facts, language))
            for finding in own
        )
        st.markdown("\n".join(lines))
