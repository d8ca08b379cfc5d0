"""Every state the figures were in: look at the whole program as of then."""

import streamlit as st

from kh359.pages import _facts_in_use, _state
from kh359.pages._moment import moment_text
from kh359.pages._standing import look_at
from kh359.pages._table import Cell, table
from kh359.store.figure_change import Vintage

CHOSEN = "vintages_chosen"
MOST_SHOWN = 50


def show_vintages() -> None:
    """The list, and the button that opens one. Raises StoreError."""
    say, now = _state.say(), _facts_in_use.version_of_today()
    st.write(
        say(
            "A version is kept whenever figures change, here or in the files of the program. "
            "Opening one shows every page as it was then; a link made then does the same."
        )
    )
    kept = _facts_in_use.figures().vintages()
    versions: dict[str, Vintage] = {one.data_version: one for one in reversed(kept)}
    newest_first = [one for one in kept if versions[one.data_version] is one]
    headers = (say("Since"), say("Version"), say("Files of the program"), say("State"))
    rows = [_cells(one, now) for one in newest_first[:MOST_SHOWN]]
    table(say("Versions of the figures"), headers, rows, tight=frozenset({0}))
    earlier = {one.data_version: one for one in newest_first if one.data_version != now}
    if not earlier:
        st.info(say("There is no earlier version yet."))
        return
    names = {key: f"{moment_text(one.saved_at)} · {key}" for key, one in earlier.items()}
    chosen = st.selectbox(
        say("Earlier version"), list(names), format_func=names.__getitem__, key=CHOSEN
    )
    st.button(
        say("Show every page as of then"), key="vintages_open", on_click=look_at, args=(chosen,)
    )


def _cells(one: Vintage, now: str) -> tuple[Cell, ...]:
    say, view = _state.say(), _state.view()
    state = say("today's") if one.data_version == now else ""
    if view.vintage == one.data_version:
        state = say("shown now")
    return moment_text(one.saved_at), one.data_version, one.base_version, state
