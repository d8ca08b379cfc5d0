"""The form of one figure: a new one, or another value for one that stands."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from kh359.intake.vocabulary import Column
from kh359.locale.intake_vocabulary import source_label
from kh359.locale.number import date as written_date
from kh359.locale.number import figure as written
from kh359.locale.proof import word
from kh359.locale.unit import unit_label
from kh359.pages import _state
from kh359.pages._figures.act import barred
from kh359.pages._figures.check import check
from kh359.pages._figures.filter import indicator_names
from kh359.plan.facts import Facts
from kh359.plan.observation import Grade, Match, Observation, Region
from kh359.plan.observation_key import observation_key

NEW_SOURCE = "new"
FIRST_YEAR = 2010
INDICATOR = "entry_indicator"
FIELDS = (
    Column.REGION,
    Column.YEAR,
    Column.VALUE,
    Column.GRADE,
    Column.MATCH,
    Column.AS_OF,
    Column.METHOD,
    Column.SOURCE,
    Column.SOURCE_TITLE,
    Column.SOURCE_PUBLISHER,
    Column.SOURCE_DATE,
    Column.SOURCE_DOCUMENT,
    Column.SOURCE_ADDRESS,
    Column.NOTE,
)
_SOURCE_TEXTS = FIELDS[8:13]
EXAMPLES = {Column.SOURCE_DATE: "31/12/2025", Column.SOURCE_DOCUMENT: "12/BC-SKHCN"}
USUAL = "main"
"""The way of measuring of a figure that names none."""


def show_entry(facts: Facts, start: Observation | None) -> None:
    """start: the figure to be corrected; None for a new one."""
    say = _state.say()
    names = indicator_names(facts)
    mark = observation_key(start) if start else "new"
    if start is None:
        seen = _state.view().indicator_id
        indicator_id = st.selectbox(
            say("Indicator"),
            list(names),
            index=list(names).index(seen) if seen in names else 0,
            format_func=names.__getitem__,
            key=INDICATOR,
        )
    else:
        indicator_id = start.indicator_id
        st.caption(
            say(
                "Another region, year or way of measuring makes another figure; this one then "
                "stays. To take it away, withdraw it."
            )
        )
    with st.form(f"entry_{mark}"):
        _show_figure(facts, indicator_id, start, mark)
        _show_source(facts, start, mark)
        reason = barred()
        st.form_submit_button(
            say("Check"),
            type="primary",
            on_click=_check,
            args=(facts, indicator_id, mark),
            disabled=bool(reason),
            help=reason,
        )


def _show_figure(facts: Facts, indicator_id: str, start: Observation | None, mark: str) -> None:
    say, language = _state.say(), _state.language()
    unit = facts.indicator_by_id[indicator_id].unit
    first, second = st.columns(4), st.columns(4)
    region = start.region if start else Region.PROVINCE
    with first[0]:
        _list(say("Region"), Column.REGION, mark, [r.value for r in Region], region.value)
    with first[1]:
        this_year = date.today().year
        chosen = start.year if start else this_year - 1
        years = sorted({chosen, *range(FIRST_YEAR, this_year + 1)}, reverse=True)
        _list(say("Year"), Column.YEAR, mark, [str(year) for year in years], str(chosen))
    with first[2]:
        shown = written(start.value, unit, language) if start else ""
        label = say("Value: {unit}", unit=unit_label(unit, language))
        _text(label, Column.VALUE, mark, shown)
    with first[3]:
        day = written_date(start.as_of, language) if start and start.as_of else ""
        _text(say("As of (empty: the whole year)"), Column.AS_OF, mark, day, "12/2025")
    grades = [grade.value for grade in Grade if grade is not Grade.DERIVED]
    with second[0]:
        _list(
            say("Grade"),
            Column.GRADE,
            mark,
            grades,
            (start.grade if start else Grade.OFFICIAL).value,
        )
    with second[1]:
        matches = [match.value for match in Match]
        _list(
            say("Definition"),
            Column.MATCH,
            mark,
            matches,
            (start.match if start else Match.SAME).value,
        )
    with second[2]:
        method = start.method if start and start.method != USUAL else ""
        _text(say("Way of measuring (mostly empty)"), Column.METHOD, mark, method)
    with second[3]:
        _text(say("Notes"), Column.NOTE, mark, (start and start.note_vi) or "")


def _show_source(facts: Facts, start: Observation | None, mark: str) -> None:
    say = _state.say()
    names = {NEW_SOURCE: say("A new source: fill in below")}
    names |= {one.source_id: source_label(one, say) for one in facts.sources}
    first = start.source_id if start and start.source_id in names else NEW_SOURCE
    st.selectbox(
        say("Source"),
        list(names),
        index=list(names).index(first),
        format_func=names.__getitem__,
        key=_key(Column.SOURCE, mark),
    )
    columns = st.columns([3, 2, 1.6, 2, 2])
    labels: Sequence[str] = (
        say("New source: title"),
        say("New source: publisher"),
        say("New source: date"),
        say("New source: document number"),
        say("New source: address"),
    )
    for column, label, field in zip(columns, labels, _SOURCE_TEXTS, strict=True):
        with column:
            _text(label, field, mark, "", EXAMPLES.get(field, ""))


def _list(label: str, column: Column, mark: str, options: list[str], first: str) -> None:
    language = _state.language()
    kinds = {Column.REGION: Region, Column.GRADE: Grade, Column.MATCH: Match}
    kind = kinds.get(column)
    names = {one: word(kind(one), language) if kind else one for one in options}
    index = options.index(first) if first in options else 0
    st.selectbox(label, options, index=index, format_func=names.__getitem__, key=_key(column, mark))


def _text(label: str, column: Column, mark: str, first: str, example: str = "") -> None:
    say = _state.say()
    shown = say("e.g. {example}", example=example) if example else None
    st.text_input(label, value=first, key=_key(column, mark), placeholder=shown)


def settle_entry(figure: Observation | None) -> None:
    """After a figure was accepted: the next one can be typed. figure: what was accepted.

    Before the form is drawn. Its source stays, since the next figure often has the same.
    """
    for column in (Column.VALUE, Column.AS_OF, Column.NOTE):
        _state.fill(_key(column, "new"), "")
    if figure is not None:
        _state.fill(_key(Column.SOURCE, "new"), figure.source_id)
        for column in _SOURCE_TEXTS:
            _state.fill(_key(column, "new"), "")


def _key(column: Column, mark: str) -> str:
    return f"entry_{column.value}_{mark}"


def _check(facts: Facts, indicator_id: str, mark: str) -> None:
    """One row as a table would hold it, through the same check."""
    typed = {column: str(_state.typed(_key(column, mark)) or "").strip() for column in FIELDS}
    row = {column: text for column, text in typed.items() if text}
    if row.get(Column.SOURCE) == NEW_SOURCE:
        del row[Column.SOURCE]
    else:
        row = {column: text for column, text in row.items() if column not in _SOURCE_TEXTS}
    unit = facts.indicator_by_id[indicator_id].unit
    check([{**row, Column.INDICATOR: indicator_id, Column.UNIT: unit.value}])
