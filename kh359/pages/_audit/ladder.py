"""The ladders of all indicators, from the baseline or the open scenario, and as a file."""

from dataclasses import dataclass

import streamlit as st

from kh359.charts.ladder_matrix import ladder_matrix
from kh359.charts.matrix_html import matrix_html
from kh359.locale.ladder_record import ladder_headers, ladder_records
from kh359.locale.number import number
from kh359.locale.plain_text import plain_markdown
from kh359.model.evaluation.outlook import scenario_outlook
from kh359.model.ladder import FEWEST_EPISODES, ladders
from kh359.model.outlook import Outlook
from kh359.pages import _compute, _state
from kh359.pages._download import offer_table
from kh359.pages._frame import assumption_note, assumption_switch, run_line


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Ground:
    """The outlook the ladders are read from, and the targets its scenario sets by itself."""

    outlook: Outlook
    decided: frozenset[str] = frozenset()


def show_ladders() -> None:
    """The switch, the scenario if one is open, one row an indicator, and the file."""
    say = _state.say()
    assumption_switch()
    assumption_note()
    under_scenario = _choose_scenario()
    with st.spinner(say("Computing…")):
        ground = _ground(under_scenario)
    items = ground.outlook.indicators
    matrix = ladder_matrix(items, _state.language(), decided=ground.decided)
    st.html(matrix_html(matrix, _state.link))
    st.caption(
        say(
            "Got as far elsewhere: the plain share of comparable episodes, where at least {fewest} "
            "were followed so long; the program's probability smooths them and adds what is known "
            "in Viet Nam, so the two may differ.",
            fewest=number(FEWEST_EPISODES, _state.language(), digits=0),
        )
    )
    offer_ladders(ground.outlook)
    run_line(ground.outlook)


def _choose_scenario() -> bool:
    """Whether to read the ladders under the open scenario; asked only where there is one."""
    say, scenario = _state.say(), _state.view().scenario
    if scenario is None:
        return False
    name = plain_markdown(scenario.name) or say("without a name")
    return st.toggle(say("Under the open scenario: {name}", name=name), value=True)


def _ground(under_scenario: bool) -> Ground:
    view = _state.view()
    if view.scenario is None or not under_scenario:
        return Ground(outlook=_compute.outlook(view.assumptions))
    stage = _compute.stage(view.assumptions, view.scenario)
    run = _compute.run(stage, view.scenario)
    decided = (name for name, fixed in zip(run.target_ids, run.decided, strict=True) if fixed)
    return Ground(outlook=scenario_outlook(stage, run), decided=frozenset(decided))


def offer_ladders(outlook: Outlook) -> None:
    """One row an indicator, as a file."""
    language = _state.language()
    rows = ladder_records(ladders(outlook.indicators), language)
    offer_table(f"kh359_ladders_{outlook.data_version}", ladder_headers(language), rows)
