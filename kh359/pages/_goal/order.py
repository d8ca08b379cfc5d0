"""What the user wants of the whole plan: ceiling, limits and weights."""

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from kh359.locale.lever import slot_text
from kh359.locale.money import money_text
from kh359.locale.number import number, percent
from kh359.model.assumptions import Assumptions
from kh359.model.evaluation.stage import Stage
from kh359.model.scenario.lever import LEVER_BY_NAME, PROGRAMMES, STATED_YEARS
from kh359.model.scenario.scenario import Scenario
from kh359.model.solve.aim import Aim, Limits
from kh359.model.solve.best_plan import ceiling_of
from kh359.model.solve.preference import weights
from kh359.pages import _compute, _state

CHANGES: tuple[int | None, ...] = (5, 10, 15, 20, 30, 50, None)
"""Percent a year."""
USUAL_CHANGE = 20
WEIGHTS = (0.0, 0.5, 1.0, 2.0, 3.0)
FLOORS = tuple(range(0, 55, 5))
"""Percent; five of them may pass 100, which is then told."""
MULTIPLES = (0.5, 0.75, 1.0, 1.5, 2.0, 3.0, 4.0, 6.0, 8.0)
"""Offered ceilings, in budgets of the scenario."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """A search that was asked for; marks: of the stage it was asked on."""

    marks: tuple[str, Assumptions, int, int]
    aim: Aim
    limits: Limits


def order(ground: Stage, chosen: Scenario) -> Order:
    """The choices as they stand. Raises QuestionError."""
    say = _state.say()
    left, right = st.columns([3, 2], gap="large")
    with left:
        ceiling = _ceiling(ground, chosen)
    with right:
        change = _change()
        steady = st.toggle(
            say("Never less money than in the year before"),
            value=True,
            key="goal_steady",
            persist_state="session",
        )
    with st.expander(say("Least shares and weights")):
        floors = _row(
            say("Least share of the money for each programme"), "floor", FLOORS, 0, _percent
        )
        by_programme = _row(
            say("Weight of each programme's targets"), "weight", WEIGHTS, 1.0, _weight
        )
        by_year = _years()
    wished = weights(_compute.facts().targets, programmes=by_programme, years=by_year, single={})
    return Order(
        marks=_compute.marks(ground),
        aim=Aim(scenario=chosen, weights=wished),
        limits=Limits(
            ceiling=ceiling,
            floors=tuple(floors[letter] / 100 for letter in PROGRAMMES),
            largest_change=None if change is None else change / 100,
            may_fall=not steady,
        ),
    )


def _ceiling(ground: Stage, chosen: Scenario) -> float:
    say, language = _state.say(), _state.language()
    own = ceiling_of(ground, chosen)

    def text(multiple: float) -> str:
        return money_text(multiple * own, language)

    multiple = st.select_slider(
        say(
            "Ceiling of the budget 2026–2045, 2025 prices (present scenario: {own})",
            own=money_text(own, language),
        ),
        MULTIPLES,
        value=1.0,
        format_func=text,
        key="goal_ceiling",
        persist_state="session",
    )
    return multiple * own


def _change() -> int | None:
    say, language = _state.say(), _state.language()
    return st.select_slider(
        say("Largest change of the money from one year to the next"),
        CHANGES,
        value=USUAL_CHANGE,
        format_func=lambda c: say("any") if c is None else percent(c / 100, language),
        key="goal_change",
        persist_state="session",
    )


def _row(
    label: str, name: str, options: tuple, usual: float, words: Callable[[float], str]
) -> dict[str, float]:
    """One choice for each programme."""
    language, lever = _state.language(), LEVER_BY_NAME["split"]
    st.markdown(f"**{label}**")
    found = {}
    places = st.columns(len(PROGRAMMES))
    for slot, (place, letter) in enumerate(zip(places, PROGRAMMES, strict=True)):
        with place:
            found[letter] = _choice(
                slot_text(lever, slot, language), f"{name}_{letter}", options, usual, words
            )
    return found


def _years() -> dict[int, float]:
    say = _state.say()
    st.markdown(f"**{say('Weight of each milestone')}**")
    found = {}
    for place, year in zip(st.columns(len(STATED_YEARS)), STATED_YEARS, strict=True):
        with place:
            found[year] = _choice(str(year), f"weight_{year}", WEIGHTS, 1.0, _weight)
    return found


def _choice(
    label: str, name: str, options: tuple, usual: float, words: Callable[[float], str]
) -> float:
    chosen = st.selectbox(
        label,
        options,
        index=options.index(usual),
        format_func=words,
        key=f"goal_{name}",
        persist_state="session",
    )
    return usual if chosen is None else chosen


def _percent(shown: float) -> str:
    return percent(shown / 100, _state.language())


def _weight(shown: float) -> str:
    return "× " + number(shown, _state.language(), digits=1)
