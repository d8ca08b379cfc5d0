"""A table of figures: the template, a file or pasted cells, and the check before it counts."""

from functools import partial

import streamlit as st

from kh359.export.observation_template import observation_template
from kh359.pages import _state
from kh359.pages._figures.act import barred
from kh359.pages._figures.check import PASTED, check, show_waiting, waiting
from kh359.pages._scenario.file import UPLOADER_STYLE
from kh359.plan.facts import Facts

FILE = "figures_file"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def show_bring_in(facts: Facts) -> None:
    """Three steps from top to bottom."""
    say, reason = _state.say(), barred()
    st.write(
        say(
            "First take the template and fill in a row for each figure; then hand in the file "
            "(XLSX or CSV), or paste the cells; then read what the check found. Nothing counts "
            "before you accept it, and it is accepted as a whole or not at all."
        )
    )
    st.download_button(
        say("Download the template (XLSX)"),
        data=partial(observation_template, facts, _state.language()),
        file_name="kh359_mau_so_lieu.xlsx",
        mime=XLSX,
        on_click="ignore",
        key="figures_template",
    )
    if reason:
        st.info(reason)
    st.html(f"<style>{UPLOADER_STYLE.replace('WORDS', say('Choose a file…'))}</style>")
    left, right = st.columns(2)
    with left:
        st.file_uploader(
            say("File with figures (XLSX or CSV, at most 10 MB)"),
            type=["xlsx", "csv", "txt"],
            key=FILE,
            on_change=_check_file,
            disabled=bool(reason),
        )
    with right:
        st.text_area(
            say("Or paste the cells here, the header row among them"),
            key=PASTED,
            height=120,
            disabled=bool(reason),
            persist_state="session",
        )
        st.button(say("Check the pasted table"), on_click=_check_pasted, disabled=bool(reason))
    held = waiting(form=False)
    if held is not None:
        show_waiting(facts, held)


def _check_file() -> None:
    file = _state.typed(FILE)
    if file is not None:
        check(file.getvalue(), file.name)


def _check_pasted() -> None:
    text = str(_state.typed(PASTED) or "")
    if text.strip():
        check(text)
    else:
        say = _state.say()
        _state.refuse_entry(say("The box is empty: paste the table first."))
