"""What every page carries: refused links, the assumptions in force, and what made the numbers."""

import streamlit as st

from kh359.locale.number import date, number
from kh359.locale.plain_text import plain_markdown
from kh359.model.outlook import Outlook
from kh359.pages import _compute, _state
from kh359.pages._address import refusal_text
from kh359.pages._view import View
from kh359.plan.data_date import latest_date

MANY = 8
"""More refused parts than this are not listed one by one."""


def show_refusals() -> None:
    """Say which parts of the link were not used."""
    say, refusals = _state.say(), _state.refusals()
    if refusals:
        lines = "\n".join(
            f"- {plain_markdown(refusal_text(item, say))}" for item in refusals[:MANY]
        )
        rest = len(refusals) - MANY
        if rest > 0:
            lines += "\n- " + say.plural("and {count} more part", "and {count} more parts", rest)
        st.warning(say("Parts of the link could not be used:") + "\n" + lines)


def assumption_switch() -> None:
    """The one switch that projects the whole plan; off at start."""
    say, view = _state.say(), _state.view()
    st.toggle(
        say("Assumption: every 2025 target without data was just met"),
        help=_meaning(),
        **_state.bound("gd25", view.assumptions.suppose_2025_met, View.supposing_2025_met),
    )


def assumption_note() -> None:
    """While the switch is on, say in the open what it means."""
    if _state.view().assumptions.suppose_2025_met:
        st.caption(_meaning())


def _meaning() -> str:
    say = _state.say()
    return say(
        "This is an assumption, not a figure: each indicator without a usable observation starts "
        "from its 2025 target. What follows from it is hatched and counted apart."
    )


def run_line(outlook: Outlook) -> None:
    """How recent the figures are; data version, seed and draws, so that a number can be found."""
    say, language = _state.say(), _state.language()
    st.caption(
        say(
            "Figures up to {date} (data version {version}) · seed {seed} · {draws} draws",
            date=date(latest_date(_compute.facts().sources), language),
            version=outlook.data_version,
            seed=outlook.seed,
            draws=number(outlook.n_draws, language, digits=0),
        )
    )
