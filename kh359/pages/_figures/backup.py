"""Everything people saved as one file, and back."""

import io
from datetime import date
from functools import partial

import streamlit as st

from kh359.locale.number import number
from kh359.locale.plain_text import plain_markdown
from kh359.locale.store_error import store_error_text
from kh359.pages import _facts_in_use, _person, _state, _store
from kh359.pages._scenario.file import UPLOADER_STYLE
from kh359.store.archive import Archive
from kh359.store.person import Person, Right
from kh359.store.store_error import StoreError

FILE = "backup_file"


def show_backup() -> None:
    """Out and in. Raises StoreError."""
    say, barred = _state.say(), _person.why_not(Right.IMPORT_STORE)
    st.write(
        say(
            "One file holds all that people saved: scenarios, briefings, figures, their history "
            "and earlier versions. Bringing it in adds what is not there yet and overwrites "
            "nothing."
        )
    )
    place = _store.database().location.place
    if barred is None:
        st.caption(plain_markdown(say("The store lies here: {place}", place=place)))
    st.download_button(
        say("Download everything as one file"),
        data=partial(_packed, _store.archive(), _person.person()),
        file_name=f"kh359_{date.today().isoformat()}.kh359",
        mime="application/octet-stream",
        on_click="ignore",
        key="backup_export",
    )
    st.html(f"<style>{UPLOADER_STYLE.replace('WORDS', say('Choose a file…'))}</style>")
    st.file_uploader(
        say("Bring in such a file"),
        key=FILE,
        on_change=_bring_in,
        disabled=bool(barred),
        help=barred,
    )


def _packed(archive: Archive, person: Person) -> bytes:
    """Runs when the button is pressed, in a thread without a session."""
    packed = io.BytesIO()
    archive.pack(person, packed)
    return packed.getvalue()


def _bring_in() -> None:
    file, say, language = _state.typed(FILE), _state.say(), _state.language()
    if file is None:
        return
    try:
        done = _store.archive().unpack(_person.person(), io.BytesIO(file.getvalue()))
    except StoreError as error:
        _state.refuse_entry(plain_markdown(store_error_text(error, language)))
        return
    finally:
        _facts_in_use.forget_today()
    added, known = (
        number(sum(counts.values()), language, digits=0) for counts in (done.added, done.known)
    )
    _state.tell(say("{added} entries brought in, {known} were there.", added=added, known=known))
