"""Trình chiếu: a scenario or a comparison as full-screen views, one key apart."""

import streamlit as st

from kh359.pages import _compute, _state
from kh359.pages._briefing.briefing import Briefing
from kh359.pages._briefing.frame import freeze_once, listen_to_keys, place_of, show_bar, show_head
from kh359.pages._briefing.look import fill_screen
from kh359.pages._briefing.setup import set_up
from kh359.pages._briefing.sitting import sitting
from kh359.pages._briefing.slides import slides
from kh359.pages._frame import show_refusals


def page() -> None:
    """The choices before, or one view."""
    show_refusals()
    briefing = _state.view().briefing
    if briefing is None:
        set_up(_compute.facts())
    else:
        _present(briefing)


def _present(briefing: Briefing) -> None:
    """The bar keeps its place on the page and comes before the view, which may take longer."""
    facts = _compute.facts()
    fill_screen()
    listen_to_keys()
    freeze_once()
    head, view, bar = st.container(), st.container(), st.container(key="briefing_bar")
    with head, st.spinner(_state.say()("Computing…")):
        now = sitting(briefing)
    views = slides(now, facts)
    place = place_of(views, briefing)
    with head:
        show_head(views[place], now, facts)
    with bar:
        show_bar(views, place, now, facts)
    with view:
        views[place].draw()


page()
