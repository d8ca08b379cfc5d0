"""Nguồn số liệu: every figure and assumption with its source, and what is not known."""

from enum import StrEnum

import streamlit as st

from kh359.intake.folding import folded
from kh359.locale.subject import group_text
from kh359.locale.translate import marked
from kh359.model.lender import LentFigure
from kh359.pages import _compute, _state
from kh359.pages._download import offer_table
from kh359.pages._figure import figure_cells, figure_headers, figure_record, record_headers
from kh359.pages._frame import show_refusals
from kh359.pages._sources.prior_table import choose_prior_kind, show_priors
from kh359.pages._sources.unknown import show_unknown
from kh359.pages._table import Text, table
from kh359.plan.comparison import ProxyValue
from kh359.plan.facts import Facts
from kh359.plan.indicator import Group

ALL = "all"


class Kind(StrEnum):
    """Whose figures are listed."""

    OWN = "figures"
    PEER = "other_provinces"
    PROXY = "comparable_series"
    PRIOR = "assumptions"


KINDS = {
    Kind.OWN: marked("The plan's indicators"),
    Kind.PEER: marked("Other provinces"),
    Kind.PROXY: marked("National series that lend a pace"),
    Kind.PRIOR: marked("Assumptions of scenarios"),
}


def choose_group() -> Group | None:
    """One group of the plan, or all."""
    say, language = _state.say(), _state.language()
    options = [ALL, *(group.value for group in Group)]

    def name(option: str) -> str:
        return say("All groups") if option == ALL else group_text(Group(option), language)

    chosen = st.selectbox(say("Group"), options, format_func=name, key="group")
    return None if chosen == ALL else Group(chosen)


def search_text() -> str:
    """What the reader looks for in names, places and sources."""
    say = _state.say()
    text = st.text_input(say("Search in names and sources"), key="search", live=True)
    return folded(text)


def choose_kind(facts: Facts) -> Kind:
    """Figures of the plan's indicators, of elsewhere, or what is supposed."""
    say = _state.say()
    counts = {kind: len(figures_of(facts, kind)) for kind in Kind} | {Kind.PRIOR: len(facts.priors)}
    names = {kind.value: f"{say(KINDS[kind])} ({counts[kind]})" for kind in Kind}
    chosen = st.segmented_control(
        say("Kind of figure"),
        list(names),
        format_func=names.__getitem__,
        default=Kind.OWN.value,
        required=True,
        key="kind",
    )
    return Kind(chosen)


def figures_of(facts: Facts, kind: Kind) -> tuple[LentFigure, ...]:
    """All rows of one kind."""
    if kind is Kind.PEER:
        return facts.peers
    return facts.proxies if kind is Kind.PROXY else facts.observations


def subject_of(facts: Facts, figure: LentFigure) -> tuple[Text, tuple[Group, ...]]:
    """What a figure is about, as a cell, and the groups of the plan it serves."""
    say = _state.say()
    if not isinstance(figure, ProxyValue):
        indicator = facts.indicator_by_id[figure.indicator_id]
        name = say.pick(indicator.name_vi, indicator.name_en)
        return Text(text=name, address=_state.link(figure.indicator_id)), (indicator.group,)
    served = [
        facts.indicator_by_id[c.indicator_id]
        for c in facts.comparables
        if c.series == figure.proxy_id
    ]
    names = "; ".join(say.pick(i.name_vi, i.name_en) for i in served)
    lends = say("lends its pace to: {names}", names=names) if names else ""
    name = say.pick(figure.name_vi, figure.name_en)
    return Text(text=name, small=lends), tuple(i.group for i in served)


def show_known(facts: Facts) -> None:
    """Every figure or assumption of the chosen kind that fits the filter."""
    kind = choose_kind(facts)
    left, right = st.columns(2)
    with right:
        wanted = search_text()
    if kind is Kind.PRIOR:
        with left:
            prior_kind = choose_prior_kind()
        show_priors(facts, prior_kind, wanted)
        return
    with left:
        group = choose_group()
    show_figures(facts, kind, group, wanted)


def show_figures(facts: Facts, kind: Kind, group: Group | None, wanted: str) -> None:
    """The figures that fit the filter, and the same as a file."""
    say = _state.say()
    rows, records = [], []
    for figure in figures_of(facts, kind):
        subject, groups = subject_of(facts, figure)
        cells, record = figure_cells(facts, figure), figure_record(facts, subject.text, figure)
        if (group is None or group in groups) and wanted in folded(" ".join(map(str, record))):
            rows.append((subject, *cells))
            records.append(record)
    caption = say.plural("{count} observed figure", "{count} observed figures", len(rows))
    headers = (say("Indicator"), *figure_headers())
    table(caption, headers, rows, numbers=frozenset({2}), tight=frozenset({1}))
    offer_table(f"kh359_{facts.version}_{kind}", record_headers(), records)


def page() -> None:
    """Show the page from top to bottom."""
    say = _state.say()
    st.title(say("Where the figures come from"), anchor=False)
    show_refusals()
    st.write(
        say(
            "Every observed figure has a source. The plan's targets are never used as "
            "observations. What is only supposed stands apart, with its grade. What is not known "
            "is listed below."
        )
    )
    facts = _compute.facts()
    show_known(facts)
    show_unknown(facts)


page()
