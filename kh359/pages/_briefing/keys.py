"""The keys of a presenter and of a remote control; none is lost while a view is being drawn.

A button's own shortcut is deaf until its button is drawn anew, and of two quick presses of one
button only one arrives. So the browser keeps the keys and sends the last ones with every press.
"""

from collections.abc import Callable
from pathlib import Path

import streamlit as st
from streamlit.components.v2 import component

from kh359.pages import _state

PRESSED, HEARD = "briefing_pressed", "briefing_heard"

_listener = component(
    "kh359_briefing_keys",
    js=Path(__file__).with_name("keys.js").read_text("utf-8"),
    isolate_styles=False,
)


def listen(actions: dict[str, Callable[[], None]]) -> None:
    """Call what belongs to each key pressed, once and in order. actions: by the browser's name.

    Starts the page anew for a key that came without its own run, for instance before the first
    run had ended.
    """

    def heard() -> None:
        _work_off(actions)

    _listener(
        key=PRESSED,
        data={"keys": list(actions)},
        default={"pressed": []},
        on_pressed_change=heard,
    )
    if _work_off(actions):
        st.rerun()


def _work_off(actions: dict[str, Callable[[], None]]) -> bool:
    """Whether there was a key to work off."""
    pressed = (_state.typed(PRESSED) or {}).get("pressed") or []
    found = unheard(pressed, _state.kept(HEARD) or 0)
    for when, key in found:
        _state.keep(HEARD, when)
        if key in actions:
            actions[key]()
    return bool(found)


def unheard(pressed: list[list], heard: int) -> list[tuple[int, str]]:
    """Keys pressed after the last one that was worked off. pressed: time and key of each."""
    return [(when, key) for when, key in pressed if when > heard]
