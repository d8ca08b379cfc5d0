"""Observed figures with their sources; one of them can be corrected or withdrawn, or one added."""

import streamlit as st

from kh359.locale.number import figure as written
from kh359.locale.proof import word
from kh359.locale.unit import unit_label
from kh359.pages import _facts_in_use, _person, _state
from kh359.pages._download import offer_table
from kh359.pages._figure import figure_cells, figure_headers, figure_record, record_headers
from kh359.pages._figures.act import acting, barred
from kh359.pages._figures.check import ENTERED, show_waiting, waiting
from kh359.pages._figures.entry import settle_entry, show_entry
from kh359.pages._figures.filter import choose_filter, filtered, indicator_names
from kh359.pages._figures.left_out import show_left_out
from kh359.pages._figures.told import show_told
from kh359.pages._table import Line, Text, table
from kh359.plan.facts import Facts
from kh359.plan.observation import Grade, Observation
from kh359.plan.observation_key import observation_key
from kh359.store.figures import Figures
from kh359.store.history import LONGEST_WHY

FIRST = 12
EVERY, CHOSEN, ACT, WHY = "figures_every", "figures_chosen", "figures_act", "figures_withdraw_why"
ADD, CORRECT, WITHDRAW = "add", "correct", "withdraw"


def show_listing(facts: Facts) -> None:
    """The list first, then what can be done."""
    show_left_out(facts)
    found = filtered(facts, choose_filter(facts))
    _show_table(facts, found)
    _show_acts(facts, found)


def _show_table(facts: Facts, found: list[Observation]) -> None:
    say, names = _state.say(), indicator_names(facts)
    if not found:
        st.info(say("No figure fits. Take a filter away, or add the figure below."))
        return
    every = len(found) <= FIRST or st.toggle(
        say("Show all {count}", count=len(found)), key=EVERY, persist_state="session"
    )
    shown = found if every else found[:FIRST]
    rows = [
        Line(
            cells=(
                Text(text=names[one.indicator_id], address=_state.link(one.indicator_id)),
                *figure_cells(facts, one),
            )
        )
        for one in shown
    ]
    caption = say.plural("{count} observed figure", "{count} observed figures", len(found))
    headers = (say("Indicator"), *figure_headers())
    table(caption, headers, rows, numbers=frozenset({2}), tight=frozenset({1}))
    records = [figure_record(facts, names[one.indicator_id], one) for one in found]
    offer_table(f"kh359_{facts.version}_desk", record_headers(), records)


def _show_acts(facts: Facts, found: list[Observation]) -> None:
    say, reason = _state.say(), barred()
    st.subheader(say("Correct, add or withdraw"), anchor=False)
    held = waiting(form=True)
    if held is None:
        _go_on(found)
    if reason:
        st.info(reason)
    words = {ADD: say("Add a figure"), CORRECT: say("Correct one"), WITHDRAW: say("Withdraw one")}
    act = st.segmented_control(
        say("What to do"),
        list(words),
        format_func=words.__getitem__,
        default=ADD,
        required=True,
        key=ACT,
        label_visibility="collapsed",
    )
    if act == ADD:
        show_entry(facts, None)
    else:
        _show_one(facts, found, act)
    if held is not None:
        show_waiting(facts, held)
    else:
        show_told()


def _go_on(found: list[Observation]) -> None:
    """To the figure that was just accepted; the form is ready for the next."""
    entered = _state.kept(ENTERED)
    if entered is None:
        return
    _state.keep(ENTERED, None)
    figure = next((one for one in found if observation_key(one) == entered), None)
    settle_entry(figure)
    if figure is not None:
        _state.fill(CHOSEN, entered)


def _show_one(facts: Facts, found: list[Observation], act: str) -> None:
    say = _state.say()
    standing_first = sorted(found, key=lambda one: one.superseded)
    figures = {
        observation_key(one): one for one in standing_first if one.grade is not Grade.DERIVED
    }
    if not figures:
        st.write(
            say("Nothing here can be changed: derived figures follow from the others, which can.")
        )
        return
    names = {key: _line(facts, one) for key, one in figures.items()}
    chosen = st.selectbox(
        say("Figure (the filter above shortens this list)"),
        list(names),
        format_func=names.__getitem__,
        key=CHOSEN,
    )
    if act == CORRECT:
        show_entry(facts, figures[chosen])
    else:
        _show_withdraw(facts, chosen)


def _show_withdraw(facts: Facts, key: str) -> None:
    say, reason = _state.say(), barred()
    with st.form("withdraw"):
        st.text_input(say("Why it is withdrawn (required)"), key=WHY, max_chars=LONGEST_WHY)
        st.form_submit_button(
            say("Withdraw this figure"),
            on_click=_withdraw,
            args=(facts, key),
            disabled=bool(reason),
            help=reason,
        )


def _withdraw(facts: Facts, key: str) -> None:
    say, why = _state.say(), str(_state.typed(WHY) or "").strip()
    if not why:
        _state.refuse_entry(say("Give a reason: it stands in the history of changes."))
        return

    def act(service: Figures) -> str:
        service.withdraw(_person.person(), [key], why, against=facts.version)
        return say("Withdrawn. It counts nowhere any more; Changes can undo it.")

    if acting(act):
        _state.fill(WHY, "")
        _facts_in_use.settle(_state.view().vintage)


def _line(facts: Facts, one: Observation) -> str:
    """'e) DTI · Kon Tum · 2022 · 0,54 điểm'."""
    say, language, names = _state.say(), _state.language(), indicator_names(facts)
    unit = unit_label(one.unit, language)
    value = f"{written(one.value, one.unit, language)} {unit}"
    unused = say("another one chosen") if one.superseded else ""
    parts = (names[one.indicator_id], word(one.region, language), str(one.year), value, unused)
    return " · ".join(filter(None, parts))
