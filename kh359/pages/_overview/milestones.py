"""The qualitative milestones of the plan, followed by hand."""

import streamlit as st

from kh359.locale.subject import group_text, status_text
from kh359.pages import _state
from kh359.pages._table import Text, table
from kh359.plan.facts import Facts


def show_milestones(facts: Facts, year: int) -> None:
    """All milestones; the chosen year's come first."""
    say, language = _state.say(), _state.language()
    title = say.plural(
        "{count} qualitative milestone", "{count} qualitative milestones", len(facts.milestones)
    )
    with st.expander(title):
        st.write(
            say(
                "The plan words these without a number, so they have no probability. Their status "
                "is recorded by hand, with a source."
            )
        )
        ordered = sorted(facts.milestones, key=lambda m: (m.year != year, m.year))
        rows = []
        for item in ordered:
            source = facts.source_by_id.get(item.source_id or "")
            rows.append(
                (
                    str(item.year),
                    Text(
                        text=say.pick(item.name_vi, item.name_en),
                        small=say.pick(item.note_vi, item.note_en),
                    ),
                    group_text(item.group, language),
                    status_text(item.status, language),
                    Text(text=source.title, address=source.address) if source else "–",
                    item.clause,
                )
            )
        headers = (
            say("Year"),
            say("Milestone"),
            say("Group"),
            say("Status"),
            say("Source"),
            say("Clause"),
        )
        table(say("Qualitative milestones and their status"), headers, rows)
