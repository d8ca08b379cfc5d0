"""The levers, one group at a time: few widgets on the page keep its answer quick."""

from math import isnan

import streamlit as st

from kh359.locale.translate import marked
from kh359.model.response.money import Money
from kh359.model.scenario.lever import LEVERS, LeverGroup
from kh359.model.scenario.moved_lever import is_moved
from kh359.model.scenario.scenario import Scenario
from kh359.pages import _state
from kh359.pages._scenario.live_picture import INDICATOR

GROUP = "lever_group"
SHORT: dict[str, str] = {
    LeverGroup.ECONOMY: marked("Economy"),
    LeverGroup.BUDGET: marked("Funds"),
    LeverGroup.SPLIT: marked("Split"),
    LeverGroup.DELIVERY: marked("Delivery"),
    INDICATOR: marked("Indicator"),
}
"""Names that stand side by side in the panel's width."""


def choose_group(chosen: Scenario, rest: Scenario) -> str:
    """The group whose levers are shown; a dot marks a group in which something is moved."""
    say = _state.say()
    moved = {
        lever.group.value
        for lever in LEVERS
        if any(is_moved(lever, slot, chosen, rest) for slot in range(lever.size))
    }
    if chosen.overrides:
        moved.add(INDICATOR)
    return st.segmented_control(
        say("Levers"),
        [str(group) for group in SHORT],
        default=str(LeverGroup.BUDGET),
        format_func=lambda key: say(SHORT[key]) + (" ●" if key in moved else ""),
        required=True,
        key=GROUP,
    )


def state_prices(money: Money) -> None:
    """What the đồng beside the levers are."""
    say = _state.say()
    if isnan(money.grdp[0]):
        st.caption(say("Without the province's GRDP of 2025 no lever can be told in đồng."))
    else:
        st.caption(say("Money: median of the draws, at the prices of 2025. ● moved from its rest."))
