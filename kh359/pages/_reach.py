"""How much of the plan a scenario can speak for, so that a small answer does not reassure."""

import streamlit as st

from kh359.model.attainment import LAST_JUDGED_YEAR
from kh359.model.evaluation.run import ScenarioRun
from kh359.pages import _state

ENOUGH = 0.5
"""From this share of targets on nothing is said: each tile names what it leaves out."""


def show_reach(baseline: ScenarioRun) -> None:
    """Say it while most targets have no projection."""
    say = _state.say()
    known = int(baseline.projected.sum())
    total = int((baseline.target_years > LAST_JUDGED_YEAR).sum())
    if known < ENOUGH * total:
        st.warning(
            say(
                "Only {known} of {total} targets from 2030 on can be projected. The "
                "switch above shows the rest, by assumption.",
                known=known,
                total=total,
            )
        )
