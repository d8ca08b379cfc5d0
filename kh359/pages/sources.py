"""Nguồn số liệu: every observed figure with its source, and what is not known."""

import streamlit as st

from kh359.locale.subject import group_text
from kh359.pages import _compute, _state
from kh359.pages._frame import show_refusals
from kh359.pages._observations import observation_cells, observation_headers
from kh359.pages._table import Text, table
from kh359.plan.facts import Facts
from kh359.plan.indicator import Group, Role

ALL = "all"


def choose_group() -> Group | None:
    """One group of the plan, or all."""
    say, language = _state.say(), _state.language()
    options = [ALL, *(group.value for group in Group)]

    def name(option: str) -> str:
        return say("All groups") if option == ALL else group_text(Group(option), language)

    chosen = st.selectbox(say("Group"), options, format_func=name, key="group")
    return None if chosen == ALL else Group(chosen)


def search_text() -> str:
    """What the reader looks for in names and sources."""
    say = _state.say()
    return (
        st.text_input(say("Search in names and sources"), key="search", live=True).strip().lower()
    )


def show_unknown(facts: Facts) -> None:
    """Indicators of the plan without a single observed figure."""
    say, language = _state.say(), _state.language()
    known = {o.indicator_id for o in facts.observations}
    missing = [
        i for i in facts.indicators if i.role is not Role.ECONOMY and i.indicator_id not in known
    ]
    title = say.plural(
        "{count} indicator without any observed figure",
        "{count} indicators without any observed figure",
        len(missing),
    )
    st.subheader(title, anchor=False)
    rows = [
        (
            group_text(i.group, language),
            Text(text=say.pick(i.name_vi, i.name_en), address=_state.link(i.indicator_id)),
        )
        for i in missing
    ]
    table(
        say("No data: not projected unless something is supposed"),
        (say("Group"), say("Indicator")),
        rows,
    )


def show_known(facts: Facts) -> None:
    """Every observed figure that fits the filter."""
    say = _state.say()
    left, right = st.columns(2)
    with left:
        group = choose_group()
    with right:
        wanted = search_text()
    rows = []
    for o in facts.observations:
        indicator = facts.indicator_by_id[o.indicator_id]
        name = say.pick(indicator.name_vi, indicator.name_en)
        source = facts.source_by_id[o.source_id]
        text = f"{name} {source.title} {source.publisher}".lower()
        if (group is None or indicator.group is group) and wanted in text:
            link = Text(text=name, address=_state.link(o.indicator_id))
            rows.append((link, *observation_cells(facts, indicator, o)))
    caption = say.plural("{count} observed figure", "{count} observed figures", len(rows))
    table(
        caption,
        (say("Indicator"), *observation_headers()),
        rows,
        numbers=frozenset({2}),
        tight=frozenset({1}),
    )


def page() -> None:
    """Show the page from top to bottom."""
    say = _state.say()
    st.title(say("Where the figures come from"), anchor=False)
    show_refusals()
    st.write(
        say(
            "Every figure has a source. The plan's targets are never used as observations. What "
            "is not known is listed below."
        )
    )
    facts = _compute.facts()
    show_known(facts)
    show_unknown(facts)


page()
