"""The targets least likely to be met, with what stands behind the judgement."""

import streamlit as st

from kh359.charts.tally import Tally, most_at_risk, tally
from kh359.locale.number import probability
from kh359.locale.pace import pace_text
from kh359.locale.proof import short_level
from kh359.locale.unit import target_text
from kh359.model.attainment import Attainment
from kh359.model.evidence import Level
from kh359.model.outlook import Outlook
from kh359.pages import _state
from kh359.pages._table import Line, Text, table

LONGEST = 8
"""Targets in the list."""


def show_risk(outlook: Outlook, year: int, levels: tuple[Level, ...]) -> None:
    """The list for these evidence levels; observations and assumptions never share one."""
    say, language = _state.say(), _state.language()
    assumed = Level.ASSUMED in levels
    st.subheader(
        say("Targets most at risk of being missed, by assumption")
        if assumed
        else say("Targets most at risk of being missed, by figures"),
        anchor=False,
    )
    found = most_at_risk(outlook, year, levels, LONGEST)
    st.write(reach_text(tally(outlook, year), assumed=assumed, none_found=not found))
    if not found:
        return
    names = {item.indicator.indicator_id: item.indicator for item in outlook.indicators}
    rows = []
    for item in found:
        indicator = names[item.target.indicator_id]
        name = Text(
            text=say.pick(indicator.name_vi, indicator.name_en),
            address=_state.link(indicator.indicator_id),
        )
        cells = (
            name,
            target_text(item.target, language),
            probability(item.p_met, language),
            f"{int(item.level)} · {short_level(item.level, language)}",
            risk_reason(item),
        )
        rows.append(Line(cells=cells, look="assumed" if assumed else ""))
    headers = (
        say("Indicator"),
        say("Target for {year}", year=year),
        say("Probability"),
        say("Evidence"),
        say("Why"),
    )
    caption = say("Below an even chance, least likely first")
    table(caption, headers, rows, numbers=frozenset({2}), tight=frozenset({1, 3}))


def reach_text(count: Tally, *, assumed: bool, none_found: bool) -> str:
    """How much of the milestone the list speaks for, so that a short list does not reassure."""
    say = _state.say()
    if assumed:
        known = say(
            "{known} of {total} targets are projected from an assumption; "
            "none of them has figures.",
            known=count.assumed,
            total=count.total,
        )
    else:
        known = say(
            "Only {known} of {total} targets can be projected from figures; the other {unknown} "
            "have no data, so nothing is known of them.",
            known=count.known,
            total=count.total,
            unknown=count.total - count.known,
        )
    if none_found and (count.assumed if assumed else count.known):
        known += " " + say("None of those projected is below an even chance.")
    return known


def risk_reason(item: Attainment) -> str:
    """The pace needed against the pace seen."""
    say, language, unit = _state.say(), _state.language(), item.target.unit
    if item.growth_needed is None:
        return "–"
    needed = pace_text(item.growth_needed, unit, language)
    if item.growth_seen is None:
        return say("needs {needed}; no pace of its own was seen", needed=needed)
    seen = pace_text(item.growth_seen, unit, language)
    return say("needs {needed}; seen {seen}", needed=needed, seen=seen)
