"""What every page says where its figures are not today's, or the store is away."""

import streamlit as st

from kh359.locale.plain_text import plain_markdown
from kh359.locale.store_error import store_error_text
from kh359.pages import _facts_in_use, _state
from kh359.pages._facts_in_use import FactsInUse
from kh359.pages._moment import moment_text
from kh359.store.store_error import StoreError

BRIEFING = "trinh-chieu"


def show_standing(page: str) -> None:
    """Above the page; nothing where all is as usual. A briefing tells its version itself."""
    found = _facts_in_use.in_use()
    if page == BRIEFING and _state.view().briefing is not None:
        return
    if found.fault is not None:
        _show_fault(found)
    if found.refused is not None:
        _show_refusal(found.refused)
    elif found.is_past:
        _show_past(found)


def look_at(vintage: str) -> None:
    """Show the figures of a data version; empty is today's. For callbacks."""
    _state.change(_state.view().as_of(vintage))


def _show_fault(found: FactsInUse) -> None:
    say, fault = _state.say(), found.fault
    if fault is None:
        return
    told = plain_markdown(store_error_text(fault, _state.language()))
    kept = (
        say("Shown are the figures read last, those that people entered among them.")
        if found.laid is not None
        else say("Shown are the figures that came with the program; those people entered are not.")
    )
    st.warning(say("The store cannot be used. {what}", what=f"{told} {kept}"))


def _show_refusal(refused: StoreError) -> None:
    say = _state.say()
    told = plain_markdown(store_error_text(refused, _state.language()))
    st.warning(say("The earlier figures cannot be shown; these are today's. {what}", what=told))
    _back()


def _show_past(found: FactsInUse) -> None:
    say, when = _state.say(), _saved_at(found.vintage)
    if found.vintage == _facts_in_use.version_of_today():
        return
    text = say("Earlier figures: version {version}", version=found.vintage)
    if when:
        text = say("Earlier figures: version {version} of {when}", version=found.vintage, when=when)
    row = st.container(horizontal=True, vertical_alignment="center")
    row.warning(text + ". " + say("Every page shows what was known then."))
    with row:
        _back()


def _back() -> None:
    say = _state.say()
    st.button(say("Back to today's figures"), key="today", on_click=look_at, args=("",))


def _saved_at(vintage: str) -> str:
    """When this state came to be; empty where the store cannot say."""
    try:
        kept = _facts_in_use.figures().vintages()
    except StoreError:
        return ""
    times = [one.saved_at for one in kept if one.data_version == vintage]
    return moment_text(min(times)) if times else ""
