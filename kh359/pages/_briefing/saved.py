"""Saved briefings: keep the choices above under a title, open one again, delete, bring back."""

from collections.abc import Callable
from datetime import date
from urllib.parse import parse_qs, urlencode

import streamlit as st

from kh359.locale.plain_text import plain_markdown
from kh359.locale.store_error import store_error_text
from kh359.model.outlook import SEED
from kh359.pages import _compute, _facts_in_use, _person, _state, _store
from kh359.pages._address import read_address, refusal_text, write_address
from kh359.pages._briefing.frame import freeze
from kh359.pages._moment import moment_text
from kh359.pages._view import View
from kh359.plan.facts import Facts
from kh359.store.briefing_shelf import (
    LONGEST_NOTE,
    LONGEST_TITLE,
    Briefing,
    BriefingShelf,
    SavedBriefing,
)
from kh359.store.person import Right
from kh359.store.store_error import StoreError

TITLE, NOTE, CHOSEN, GONE = "kept_title", "kept_note", "kept_chosen", "kept_gone"


def show_saved_briefings(facts: Facts, chosen: Callable[[], View]) -> None:
    """Below the choices. chosen: the view that Begin would open."""
    say = _state.say()
    st.subheader(say("Saved briefings"), anchor=False)
    done, error = _state.told(), _state.entry_error()
    if done:
        st.success(done)
    if error:
        st.error(error)
    try:
        _show(_store.briefing_shelf(), facts, chosen)
    except StoreError as fault:
        st.warning(plain_markdown(store_error_text(fault, _state.language())))


def _show(shelf: BriefingShelf, facts: Facts, chosen: Callable[[], View]) -> None:
    person = _person.person()
    _show_save(facts, chosen)
    _show_open(shelf.list(person))
    _show_deleted(shelf.list(person, deleted=True))


def _show_save(facts: Facts, chosen: Callable[[], View]) -> None:
    say, barred = _state.say(), _person.why_not(Right.SAVE_BRIEFINGS)
    with st.form("keep_briefing", border=False):
        title, note, act = st.columns([3, 3, 1], vertical_alignment="bottom")
        title.text_input(say("Title of this briefing"), key=TITLE, max_chars=LONGEST_TITLE)
        note.text_input(say("Note (optional)"), key=NOTE, max_chars=LONGEST_NOTE)
        act.form_submit_button(
            say("Save"), on_click=_save, args=(facts, chosen), disabled=bool(barred), help=barred
        )


def _show_open(found: tuple[SavedBriefing, ...]) -> None:
    say, barred = _state.say(), _person.why_not(Right.SAVE_BRIEFINGS)
    if not found:
        st.write(
            say(
                "No briefing is saved yet. A saved one keeps its scenario, assumptions and version "
                "of the figures, so that last month's can be shown again."
            )
        )
        return
    lines = {one.briefing_id: _line(one) for one in found}
    st.selectbox(say("Saved"), list(lines), format_func=lines.__getitem__, key=CHOSEN)
    with st.container(horizontal=True):
        st.button(say("Open"), key="kept_open", on_click=_open)
        st.button(
            say("Delete"), key="kept_delete", on_click=_delete, disabled=bool(barred), help=barred
        )


def _show_deleted(gone: tuple[SavedBriefing, ...]) -> None:
    if not gone:
        return
    say, barred = _state.say(), _person.why_not(Right.SAVE_BRIEFINGS)
    lines = {one.briefing_id: _line(one) for one in gone}
    st.selectbox(say("Deleted"), list(lines), format_func=lines.__getitem__, key=GONE)
    st.button(
        say("Bring back"), key="kept_restore", on_click=_restore, disabled=bool(barred), help=barred
    )


def _line(saved: SavedBriefing) -> str:
    one = saved.briefing
    note = f" · {one.note}" if one.note else ""
    return f"{one.title} · {saved.saved_by}, {moment_text(saved.saved_at)}{note}"


def _acting(act: Callable[[BriefingShelf], str]) -> None:
    try:
        _state.tell(act(_store.briefing_shelf()))
    except StoreError as error:
        _state.refuse_entry(plain_markdown(store_error_text(error, _state.language())))


def _save(facts: Facts, chosen: Callable[[], View]) -> None:
    def act(shelf: BriefingShelf) -> str:
        view = chosen()
        address = {**write_address(view, facts)}
        briefing = Briefing(
            title=str(_state.typed(TITLE) or "").strip(),
            note=str(_state.typed(NOTE) or "").strip(),
            link=urlencode(address, doseq=True),
            data_version=facts.version,
            vintage=facts.version,
            seed=SEED,
            made_on=view.briefing.day if view.briefing else date.today(),
        )
        saved = shelf.create(_person.person(), briefing)
        _state.fill(TITLE, "")
        _state.fill(NOTE, "")
        say = _state.say()
        return say("Saved: {name}.", name=plain_markdown(saved.briefing.title))

    _acting(act)


def _open() -> None:
    """The view of its link, on the figures of its day; what cannot be used is told by name."""

    def act(shelf: BriefingShelf) -> str:
        one = shelf.get(_person.person(), _state.typed(CHOSEN)).briefing
        say = _state.say()
        view, refusals = read_address(parse_qs(one.link), _compute.facts())
        is_today = one.vintage == _facts_in_use.version_of_today()
        view = view.in_language(_state.language()).as_of("" if is_today else one.vintage)
        _state.change(view)
        freeze()
        return "; ".join(plain_markdown(refusal_text(item, say)) for item in refusals)

    _acting(act)


def _delete() -> None:
    def act(shelf: BriefingShelf) -> str:
        person = _person.person()
        newest = shelf.get(person, _state.typed(CHOSEN))
        shelf.delete(person, newest.briefing_id, based_on=newest.version)
        say = _state.say()
        return say("Deleted; it can be brought back below.")

    _acting(act)


def _restore() -> None:
    def act(shelf: BriefingShelf) -> str:
        person = _person.person()
        gone = shelf.get(person, _state.typed(GONE))
        shelf.restore(person, gone.briefing_id, based_on=gone.version)
        say = _state.say()
        return say("Brought back: {name}.", name=plain_markdown(gone.briefing.title))

    _acting(act)
