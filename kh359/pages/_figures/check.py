"""A table that waits for a decision: what the check says of it, and the word that accepts it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import streamlit as st

from kh359.intake.check import check_content, check_records, check_text
from kh359.intake.check_report import CheckReport, NotAcceptable
from kh359.intake.finding import Finding
from kh359.intake.vocabulary import Column
from kh359.locale.intake import finding_text, place_text
from kh359.locale.intake_vocabulary import vocabulary_of
from kh359.locale.plain_text import plain_markdown
from kh359.pages import _facts_in_use, _person, _state
from kh359.pages._figures.act import acting, barred
from kh359.pages._figures.report import show_report
from kh359.pages._figures.told import show_told
from kh359.plan.facts import Facts
from kh359.plan.observation_key import observation_key
from kh359.store.figures import Figures
from kh359.store.history import LONGEST_WHY

PASTED = "figures_pasted"
ENTERED = "figures_entered"
"""Kept in the session: the key of the figure that the form last brought in."""
WAITING, WHY, ALL = "figures_waiting", "figures_why", "figures_confirm_all"
MOST_SINGLE = 6
Given = bytes | str | Sequence[Mapping[Column, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """given: the bytes of a file, pasted text, or rows of the form. report: of its check. name: of
    the file. form: whether it came from the form of one figure.
    """

    given: Given
    report: CheckReport
    name: str = ""

    @property
    def form(self) -> bool:
        return not isinstance(self.given, bytes | str)


def check(given: Given, name: str = "") -> None:
    """Check against today's figures and keep what is found until it is decided. For callbacks."""
    _facts_in_use.forget_today()
    current = _facts_in_use.settle().laid
    if current is None:
        _state.refuse_entry(barred() or "")
        return
    today, words = date.today().isoformat(), vocabulary_of(current.facts)
    if isinstance(given, bytes):
        report = check_content(given, current, words, today=today)
    elif isinstance(given, str):
        report = check_text(given, current, words, today=today)
    else:
        report = check_records(given, current, words, today=today)
    _state.keep(WAITING, Waiting(given=given, report=report, name=name))
    _state.fill(WHY, "")
    _state.fill(ALL, False)
    for place in range(MOST_SINGLE):
        _state.fill(_box(place), False)


def waiting(*, form: bool) -> Waiting | None:
    """What waits for a decision in this session, of this origin."""
    kept = _state.kept(WAITING)
    return kept if kept is not None and kept.form is form else None


def show_waiting(facts: Facts, held: Waiting) -> None:
    """The report, the rows, what must be confirmed, the reason, and the two ways on."""
    show_report(facts, held.report, name=held.name, form=held.form)
    _show_decision(facts, held.report)


def _show_decision(facts: Facts, report: CheckReport) -> None:
    say, reason = _state.say(), barred()
    if report.is_sound:
        _show_confirmations(facts, report)
        st.text_input(
            say("Why these figures are entered (required)"), key=WHY, max_chars=LONGEST_WHY
        )
    show_told()
    with st.container(horizontal=True):
        if report.is_sound:
            st.button(
                say.plural("Accept {count} figure", "Accept {count} figures", len(report.rows)),
                key="figures_accept",
                type="primary",
                on_click=_accept,
                disabled=bool(reason),
                help=reason,
            )
        st.button(say("Discard"), key="figures_discard", on_click=discard)


def _show_confirmations(facts: Facts, report: CheckReport) -> None:
    say, language, found = _state.say(), _state.language(), report.to_confirm
    if len(found) > MOST_SINGLE:
        st.checkbox(
            say(
                "I have read all {count} points to be confirmed; they are right.", count=len(found)
            ),
            key=ALL,
        )
        return
    for place, one in enumerate(found):
        what, _ = finding_text(one, facts, language)
        where = f"{place_text(one, language)}: " if one.row and len(report.rows) > 1 else ""
        text = say("Confirmed: {what}", what=plain_markdown(f"{where}{what}"))
        st.checkbox(text, key=_box(place))


def _box(place: int) -> str:
    return f"figures_confirm_{place}"


def _confirmed(found: Sequence[Finding]) -> set[str]:
    if len(found) > MOST_SINGLE:
        return {one.key for one in found} if _state.typed(ALL) else set()
    return {one.key for place, one in enumerate(found) if _state.typed(_box(place))}


def discard() -> None:
    """Forget what waits. For callbacks."""
    _state.keep(WAITING, None)


def _accept() -> None:
    held, say = _state.kept(WAITING), _state.say()
    why = str(_state.typed(WHY) or "").strip()
    try:
        batch = held.report.batch(_confirmed(held.report.to_confirm))
    except NotAcceptable:
        _state.refuse_entry(say("Confirm every point first: tick the boxes above the reason."))
        return
    if not why:
        _state.refuse_entry(say("Give a reason: it stands beside the figures from now on."))
        return

    def act(service: Figures) -> str:
        done = service.accept(_person.person(), batch, why)
        return say.plural(
            "{count} figure accepted. It counts on every page from now on; Changes can undo it.",
            "{count} figures accepted. They count on every page from now on; Changes can undo it.",
            done.lines,
        )

    if acting(act):
        discard()
        if isinstance(held.given, str):
            _state.fill(PASTED, "")
        if held.form:
            _state.keep(ENTERED, observation_key(batch.rows[0].observation))
    elif _facts_in_use.settle().facts.version != held.report.against:
        check(held.given, held.name)
