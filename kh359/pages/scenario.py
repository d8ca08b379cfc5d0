"""Kịch bản: what if; levers on the left, what comes of them on the right."""

import streamlit as st

from kh359.model.evaluation.run import ScenarioRun
from kh359.model.evaluation.stage import Stage
from kh359.model.response.identity import DECIDING_LEVERS
from kh359.model.scenario.scenario import Scenario
from kh359.pages import _compute, _state
from kh359.pages._frame import assumption_switch, run_line, show_refusals
from kh359.pages._indicator_choice import (
    choose_indicator,
    chosen_indicator,
    first_projected,
)
from kh359.pages._live_chart import let_paint, live_chart_engine
from kh359.pages._reach import show_reach
from kh359.pages._scenario import surroundings
from kh359.pages._scenario.chart import show_chart, show_level
from kh359.pages._scenario.choice import scenario
from kh359.pages._scenario.count import show_counts
from kh359.pages._scenario.dense import STICKY, tighten
from kh359.pages._scenario.gain import show_gains
from kh359.pages._scenario.identity_note import show_identity
from kh359.pages._scenario.influence import show_influence
from kh359.pages._scenario.lever_override import show_override
from kh359.pages._scenario.lever_panel import choose_group, state_prices
from kh359.pages._scenario.live_picture import INDICATOR, LivePicture, live_picture, live_rows
from kh359.pages._scenario.live_sliders import is_painted, move_sliders
from kh359.pages._scenario.response_evidence import show_response_evidence
from kh359.pages._scenario.text_undo import keep_text_undo
from kh359.pages._scenario.tools import show_tools
from kh359.pages._turn import turn


def page() -> None:
    """What moves goes first; what stays while levers move comes last."""
    surroundings.begin()
    say, chosen = _state.say(), scenario()
    head = st.container()
    with head, st.spinner(say("Computing…")):
        ground = _compute.stage(_state.view().assumptions, chosen)
        baseline = _compute.baseline(ground)
    _show_moving()
    with head:
        _show_head(baseline)
    show_influence(
        ground, chosen, chosen_indicator(ground.outlook, preferred=first_projected(ground.outlook))
    )
    run_line(ground.outlook)
    tighten()
    keep_text_undo()
    live_chart_engine()
    surroundings.end()


@st.fragment
def _show_moving() -> None:
    """Levers and what comes of them. A move runs this alone while nothing else changes with it."""
    alone = not surroundings.is_whole()
    if alone and surroundings.have_changed():
        st.rerun()
    _show_results()
    if alone:
        _state.publish()


def _show_results() -> None:
    """The chart goes first; the browser paints it while all targets are computed."""
    chosen = scenario()
    counts, columns, gains = (st.container() for _ in range(3))
    ground = _compute.stage(_state.view().assumptions, chosen)
    baseline = _compute.baseline(ground)
    levers, picture = columns.columns([9, 13], gap="medium")
    first = first_projected(ground.outlook)
    with turn(), picture, st.container(key=STICKY):
        choice = st.container()
        indicator_id = chosen_indicator(ground.outlook, preferred=first)
        moving = live_picture(ground, chosen, indicator_id, _state.language())
        show_chart(moving)
        below = st.container()
        run = _compute.run(ground, chosen)
    if not is_painted(moving.name):
        let_paint()
    with turn():
        with choice:
            choose_indicator(ground.outlook, preferred=first, compact=True)
        with levers:
            _show_levers(ground, moving)
        with counts:
            show_counts(baseline, run, ground.outlook)
        with below:
            _show_ground(ground, chosen, indicator_id)
        with gains:
            show_gains(_compute.facts(), baseline, run, ground.outlook)


def _show_ground(ground: Stage, chosen: Scenario, indicator_id: str) -> None:
    """What the chart rests on."""
    facts = _compute.facts()
    show_level(ground.outlook.of(indicator_id))
    show_identity(ground, chosen, indicator_id)
    if indicator_id not in DECIDING_LEVERS:
        show_response_evidence(facts, facts.indicator_by_id[indicator_id])


def _show_levers(ground: Stage, moving: LivePicture) -> None:
    run, view = moving.run, _state.view().of_indicator(moving.indicator_id)
    group = choose_group(run.scenario, ground.rest)
    rows = live_rows(group, run, ground, view)
    if group == INDICATOR:
        item = ground.outlook.of(moving.indicator_id)
        show_override(item, run.scenario, lambda: move_sliders(rows, view, group))
    else:
        move_sliders(rows, view, group)
        state_prices(run.money)


def _show_head(baseline: ScenarioRun) -> None:
    say = _state.say()
    show_refusals()
    title, switch = st.columns([2, 3], vertical_alignment="bottom")
    with title:
        st.title(say("What if?"), anchor=False)
    with switch:
        assumption_switch()
    show_reach(baseline)
    show_tools()


page()
