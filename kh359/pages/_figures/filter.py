"""Which observed figures are listed: by indicator, region, year, grade, who, and words."""

from collections.abc import Iterable
from dataclasses import dataclass

import streamlit as st

from kh359.intake.folding import folded
from kh359.locale.proof import word
from kh359.locale.subject import group_letter
from kh359.pages import _state
from kh359.pages._figure import figure_record
from kh359.plan.facts import Facts
from kh359.plan.observation import Grade, Observation, Region
from kh359.plan.user_figure import UserObservation

FIND = "figures_find"
EVERY = "*"
SHIPPED = ""
"""In the place of a person: the figures that came with the program."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """None takes everything. by: name of a person, or SHIPPED. words: folded."""

    indicator_id: str | None = None
    region: Region | None = None
    year: int | None = None
    grade: Grade | None = None
    by: str | None = None
    words: str = ""

    def takes(self, figure: Observation) -> bool:
        """Whether a figure is listed, the words apart."""
        return (
            self.indicator_id in (None, figure.indicator_id)
            and self.region in (None, figure.region)
            and self.year in (None, figure.year)
            and self.grade in (None, figure.grade)
            and self.by in (None, entered_by(figure))
        )


def entered_by(figure: Observation) -> str:
    """Who entered the figure; SHIPPED where it came with the program."""
    return figure.entry.by if isinstance(figure, UserObservation) else SHIPPED


def choose_filter(facts: Facts) -> Filter:
    """Five lists and a box for words, each with a way to take everything."""
    say, language = _state.say(), _state.language()
    names = indicator_names(facts)
    held = {figure.indicator_id for figure in facts.observations}
    people = sorted({entered_by(f) for f in facts.observations})
    left, right = st.columns([3, 2])
    with left:
        indicator_id = _choose(
            say("Indicator"),
            say("All indicators"),
            "figures_indicator",
            [i for i in names if i in held],
            names,
        )
    with right:
        words = st.text_input(say("Search in names, sources and notes"), key=FIND, live=True)
    columns = st.columns(4)
    regions = {region.value: word(region, language) for region in Region}
    grades = {grade.value: word(grade, language) for grade in Grade}
    years = {str(year): str(year) for year in sorted({f.year for f in facts.observations})[::-1]}
    whose = {name: name or say("Came with the program") for name in people}
    with columns[0]:
        region = _choose(
            say("Region"), say("All regions"), "figures_region", list(regions), regions
        )
    with columns[1]:
        year = _choose(say("Year"), say("All years"), "figures_year", list(years), years)
    with columns[2]:
        grade = _choose(say("Grade"), say("All grades"), "figures_grade", list(grades), grades)
    with columns[3]:
        by = _choose(say("Entered by"), say("Everyone"), "figures_by", list(whose), whose)
    return Filter(
        indicator_id=indicator_id,
        region=Region(region) if region else None,
        year=int(year) if year else None,
        grade=Grade(grade) if grade else None,
        by=by,
        words=folded(words or ""),
    )


def filtered(facts: Facts, chosen: Filter) -> list[Observation]:
    """The figures taken, in the plan's order and the newest year first."""
    order = {indicator.indicator_id: n for n, indicator in enumerate(facts.indicators)}
    taken: Iterable[Observation] = filter(chosen.takes, facts.observations)
    if chosen.words:
        names = indicator_names(facts)
        taken = (
            f
            for f in taken
            if chosen.words
            in folded(" ".join(map(str, figure_record(facts, names[f.indicator_id], f))))
        )
    return sorted(taken, key=lambda f: (order[f.indicator_id], -f.year, f.region))


def indicator_names(facts: Facts) -> dict[str, str]:
    """Every indicator's name behind its group's letter, by id, in the plan's order."""
    say, language = _state.say(), _state.language()
    return {
        one.indicator_id: group_letter(one.group, language) + say.pick(one.name_vi, one.name_en)
        for one in facts.indicators
    }


def _choose(
    label: str, every: str, key: str, options: list[str], names: dict[str, str]
) -> str | None:
    """One of the options, or None for all."""
    words = {EVERY: every} | {option: names[option] for option in options}
    chosen = st.selectbox(
        label, list(words), format_func=words.__getitem__, key=key, persist_state="session"
    )
    return None if chosen == EVERY else chosen
