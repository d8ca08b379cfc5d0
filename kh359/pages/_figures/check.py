"""A table that waits for a decision: what the check says of it, and the word that accepts it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import streamlit as st

from kh359.intake.check import check_content, check_records, check_text
from kh359.intake.check_report import CheckReport, NotAcceptable
from kh359.intake.finding import Finding
from kh359.intake.vocabulary import Column
from kh359.locale.intake import (
    column_text,
    finding_headers,
    finding_records,
    finding_text,
    place_text,
    severity_text,
)
from kh359.locale.intake_vocabulary import vocabulary_of
from kh359.locale.plain_text import clipped, plain_markdown
from kh359.locale.proof import word
from kh359.locale.unit import quantity
from kh359.pages import _facts_in_use, _person, _state
from kh359.pages._download import offer_table
from kh359.pages._figures.act import acting, barred
from kh359.pages._figures.told import show_told
from kh359.pages._table import Text, table
from kh359.plan.facts import Facts
from kh359.store.figures import Figures
from kh359.store.history import LONGEST_WHY

WAITING, WHY, ALL = "figures_waiting", "figures_why", "figures_confirm_all"
MOST_FINDINGS, MOST_ROWS, MOST_SINGLE = 100, 30, 6
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
    _show_headline(held)
    _show_findings(facts, held)
    if held.report.rows:
        _show_rows(facts, held.report)
    _show_decision(facts, held.report)


def _show_headline(held: Waiting) -> None:
    say, report = _state.say(), held.report
    text = say(
        "{read} rows read, {rows} with a new figure. Errors: {errors}; to be confirmed: {confirm}; "
        "notes: {notes}.",
        read=report.rows_read,
        rows=len(report.rows),
        errors=len(report.errors),
        confirm=len(report.to_confirm),
        notes=len(report.notes),
    )
    if held.name:
        text = f"{plain_markdown(clipped(held.name))}: {text}"
    if report.errors:
        st.error(text + " " + say("Nothing is accepted while there is an error."))
    elif not report.rows:
        st.info(text + " " + say("There is nothing new in it."))
    elif report.to_confirm:
        st.warning(text)
    else:
        st.success(text)


def _show_findings(facts: Facts, held: Waiting) -> None:
    say, language, report = _state.say(), _state.language(), held.report
    if not report.findings:
        return
    headers = (
        say("Severity"),
        say("Where"),
        say("Column"),
        say("Value as given"),
        say("What is wrong"),
        say("What to do"),
    )
    rows = [
        (
            severity_text(one.severity, language),
            place_text(one, language) if not held.form else "–",
            column_text(one.column, language) or "–",
            clipped(one.value) or "–",
            *finding_text(one, facts, language),
        )
        for one in report.findings[:MOST_FINDINGS]
    ]
    table(say("What the check found"), headers, rows, tight=frozenset({0, 1}))
    rest = len(report.findings) - len(rows)
    if rest > 0:
        st.write(say.plural("… and {count} more finding", "… and {count} more findings", rest))
    if not held.form:
        records = finding_records(report, facts, language)
        offer_table("kh359_check", finding_headers(language), records)


def _show_rows(facts: Facts, report: CheckReport) -> None:
    say, language = _state.say(), _state.language()
    rows = []
    for row in report.rows[:MOST_ROWS]:
        new, old = row.observation, row.replaces
        indicator = facts.indicator_by_id[new.indicator_id]
        before = quantity(old.value, old.unit, language) if old else ""
        small = say("instead of {value}", value=before) if before else ""
        rows.append(
            (
                say.pick(indicator.name_vi, indicator.name_en),
                word(new.region, language),
                Text(text=str(new.year), small=new.as_of or ""),
                Text(text=quantity(new.value, new.unit, language), small=small),
                Text(text=word(new.grade, language), small=word(new.match, language)),
            )
        )
    headers = (say("Indicator"), say("Region"), say("Year"), say("Value"), say("Grade"))
    table(say("New figures in it"), headers, rows, tight=frozenset({2}))
    rest = len(report.rows) - len(rows)
    if rest > 0:
        st.write(say.plural("… and {count} more figure", "… and {count} more figures", rest))


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
    elif _facts_in_use.settle().facts.version != held.report.against:
        check(held.given, held.name)
