"""A scenario's name, and a scenario as a file: saved, or taken from one."""

from dataclasses import replace
from functools import partial

import streamlit as st

from kh359.locale.language import Language
from kh359.locale.lever import lever_comments
from kh359.locale.plain_text import plain_markdown
from kh359.locale.scenario_fault import scenario_fault_text
from kh359.model.scenario.fault import ScenarioError
from kh359.model.scenario.scenario import LONGEST_NAME, Scenario
from kh359.model.scenario.text import read_json, read_toml, write_toml
from kh359.pages import _compute, _state
from kh359.pages._address import MOST_FAULTS
from kh359.pages._scenario.choice import scenario, seen_with
from kh359.plan.facts import Facts

BOX, NAME, FILE = "file_box", "scenario_name", "scenario_file"
UPLOADER_STYLE = """
[data-testid="stFileUploaderDropzoneInstructions"] {display: none;}
[data-testid="stFileUploaderDropzone"] button p {font-size: 0;}
[data-testid="stFileUploaderDropzone"] button p::after {content: "WORDS"; font-size: 1rem;}
"""
"""Streamlit's own words in the box are English whatever the page is: these stand for them."""


def show_file() -> None:
    """A box that is filled only while it is open."""
    say = _state.say()
    box = st.popover(say("Name and file"), key=BOX, on_change="rerun")
    if box.open:
        with box:
            _name()
            _save()
            _take()


def _name() -> None:
    say, now = _state.say(), scenario()
    _state.fill(NAME, now.name)
    st.text_input(
        say("Name of this scenario"),
        key=NAME,
        max_chars=LONGEST_NAME,
        on_change=_rename,
        disabled=_state.view().scenario is None,
        placeholder=say("Move a lever first"),
    )


def _rename() -> None:
    try:
        named = replace(scenario(), name=_state.typed(NAME).strip())
    except ScenarioError as error:
        _refuse(error)
    else:
        _state.change(seen_with(_state.view(), named))


def _save() -> None:
    say, now = _state.say(), scenario()
    st.download_button(
        say("Save as a file (TOML)"),
        data=partial(_file_text, now, _compute.facts(), _state.language()),
        file_name=f"kich_ban_{now.content_hash}.toml",
        mime="text/plain",
        on_click="ignore",
        key="save",
    )


def _file_text(now: Scenario, facts: Facts, language: Language) -> bytes:
    comments = lever_comments(language)
    return write_toml(now, facts.indicator_by_id, comments=comments).encode()


def _take() -> None:
    say = _state.say()
    st.html(f"<style>{UPLOADER_STYLE.replace('WORDS', say('Choose a file…'))}</style>")
    st.file_uploader(
        say("Open a scenario file (TOML or JSON)"), type=["toml", "json"], key=FILE, on_change=_open
    )


def _open() -> None:
    file = _state.typed(FILE)
    if file is None:
        return
    say, facts = _state.say(), _compute.facts()
    read = read_json if file.name.lower().endswith(".json") else read_toml
    english = _state.language() == "en"
    try:
        opened = read(file.getvalue(), _compute.rest(), facts.indicator_by_id, english=english)
    except ScenarioError as error:
        _refuse(error)
    else:
        _state.change(seen_with(_state.view(), opened))
        _state.tell(say("The file is opened as this scenario."))


def _refuse(error: ScenarioError) -> None:
    """Every fault in words."""
    say, language, facts = _state.say(), _state.language(), _compute.facts()
    lines = [
        f"- {plain_markdown(scenario_fault_text(fault, facts, language))}"
        for fault in error.faults[:MOST_FAULTS]
    ]
    rest = len(error.faults) - len(lines)
    if rest:
        lines.append("- " + say.plural("and {count} more fault", "and {count} more faults", rest))
    _state.refuse_entry("\n".join([say("This scenario cannot be used:"), *lines]))
