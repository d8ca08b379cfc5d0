"""Where the user supposes: a starting value for an indicator without data, a growth family."""

from datetime import date

import streamlit as st

from kh359.locale.plain_text import plain_markdown
from kh359.locale.proof import word
from kh359.locale.starting_value import Refused, offered_years, read_typed
from kh359.locale.unit import figure, indicator_unit, quantity
from kh359.model.evidence import Level
from kh359.model.family import Family
from kh359.model.outlook import IndicatorOutlook
from kh359.model.trend.families import FITTED_FAMILIES
from kh359.pages import _state
from kh359.pages._family_use import is_used
from kh359.pages._view import View
from kh359.plan.indicator import Kind

VALUE, YEAR, FAMILY = "typed_value", "typed_year", "family"
AUTOMATIC = "automatic"


def edit_assumptions(item: IndicatorOutlook) -> None:
    """The editor that fits the indicator's evidence."""
    say = _state.say()
    st.subheader(say("Assumptions for this indicator"), anchor=False)
    done = _state.told()
    if done:
        st.success(done)
    if item.evidence.level in (Level.ASSUMED, Level.NONE):
        _edit_starting_value(item)
    else:
        st.write(say("The indicator has observations, so no starting value is supposed."))
        if _state.view().starting_value(item.indicator.indicator_id):
            st.warning(say("The typed starting value is not used: observations come first."))
            _remove_button(item)
    _tell_unused_family(item)
    if item.projection is not None:
        _choose_family(item)


def _tell_unused_family(item: IndicatorOutlook) -> None:
    say, family = _state.say(), _state.view().family(item.indicator.indicator_id)
    if family is not None and not is_used(family, item):
        st.warning(
            say(
                "The growth family “{family}” is not used: the observations cannot carry it.",
                family=word(family, _state.language()),
            )
        )


def _edit_starting_value(item: IndicatorOutlook) -> None:
    say, language, indicator = _state.say(), _state.language(), item.indicator
    typed = _state.view().starting_value(indicator.indicator_id)
    written = "" if typed is None else figure(typed.value, indicator.unit, language)
    st.write(
        say(
            "No usable observation exists. A starting value typed here is an assumption: it is "
            "marked as one wherever it shows, and it is never stored as a figure."
        )
    )
    with st.form("starting_value", enter_to_submit=True, border=True):
        value, year, submit = st.columns([2, 1, 1], vertical_alignment="bottom")
        unit = indicator_unit(indicator, language)
        value.text_input(
            say("Assumed starting value, in: {unit}", unit=unit),
            key=_state.fill_once(f"{VALUE}_{indicator.indicator_id}", written),
        )
        this_year = date.today().year
        years = offered_years(this_year, typed.year if typed else None)
        year.selectbox(
            say("Year"),
            years,
            index=years.index(typed.year if typed else this_year - 1),
            key=f"{YEAR}_{indicator.indicator_id}",
        )
        submit.form_submit_button(say("Use the assumption"), on_click=_take, args=(item,))
    error = _state.entry_error()
    if error:
        st.error(plain_markdown(error))
    if typed is not None:
        _show_typed(item)


def _take(item: IndicatorOutlook) -> None:
    indicator = item.indicator
    text = _state.typed(f"{VALUE}_{indicator.indicator_id}")
    year = _state.typed(f"{YEAR}_{indicator.indicator_id}")
    try:
        value = read_typed(text, year, indicator, _state.language(), this_year=date.today().year)
    except Refused as error:
        _state.refuse_entry(str(error))
    else:
        _state.change(_state.view().with_starting_value(value))


def _show_typed(item: IndicatorOutlook) -> None:
    say, language, indicator = _state.say(), _state.language(), item.indicator
    typed = _state.view().starting_value(indicator.indicator_id)
    if typed is None:
        return
    per_year = indicator.kind is Kind.FLOW
    value = quantity(typed.value, indicator.unit, language, per_year=per_year)
    st.info(say("Assumption in force: {value} in {year}.", value=value, year=typed.year))
    _remove_button(item)


def _remove_button(item: IndicatorOutlook) -> None:
    say, indicator_id = _state.say(), item.indicator.indicator_id
    st.button(say("Remove the assumption"), key="remove", on_click=_remove, args=(indicator_id,))


def _remove(indicator_id: str) -> None:
    say = _state.say()
    _state.change(_state.view().without_starting_value(indicator_id))
    _state.fill(f"{VALUE}_{indicator_id}", "")
    _state.tell(say("The assumption is removed."))


def _choose_family(item: IndicatorOutlook) -> None:
    say, language = _state.say(), _state.language()
    indicator_id = item.indicator.indicator_id

    def name(option: str) -> str:
        return say("automatic") if option == AUTOMATIC else word(Family(option), language)

    def take(view: View, option: str) -> View:
        return view.with_family(indicator_id, None if option == AUTOMATIC else Family(option))

    # A None among the options would be shown as "nothing chosen", in English.
    options = [AUTOMATIC, *(family.value for family in possible_families(item))]
    family = _state.view().family(indicator_id)
    chosen = AUTOMATIC if family is None else family.value
    if chosen not in options:
        options.append(chosen)
    st.selectbox(
        say("Growth family (automatic: comparable episodes elsewhere)"),
        options,
        format_func=name,
        **_state.bound(f"{FAMILY}_{indicator_id}", chosen, take),
    )


def possible_families(item: IndicatorOutlook) -> tuple[Family, ...]:
    """A pace, and the families that the number of observations can carry."""
    size = len({observation.year for observation in item.evidence.used})
    fitted = tuple(f for f, family in FITTED_FAMILIES.items() if size >= family.fewest)
    return (Family.PACE, *((*fitted, Family.LEAST_ERROR) if fitted else ()))
