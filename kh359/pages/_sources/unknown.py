"""What is not known: indicators without any figure, and how many lack a usable one."""

import streamlit as st

from kh359.locale.subject import group_text
from kh359.model.assumptions import Assumptions
from kh359.model.evidence import Level
from kh359.pages import _compute, _state
from kh359.pages._table import Text, table
from kh359.plan.facts import Facts
from kh359.plan.indicator import Role


def show_unknown(facts: Facts) -> None:
    """Indicators of the plan without a single observed figure, of whatever place."""
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
    st.write(_unusable_line())
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


def _unusable_line() -> str:
    """Why the overview counts more indicators without data than this list."""
    say = _state.say()
    targeted = [
        item
        for item in _compute.outlook(Assumptions()).indicators
        if item.indicator.role is Role.TARGET
    ]
    return say(
        "For these, no figure was found anywhere. Others have figures only of another place or "
        "another definition, which cannot be used: in all, {unusable} of the {total} indicators "
        "with targets have no usable figure of the province.",
        unusable=sum(item.evidence.level is Level.NONE for item in targeted),
        total=len(targeted),
    )
