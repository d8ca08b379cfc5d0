"""Who changed which figures, when and why; each change can be undone, and done again."""

import streamlit as st

from kh359.locale.figure_change import act_text
from kh359.locale.proof import word
from kh359.locale.unit import quantity
from kh359.pages import _facts_in_use, _person, _state
from kh359.pages._figures.act import acting, barred
from kh359.pages._figures.filter import indicator_names
from kh359.pages._figures.told import show_told
from kh359.pages._moment import moment_text
from kh359.pages._table import Cell, Text, table
from kh359.plan.facts import Facts
from kh359.plan.observation import Observation
from kh359.store.figure_change import Change
from kh359.store.figures import Figures
from kh359.store.history import LONGEST_WHY

CHOSEN, WHY = "changes_chosen", "changes_why"
MOST_SHOWN, MOST_LINES = 50, 50


def show_changes(facts: Facts) -> None:
    """The list, newest first, then one change figure by figure. Raises StoreError."""
    say = _state.say()
    service = _facts_in_use.figures()
    found = service.list()
    if not found:
        st.info(
            say("Nothing has been changed yet: all figures are those that came with the program.")
        )
        return
    headers = (say("When"), say("Who"), say("What"), say("Figures"), say("Why"), say("State"))
    caption = say.plural("{count} change", "{count} changes", len(found))
    rows = [_cells(one, found) for one in found[:MOST_SHOWN]]
    table(caption, headers, rows, numbers=frozenset({3}), tight=frozenset({0}))
    names = {one.change_id: _line(one) for one in found}
    chosen = st.selectbox(
        say("Look at one change"), list(names), format_func=names.__getitem__, key=CHOSEN
    )
    _show_lines(facts, service, chosen)
    _show_undo(next(one for one in found if one.change_id == chosen))


def _cells(change: Change, found: tuple[Change, ...]) -> tuple[Cell, ...]:
    say, language = _state.say(), _state.language()
    of = next((one for one in found if one.change_id == change.undoes), None)
    small = say("of {when}", when=moment_text(of.saved_at)) if of else ""
    return (
        moment_text(change.saved_at),
        change.saved_by,
        Text(text=act_text(change, language), small=small),
        str(change.lines),
        change.why,
        say("in effect") if change.is_active else say("undone"),
    )


def _line(change: Change) -> str:
    what = act_text(change, _state.language())
    return f"{moment_text(change.saved_at)} · {change.saved_by} · {what} · {change.why}"


def _show_lines(facts: Facts, service: Figures, change_id: str) -> None:
    say, language, names = _state.say(), _state.language(), indicator_names(facts)
    rows = []
    for line in service.lines(change_id, most=MOST_LINES):
        about = line.after or line.before
        if about is None:
            continue
        rows.append(
            (
                names.get(about.indicator_id, about.indicator_id),
                word(about.region, language),
                str(about.year),
                _shown(line.before),
                _shown(line.after),
            )
        )
    headers = (say("Indicator"), say("Region"), say("Year"), say("Before"), say("After"))
    table(say("Figure by figure"), headers, rows, tight=frozenset({2}))


def _shown(figure: Observation | None) -> str:
    return quantity(figure.value, figure.unit, _state.language()) if figure else "–"


def _show_undo(change: Change) -> None:
    say, reason = _state.say(), barred()
    show_told()
    if not change.is_active:
        st.write(say("This change is undone already."))
        return
    again = bool(change.undoes)
    with st.form("undo_change"):
        st.text_input(say("Why it is undone (required)"), key=WHY, max_chars=LONGEST_WHY)
        st.form_submit_button(
            say("Undo the undoing") if again else say("Undo this change"),
            on_click=_undo,
            args=(change.change_id,),
            disabled=bool(reason),
            help=reason,
        )


def _undo(change_id: str) -> None:
    say, why = _state.say(), str(_state.typed(WHY) or "").strip()
    if not why:
        _state.refuse_entry(say("Give a reason: it stands in the history of changes."))
        return

    def act(service: Figures) -> str:
        done = service.undo(_person.person(), change_id, why)
        return say.plural("Undone: {count} figure.", "Undone: {count} figures.", done.lines)

    if acting(act):
        _state.fill(WHY, "")
