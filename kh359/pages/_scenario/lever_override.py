"""What the scenario supposes of the chosen indicator alone, and which input wins over it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import streamlit as st

from kh359.locale.plain_text import plain_markdown
from kh359.locale.starting_value import Refused, offered_years, read_typed
from kh359.locale.unit import figure, indicator_unit
from kh359.model.evidence import Level
from kh359.model.outlook import IndicatorOutlook
from kh359.model.scenario.scenario import Override, Scenario
from kh359.pages import _state
from kh359.pages._scenario.choice import scenario, with_override
from kh359.pages._view import View

VALUE, YEAR = "override_value", "override_year"


def show_override(item: IndicatorOutlook, chosen: Scenario, show_pace: Callable[[], None]) -> None:
    """Pace, outside driver and, without a usable figure, a start."""
    say, indicator = _state.say(), item.indicator
    name = plain_markdown(say.pick(indicator.name_vi, indicator.name_en))
    st.markdown(f"**{name}**")
    override = chosen.override_of(indicator.indicator_id)
    if item.projection is None:
        st.caption(say("Not projected: without a start a pace has nothing to act on."))
    else:
        show_pace()
        _outside_driver(override)
    if item.evidence.level in (Level.ASSUMED, Level.NONE):
        _start(item, override)
    elif override.start_value is not None:
        st.warning(say("The start of this scenario is not used: observations come first."))
        _remove_start(override)


def _outside_driver(override: Override) -> None:
    say = _state.say()

    def take(view: View, on: bool) -> View:
        return with_override(view, replace(_now(view, override), outside_driver=on))

    st.toggle(
        say("With what the nation and the market bring"),
        help=say(
            "Off: only the part of the projected change that the province leads is left. The size "
            "of that part is an assumption."
        ),
        **_state.bound(f"outside_{override.indicator_id}", override.outside_driver, take),
    )


def _now(view: View, override: Override) -> Override:
    """The override as it stands when a widget is moved."""
    chosen = view.scenario
    return chosen.override_of(override.indicator_id) if chosen else override


def _start(item: IndicatorOutlook, override: Override) -> None:
    say, language, indicator = _state.say(), _state.language(), item.indicator
    st.markdown(
        say(
            "**Start**  \n:small[:gray[No usable figure exists. A start typed here is an "
            "assumption of this scenario; the baseline it is compared with starts there too.]]"
        )
    )
    written = ""
    if override.start_value is not None:
        written = figure(override.start_value, indicator.unit, language)
    with st.form(f"override_{indicator.indicator_id}", border=False):
        value, year = st.columns([2, 1], vertical_alignment="bottom")
        unit = indicator_unit(indicator, language)
        value.text_input(
            say("Assumed starting value, in: {unit}", unit=unit),
            key=_state.fill_once(f"{VALUE}_{indicator.indicator_id}", written),
        )
        this_year = date.today().year
        years = offered_years(this_year, override.start_year)
        year.selectbox(
            say("Year"),
            years,
            index=years.index(override.start_year or this_year - 1),
            key=f"{YEAR}_{indicator.indicator_id}",
        )
        st.form_submit_button(say("Use the assumption"), on_click=_take_start, args=(item,))
    error = _state.entry_error()
    if error:
        st.error(plain_markdown(error))
    if override.start_value is not None:
        _remove_start(override)


def _take_start(item: IndicatorOutlook) -> None:
    indicator = item.indicator
    text = _state.typed(f"{VALUE}_{indicator.indicator_id}")
    year = _state.typed(f"{YEAR}_{indicator.indicator_id}")
    try:
        start = read_typed(text, year, indicator, _state.language(), this_year=date.today().year)
    except Refused as error:
        _state.refuse_entry(str(error))
        return
    override = scenario().override_of(indicator.indicator_id)
    changed = replace(override, start_value=start.value, start_year=start.year)
    _state.change(with_override(_state.view(), changed))


def _remove_start(override: Override) -> None:
    say = _state.say()
    st.button(
        say("Remove the assumption"),
        key="remove_start",
        on_click=_drop_start,
        args=(override.indicator_id,),
    )


def _drop_start(indicator_id: str) -> None:
    override = scenario().override_of(indicator_id)
    changed = replace(override, start_value=None, start_year=None)
    _state.change(with_override(_state.view(), changed))
    _state.fill(f"{VALUE}_{indicator_id}", "")
