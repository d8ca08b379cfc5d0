"""The sliders of the page as one component of the browser, which does not wait for a run.

A move goes two ways: the browser asks kh359/serving/live_fan.py for the new chart and paints it,
then tells this page, whose run brings all other numbers. docs/decisions/latency.md says why.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from time import time
from typing import Any
from urllib.parse import urlencode

from streamlit.components.v2 import component

from kh359.model.scenario.fault import ScenarioError
from kh359.pages import _compute, _state
from kh359.pages._address import write_address
from kh359.pages._scenario.lever_move import LeverMove, moved, read_move
from kh359.pages._scenario.slider import SliderRow, sent_rows
from kh359.pages._view import View

KEY = "levers"
_TAKEN, _PAINTED = "levers_taken", "levers_painted"
_ASSETS = Path(__file__).parents[1] / "live_chart"

_sliders = component(
    "kh359_live_sliders",
    css=(_ASSETS / "live_sliders.css").read_text("utf-8"),
    js=(_ASSETS / "live_sliders.js").read_text("utf-8"),
    isolate_styles=False,
)


def move_sliders(rows: Sequence[SliderRow], view: View, group: str) -> None:
    """Show the sliders of one group. view: with the indicator whose chart moves with them."""
    data = {
        "rows": sent_rows(rows),
        "question": {"link": live_link(view), "group": group},
        "taken": taken(),
    }
    _sliders(key=KEY, data=data, on_moves_change=_take)


def live_link(view: View) -> str:
    """What of the view decides the chart of its indicator, as the parameters of a link."""
    plain = View(
        language=view.language,
        indicator_id=view.indicator_id,
        assumptions=view.assumptions,
        scenario=view.scenario,
    )
    return urlencode(write_address(plain, _compute.facts()), doseq=True)


def taken() -> int:
    """Number of the last move that the view holds; the browser counts on from it.

    A new session starts with the clock, so that no move of an earlier one counts as newer.
    """
    if _state.kept(_TAKEN) is None:
        _state.keep(_TAKEN, round(time() * 1000))
    return _state.kept(_TAKEN)


def is_painted(name: str) -> bool:
    """Whether the browser shows this picture already."""
    return _state.kept(_PAINTED) == name


def _take() -> None:
    """Bring the view to where the sliders are. Callback of the component.

    A message holds every move not yet taken, since messages in quick succession replace each
    other. A move that the model refuses is dropped: its slider goes back to the view's value.
    """
    told = _state.typed(KEY)
    message = told.get("moves") if isinstance(told, Mapping) else None
    if not isinstance(message, Mapping):
        return
    for number, item in _numbered(message.get("moves")):
        if number > taken():
            _state.keep(_TAKEN, number)
            _try(item)
    _state.keep(_PAINTED, message.get("painted"))


def _numbered(moves: Any) -> list[tuple[int, list]]:
    """[number, key, value] of each move as the number and the rest."""
    items = moves if isinstance(moves, list) else []
    return [
        (item[0], item[1:])
        for item in items
        if isinstance(item, list) and item and type(item[0]) is int
    ]


def _try(item: list) -> None:
    try:
        move: LeverMove = read_move(item)
        _state.change(moved(_state.view(), move), source=move.key)
    except ScenarioError:
        return
