"""The assumptions in which the compared scenarios differ, or that are away from their rest."""

import streamlit as st

from kh359.charts.candidate import Candidate
from kh359.locale.lever import change_text, lever_text, slot_text, value_text
from kh359.locale.number import percent
from kh359.locale.unit import quantity
from kh359.model.scenario.lever import LEVERS, Lever
from kh359.model.scenario.moved_lever import is_moved
from kh359.model.scenario.scenario import Override, Scenario
from kh359.pages import _compute, _state
from kh359.pages._table import Cell, Text, table


def show_levers_that_differ(candidates: tuple[Candidate, ...]) -> None:
    """One row for each value of a lever that any scenario moves; every value is a giả định."""
    say = _state.say()
    st.subheader(say("Assumptions that differ"), anchor=False)
    scenarios = tuple(candidate.run.scenario for candidate in candidates)
    rows = [*_lever_rows(scenarios), *_override_rows(scenarios)]
    if not rows:
        st.write(say("None: every lever of every scenario is at rest."))
        return
    headers = (
        say("Assumption"),
        say("At rest (assumption)"),
        *(candidate.name for candidate in candidates),
    )
    caption = say("Every value is an assumption; below it, how far it is from rest")
    table(caption, headers, rows)


def _lever_rows(scenarios: tuple[Scenario, ...]) -> list[tuple[Cell, ...]]:
    """The name of a lever stands once, before the first of its values."""
    language, rest = _state.language(), _compute.rest()
    rows, last = [], ""
    for lever, slot in moved_slots(scenarios, rest):
        name, place = lever_text(lever, language), slot_text(lever, slot, language)
        rows.append(
            (
                Text(text=name, small=place) if name != last else place,
                value_text(lever, rest.values_of(lever.name)[slot], language),
                *(_value(lever, slot, scenario, rest) for scenario in scenarios),
            )
        )
        last = name
    return rows


def moved_slots(scenarios: tuple[Scenario, ...], rest: Scenario) -> tuple[tuple[Lever, int], ...]:
    """Every value of a lever that any scenario moves away from its rest."""
    return tuple(
        (lever, slot)
        for lever in LEVERS
        for slot in range(lever.size)
        if any(is_moved(lever, slot, scenario, rest) for scenario in scenarios)
    )


def _value(lever: Lever, slot: int, scenario: Scenario, rest: Scenario) -> Cell:
    language = _state.language()
    value, resting = scenario.values_of(lever.name)[slot], rest.values_of(lever.name)[slot]
    text = value_text(lever, value, language)
    if not is_moved(lever, slot, scenario, rest):
        return text
    return Text(text=text, small=change_text(lever, value - resting, language))


def _override_rows(scenarios: tuple[Scenario, ...]) -> list[tuple[Cell, ...]]:
    say, facts = _state.say(), _compute.facts()
    ids = {override.indicator_id for scenario in scenarios for override in scenario.overrides}
    rows = []
    for indicator in facts.indicators:
        if indicator.indicator_id in ids:
            name = say.pick(indicator.name_vi, indicator.name_en)
            cells = (_override(s.override_of(indicator.indicator_id)) for s in scenarios)
            rows.append((Text(text=name, small=say("this indicator alone")), "–", *cells))
    return rows


def _override(override: Override) -> Cell:
    say, language = _state.say(), _state.language()
    parts = []
    if override.pace:
        sign = "+" if override.pace > 0 else ""
        parts.append(say("{rate} a year", rate=sign + percent(override.pace, language)))
    if override.start_value is not None:
        unit = _compute.facts().indicator_by_id[override.indicator_id].unit
        value = quantity(override.start_value, unit, language)
        parts.append(say("starts from {value} in {year}", value=value, year=override.start_year))
    if not override.outside_driver:
        parts.append(say("without what nation and market bring"))
    return tuple(Text(text=part) for part in parts) or "–"
