"""Số liệu: see, correct, add and bring in observed figures; what changed, and what is wanted."""

from collections.abc import Callable
from enum import StrEnum

import streamlit as st

from kh359.locale.plain_text import plain_markdown
from kh359.locale.store_error import store_error_text
from kh359.locale.translate import marked
from kh359.pages import _compute, _state
from kh359.pages._figures.backup import show_backup
from kh359.pages._figures.bring_in import show_bring_in
from kh359.pages._figures.changes import show_changes
from kh359.pages._figures.listing import show_listing
from kh359.pages._figures.told import show_told
from kh359.pages._figures.vintages import show_vintages
from kh359.pages._figures.worth import show_worth
from kh359.pages._frame import show_refusals
from kh359.plan.facts import Facts
from kh359.store.store_error import StoreError


class Section(StrEnum):
    """What of the desk is shown."""

    LISTING = "listing"
    BRING_IN = "bring_in"
    CHANGES = "changes"
    VINTAGES = "vintages"
    WORTH = "worth"
    BACKUP = "backup"


SECTIONS = {
    Section.LISTING: marked("Figures"),
    Section.BRING_IN: marked("Bring in a table"),
    Section.CHANGES: marked("Changes"),
    Section.VINTAGES: marked("Earlier versions"),
    Section.WORTH: marked("What to collect next"),
    Section.BACKUP: marked("Backup"),
}
SHOWN: dict[Section, Callable[[Facts], None]] = {
    Section.LISTING: show_listing,
    Section.BRING_IN: show_bring_in,
    Section.CHANGES: show_changes,
    Section.VINTAGES: lambda facts: show_vintages(),
    Section.WORTH: show_worth,
    Section.BACKUP: lambda facts: show_backup(),
}


def page() -> None:
    """One section at a time; what it does not say itself of the last act stands above it."""
    say, facts = _state.say(), _compute.facts()
    st.title(say("Data desk"), anchor=False)
    show_refusals()
    words = {section.value: say(text) for section, text in SECTIONS.items()}
    chosen = st.segmented_control(
        say("Section"),
        list(words),
        format_func=words.__getitem__,
        default=Section.LISTING.value,
        required=True,
        key="figures_section",
        label_visibility="collapsed",
        persist_state="session",
    )
    top = st.container()
    try:
        SHOWN[Section(chosen)](facts)
    except StoreError as fault:
        st.warning(plain_markdown(store_error_text(fault, _state.language())))
    with top:
        show_told()


page()
