"""What the check of a table found, and the figures that would be added, each with its source."""

import streamlit as st

from kh359.intake.check_report import CheckedRow, CheckReport
from kh359.locale.intake import (
    column_text,
    finding_headers,
    finding_records,
    finding_text,
    place_text,
    severity_text,
)
from kh359.locale.number import date as written_date
from kh359.locale.plain_text import clipped, plain_markdown
from kh359.locale.proof import word
from kh359.locale.unit import quantity
from kh359.pages import _state
from kh359.pages._download import offer_table
from kh359.pages._figure import source_cell
from kh359.pages._table import Cell, Text, table
from kh359.plan.facts import Facts

MOST_FINDINGS, MOST_ROWS = 100, 30


def show_report(facts: Facts, report: CheckReport, *, name: str, form: bool) -> None:
    """name: of the file, if any. form: whether it was one figure of the form, without places."""
    _show_headline(report, name)
    if report.findings:
        _show_findings(facts, report, form=form)
    if report.rows:
        _show_rows(facts, report)


def _show_headline(report: CheckReport, name: str) -> None:
    say = _state.say()
    text = say(
        "{read} rows read, {rows} with a new figure. Errors: {errors}; to be confirmed: {confirm}; "
        "notes: {notes}.",
        read=report.rows_read,
        rows=len(report.rows),
        errors=len(report.errors),
        confirm=len(report.to_confirm),
        notes=len(report.notes),
    )
    if name:
        text = f"{plain_markdown(clipped(name))}: {text}"
    if report.errors:
        st.error(text + " " + say("Nothing is accepted while there is an error."))
    elif not report.rows:
        st.info(text + " " + say("There is nothing new in it."))
    elif report.to_confirm:
        st.warning(text)
    else:
        st.success(text)


def _show_findings(facts: Facts, report: CheckReport, *, form: bool) -> None:
    say, language = _state.say(), _state.language()
    headers = (
        say("Severity"),
        say("Where"),
        say("Column"),
        say("Value as given"),
        say("What was found"),
        say("What to do"),
    )
    rows = [
        (
            severity_text(one.severity, language),
            place_text(one, language),
            column_text(one.column, language) or "–",
            clipped(one.value) or "–",
            *finding_text(one, facts, language),
        )
        for one in report.findings[:MOST_FINDINGS]
    ]
    if form:
        headers, rows = (headers[0], *headers[2:]), [(row[0], *row[2:]) for row in rows]
    table(say("What the check found"), headers, rows, tight=frozenset({0} if form else {0, 1}))
    rest = len(report.findings) - len(rows)
    if rest > 0:
        st.write(say.plural("… and {count} more finding", "… and {count} more findings", rest))
    if not form:
        records = finding_records(report, facts, language)
        offer_table("kh359_check", finding_headers(language), records)


def _show_rows(facts: Facts, report: CheckReport) -> None:
    say = _state.say()
    rows = [_cells(facts, report, row) for row in report.rows[:MOST_ROWS]]
    headers = (
        say("Indicator"),
        say("Region"),
        say("Year"),
        say("Value"),
        say("Grade"),
        say("Source"),
    )
    table(say("New figures in it"), headers, rows, tight=frozenset({2}))
    rest = len(report.rows) - len(rows)
    if rest > 0:
        st.write(say.plural("… and {count} more figure", "… and {count} more figures", rest))


def _cells(facts: Facts, report: CheckReport, row: CheckedRow) -> tuple[Cell, ...]:
    say, language = _state.say(), _state.language()
    new, old = row.observation, row.replaces
    indicator = facts.indicator_by_id[new.indicator_id]
    before = quantity(old.value, old.unit, language) if old else ""
    small = say("instead of {value}", value=before) if before else ""
    return (
        say.pick(indicator.name_vi, indicator.name_en),
        word(new.region, language),
        Text(text=str(new.year), small=written_date(new.as_of, language) if new.as_of else ""),
        Text(text=quantity(new.value, new.unit, language), small=small),
        Text(text=word(new.grade, language), small=word(new.match, language)),
        _source(facts, report, new.source_id),
    )


def _source(facts: Facts, report: CheckReport, source_id: str) -> Text:
    """One that stands, or one that the table adds."""
    if source_id in facts.source_by_id:
        return source_cell(facts, source_id)
    added = next((one for one in report.sources if one.get("source_id") == source_id), {})
    day = added.get("date", "")
    parts = (
        added.get("publisher"),
        added.get("document"),
        written_date(day, _state.language()) if day else "",
    )
    return Text(
        text=added.get("title", ""),
        address=added.get("address", ""),
        small=", ".join(filter(None, parts)),
    )
