"""Which input wins where an indicator follows from others, or an override has no effect."""

import streamlit as st

from kh359.locale.lever import lever_text
from kh359.locale.override_conflict import winner_text
from kh359.locale.translate import marked
from kh359.model.evaluation.stage import Stage
from kh359.model.response.identity import DECIDING_LEVERS, DIGITAL_SHARE, RESEARCHER_RATE
from kh359.model.scenario.lever import LEVER_BY_NAME
from kh359.model.scenario.moved_lever import is_moved
from kh359.model.scenario.scenario import Scenario
from kh359.pages import _state

UNTIL_THEN = marked(
    "Until then the chart is a projection from its start, at the pace seen elsewhere. Where the "
    "levers rest is an assumption apart, as no actual spending of the province was found: the two "
    "need not agree."
)


def show_identity(stage: Stage, chosen: Scenario, indicator_id: str) -> None:
    """One sentence for an indicator that follows from others; a warning where an override loses."""
    rule, language = _rule(stage, chosen, indicator_id), _state.language()
    lost = [
        winner_text(conflict.winner, language)
        for conflict in stage.conflicts(chosen)
        if conflict.override.indicator_id == indicator_id
    ]
    if lost:
        st.warning(" ".join([rule, *lost]).strip())
    elif rule:
        st.info(rule)


def _rule(stage: Stage, chosen: Scenario, indicator_id: str) -> str:
    say, language = _state.say(), _state.language()
    if indicator_id in DECIDING_LEVERS:
        names = [
            "“" + lever_text(LEVER_BY_NAME[name], language) + "”"
            for name in DECIDING_LEVERS[indicator_id]
        ]
        rule = say(
            "This share is an identity: once one of {levers} is moved, the levers set it, and "
            "they win over a pace or a start supposed for it.",
            levers=", ".join(names),
        )
        return rule if _is_set(stage, chosen, indicator_id) else f"{rule} {say(UNTIL_THEN)}"
    if indicator_id == RESEARCHER_RATE and stage.rate_follows:
        return say(
            "This rate is an identity: it follows from the number of researchers and from "
            "population. Suppose a pace for the number of researchers instead; it wins."
        )
    if indicator_id == DIGITAL_SHARE:
        return say(
            "This share is an identity of two parts: faster GRDP growth moves it only as far as "
            "digital value added grows faster or slower than GRDP. A pace supposed for it adds "
            "to that."
        )
    return ""


def _is_set(stage: Stage, chosen: Scenario, indicator_id: str) -> bool:
    """Whether a lever of this share is moved, or there is no projection to explain."""
    levers = [LEVER_BY_NAME[name] for name in DECIDING_LEVERS[indicator_id]]
    moved = any(
        is_moved(lever, slot, chosen, stage.rest) for lever in levers for slot in range(lever.size)
    )
    return moved or stage.outlook.of(indicator_id).projection is None
