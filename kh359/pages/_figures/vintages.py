"""Every state the figures were in: look at the whole program as of then."""

from collections.abc import Mapping, Sequence

import streamlit as st

from kh359.locale.figure_change import act_text
from kh359.pages import _facts_in_use, _state
from kh359.pages._moment import moment_text
from kh359.pages._standing import look_at
from kh359.pages._table import Cell, Text, table
from kh359.store.figure_change import Change, Vintage

CHOSEN = "vintages_chosen"
MOST_SHOWN = 50


def show_vintages() -> None:
    """The list, what made each state, and the button that opens one. Raises StoreError."""
    say, now = _state.say(), _facts_in_use.version_of_today()
    st.write(
        say(
            "A version is kept whenever figures change, here or in the files of the program. "
            "Opening one shows every page as it was then; a link made then does the same."
        )
    )
    service = _facts_in_use.figures()
    kept = service.vintages()
    made = _made_by(kept, {one.change_id: one for one in service.list()})
    versions: dict[str, Vintage] = {one.data_version: one for one in reversed(kept)}
    newest_first = [one for one in kept if versions[one.data_version] is one]
    headers = (say("Since"), say("What changed"), say("Version"), say("State"))
    rows = [_cells(one, made[one.vintage_id], now) for one in newest_first[:MOST_SHOWN]]
    table(say("Versions of the figures"), headers, rows, tight=frozenset({0}))
    earlier = {one.data_version: one for one in newest_first if one.data_version != now}
    if not earlier:
        st.info(say("There is no earlier version yet."))
        return
    names = {
        key: f"{moment_text(one.saved_at)} · {'; '.join(made[one.vintage_id])}"
        for key, one in earlier.items()
    }
    chosen = st.selectbox(
        say("Earlier version"), list(names), format_func=names.__getitem__, key=CHOSEN
    )
    st.button(
        say("Show every page as of then"), key="vintages_open", on_click=look_at, args=(chosen,)
    )


def _made_by(kept: Sequence[Vintage], changes: Mapping[str, Change]) -> dict[str, list[str]]:
    """What made each state, by its id: changes with who and why, or new files. kept: newest first.

    An undoing names what it undid as its reason.
    """
    found = {}
    for place, one in enumerate(kept):
        before = kept[place + 1] if place + 1 < len(kept) else None
        found[one.vintage_id] = _lines(one, before, changes)
    return found


def _lines(one: Vintage, before: Vintage | None, changes: Mapping[str, Change]) -> list[str]:
    say, language = _state.say(), _state.language()
    lines = []
    if before is None:
        lines.append(say("the first state that was kept"))
    elif one.base_version != before.base_version:
        lines.append(say("the files of the program changed"))
    for head in one.heads:
        change = changes.get(head)
        if change is not None and (before is None or head not in before.heads):
            what = act_text(change, language)
            count = say.plural("{count} figure", "{count} figures", change.lines)
            lines.append(f"{change.saved_by}, {what} {count}: {change.why}")
    return lines


def _cells(one: Vintage, made_by: list[str], now: str) -> tuple[Cell, ...]:
    say, view = _state.say(), _state.view()
    state = say("today's") if one.data_version == now else ""
    if view.vintage == one.data_version:
        state = say("shown now")
    lines = tuple(Text(text=line) for line in made_by)
    return moment_text(one.saved_at), lines, one.data_version, state
