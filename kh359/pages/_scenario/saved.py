"""Saved scenarios in a box of the tools: save, save as, open a version, delete, bring back."""

from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from kh359.locale.plain_text import plain_markdown
from kh359.locale.store_error import store_error_text
from kh359.model.scenario.fault import ScenarioError
from kh359.model.scenario.scenario import LONGEST_NAME, Scenario
from kh359.pages import _person, _state
from kh359.pages._moment import moment_text
from kh359.pages._scenario.choice import scenario, seen_with
from kh359.pages._scenario.saved_clash import CLASH, ours, show_clash
from kh359.pages._scenario.saved_list import saved_line, scenario_shelf
from kh359.store.history import LONGEST_WHY
from kh359.store.person import Right
from kh359.store.scenario_shelf import SavedScenario, ScenarioShelf
from kh359.store.store_error import Conflict, StoreError

BOX, NAME, WHY = "saved_box", "saved_name", "saved_why"
CHOSEN, GONE = "saved_chosen", "saved_gone"
VERSION = "saved_version"
"""Start of a key; the scenario and its newest version follow, so that the newest comes first."""
BASE = "saved_base"
"""Kept in the session: (id, version) of what is worked on."""


def show_saved() -> None:
    """A box that asks the store only while it is open."""
    say = _state.say()
    box = st.popover(say("Saved"), key=BOX, on_change="rerun", help=say("Saved scenarios"))
    if not box.open:
        return
    with box:
        try:
            _show(scenario_shelf())
        except StoreError as error:
            st.warning(plain_markdown(store_error_text(error, _state.language())))


def _show(shelf: ScenarioShelf) -> None:
    person = _person.person()
    base = _base(shelf)
    _show_done()
    if _state.kept(CLASH) is not None:
        show_clash(shelf)
        return
    _show_save(base)
    _show_open(shelf, shelf.list(person))
    _show_deleted(shelf.list(person, deleted=True))


def _show_done() -> None:
    """In the box: it lies over the place where the page says what was done."""
    done, error = _state.told(), _state.entry_error()
    if done:
        st.success(done)
    if error:
        st.error(error)


def _base(shelf: ScenarioShelf) -> SavedScenario | None:
    """The saved version that is worked on; None where nothing was opened."""
    kept = _state.kept(BASE)
    return shelf.get(_person.person(), *kept) if kept else None


def _show_save(base: SavedScenario | None) -> None:
    say, now = _state.say(), scenario()
    barred = _person.why_not(Right.SAVE_SCENARIOS)
    if base is not None:
        st.caption(say("Open: {name}", name=plain_markdown(saved_line(base))))
    st.text_input(
        say("Name of this scenario"),
        key=_state.fill_once(NAME, now.name or (base.name if base else "")),
        max_chars=LONGEST_NAME,
    )
    st.text_input(say("What is new in it, or why (optional)"), key=WHY, max_chars=LONGEST_WHY)
    with st.container(horizontal=True):
        if base is not None:
            st.button(
                say("Save as version {number}", number=base.version + 1),
                key="saved_save",
                type="primary",
                on_click=_save,
                disabled=bool(barred),
                help=barred,
            )
        st.button(
            say("Save as a new scenario"),
            key="saved_create",
            type="secondary" if base else "primary",
            on_click=_create,
            disabled=bool(barred),
            help=barred,
        )


def _show_open(shelf: ScenarioShelf, found: tuple[SavedScenario, ...]) -> None:
    say = _state.say()
    if not found:
        st.write(say("Nothing is saved yet. What is saved here can be opened by everyone."))
        return
    lines = {one.scenario_id: saved_line(one) for one in found}
    chosen = st.selectbox(say("Saved"), list(lines), format_func=lines.__getitem__, key=CHOSEN)
    versions = {one.version: one for one in shelf.versions(_person.person(), chosen)}
    words = {number: _version_line(one) for number, one in versions.items()}
    version = st.selectbox(
        say("Version"),
        list(words),
        format_func=words.__getitem__,
        key=f"{VERSION}_{chosen}_{max(words)}",
    )
    barred = _person.why_not(Right.SAVE_SCENARIOS)
    with st.container(horizontal=True):
        st.button(say("Open"), key="saved_open", on_click=_open, args=(chosen, version))
        st.button(
            say("Delete"), key="saved_delete", on_click=_delete, disabled=bool(barred), help=barred
        )


def _show_deleted(gone: tuple[SavedScenario, ...]) -> None:
    if not gone:
        return
    say, barred = _state.say(), _person.why_not(Right.SAVE_SCENARIOS)
    lines = {one.scenario_id: saved_line(one) for one in gone}
    st.selectbox(say("Deleted"), list(lines), format_func=lines.__getitem__, key=GONE)
    st.button(
        say("Bring back"),
        key="saved_restore",
        on_click=_restore,
        disabled=bool(barred),
        help=barred,
    )


def _version_line(saved: SavedScenario) -> str:
    why = f" · {saved.why}" if saved.why else ""
    return f"v{saved.version} · {saved.saved_by}, {moment_text(saved.saved_at)}{why}"


def _named(base: SavedScenario | None) -> Scenario:
    """The scenario on the screen under the name typed."""
    typed = str(_state.typed(NAME) or "").strip() or (base.name if base else "")
    return replace(scenario(), name=typed)


def _acting(act: Callable[[ScenarioShelf], str]) -> None:
    """Do it and tell; a fault is told in words and nothing is lost."""
    try:
        _state.tell(act(scenario_shelf()))
    except StoreError as error:
        _state.refuse_entry(plain_markdown(store_error_text(error, _state.language())))
    except ScenarioError:
        say = _state.say()
        _state.refuse_entry(say("A name of at most {most} letters.", most=LONGEST_NAME))


def _taken(saved: SavedScenario, shown: Scenario) -> None:
    """From now on this is what is worked on."""
    _state.keep(BASE, (saved.scenario_id, saved.version))
    _state.fill(CHOSEN, saved.scenario_id)
    _state.fill(NAME, saved.name)
    _state.fill(WHY, "")
    _state.change(seen_with(_state.view(), shown))


def _create() -> None:
    def act(shelf: ScenarioShelf) -> str:
        named = _named(None)
        saved = shelf.create(_person.person(), named, why=str(_state.typed(WHY) or ""))
        _taken(saved, named)
        say = _state.say()
        return say("Saved as a new scenario: {name}.", name=plain_markdown(saved.name))

    _acting(act)


def _save() -> None:
    def act(shelf: ScenarioShelf) -> str:
        base = _base(shelf)
        if base is None:
            return ""
        named, why = _named(base), str(_state.typed(WHY) or "")
        try:
            saved = shelf.save(
                _person.person(), base.scenario_id, named, based_on=base.version, why=why
            )
        except Conflict as conflict:
            _state.keep(CLASH, ours(conflict, named))
            return ""
        _taken(saved, named)
        say = _state.say()
        if saved.version == base.version:
            return say("Nothing has changed since version {number}.", number=saved.version)
        return say("Saved as version {number}.", number=saved.version)

    _acting(act)


def _open(scenario_id: str, version: int) -> None:
    def act(shelf: ScenarioShelf) -> str:
        saved = shelf.get(_person.person(), scenario_id, version)
        _taken(saved, shelf.scenario(saved))
        say = _state.say()
        return say("Opened: {name}.", name=plain_markdown(saved_line(saved)))

    _acting(act)


def _delete() -> None:
    def act(shelf: ScenarioShelf) -> str:
        person = _person.person()
        newest = shelf.get(person, _state.typed(CHOSEN))
        shelf.delete(person, newest.scenario_id, based_on=newest.version)
        if (_state.kept(BASE) or ("",))[0] == newest.scenario_id:
            _state.keep(BASE, None)
        say = _state.say()
        return say("Deleted; it can be brought back below.")

    _acting(act)


def _restore() -> None:
    def act(shelf: ScenarioShelf) -> str:
        person = _person.person()
        gone = shelf.get(person, _state.typed(GONE))
        shelf.restore(person, gone.scenario_id, based_on=gone.version)
        say = _state.say()
        return say("Brought back: {name}.", name=plain_markdown(gone.name))

    _acting(act)
