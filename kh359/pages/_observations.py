"""Observed figures in a table, each with its source."""

from collections.abc import Iterable

import streamlit as st

from kh359.locale.number import date, figure, percent_sign
from kh359.locale.proof import word
from kh359.locale.unit import unit_label
from kh359.model.outlook import IndicatorOutlook
from kh359.pages import _state
from kh359.pages._table import Line, Text, table
from kh359.plan.facts import Facts
from kh359.plan.indicator import Indicator, Kind
from kh359.plan.observation import Grade, Observation
from kh359.plan.unit import Unit


def show_observations(facts: Facts, item: IndicatorOutlook) -> None:
    """All figures of one indicator, the fitted ones named as such."""
    say, evidence = _state.say(), item.evidence
    st.subheader(say("Observations and their sources"), anchor=False)
    own = facts.observations_of(item.indicator.indicator_id)
    rest = [o for o in (*evidence.context, *own) if o not in evidence.used]
    shown = [*evidence.used, *dict.fromkeys(rest)]
    if not shown:
        st.write(say("No data: no observed figure with a source has been found."))
        return
    rows = [
        Line(
            cells=(
                *observation_cells(facts, item.indicator, o),
                say("yes") if o in evidence.used else say("no"),
            )
        )
        for o in sorted(shown, key=lambda o: (-o.year, o.region))
    ]
    headers = (*observation_headers(), say("Used for the projection"))
    table(say("Observed figures"), headers, rows, numbers=frozenset({1}), tight=frozenset({0}))


def observation_headers() -> Iterable[str]:
    """Column titles of `observation_cells`."""
    say = _state.say()
    return (
        say("Year"),
        say("Value"),
        say("Region"),
        say("Grade"),
        say("Source"),
        say("Notes"),
    )


def observation_cells(
    facts: Facts, indicator: Indicator, observation: Observation
) -> tuple[str | Text, ...]:
    """One figure: year, value, region, grade, source with its address, and what to beware of."""
    language = _state.language()
    per_year = indicator.kind is Kind.FLOW
    derived = observation.grade is Grade.DERIVED
    unit = unit_label(observation.unit, language, per_year=per_year)
    value = Text(
        text=figure(observation.value, observation.unit, language, projected=derived), small=unit
    )
    if observation.unit is Unit.PERCENT:
        value = Text(text=value.text + percent_sign(language))
    return (
        Text(
            text=str(observation.year),
            small=date(observation.as_of, language) if observation.as_of else "",
        ),
        value,
        word(observation.region, language),
        Text(
            text=word(observation.grade, language),
            small=word(observation.match, language),
        ),
        source_cell(facts, observation.source_id),
        _notes(observation),
    )


def source_cell(facts: Facts, source_id: str) -> str | Text:
    """Title as a link; publisher and date below."""
    source = facts.source_by_id.get(source_id)
    if source is None:
        return source_id
    return Text(
        text=source.title,
        address=source.address,
        small=f"{source.publisher}, {date(source.date, _state.language())}",
    )


def _notes(observation: Observation) -> str:
    say = _state.say()
    notes = [say.pick(observation.note_vi, observation.note_en)]
    if observation.superseded:
        notes.insert(0, say("Replaced by a newer figure."))
    return " ".join(note for note in notes if note)
