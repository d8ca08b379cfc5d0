"""What the user wants of the whole plan: ceiling, limits and weights."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, TypeVar

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
from kh359.pages._goal.choice import CHANGES, FLOORS, MULTIPLES, WEIGHTS, PlanAsked
from kh359.pages._view import View

K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """A search that was asked for; marks: of the stage it was asked on."""

    marks: tuple[str, Assumptions, int, int]
    aim: Aim
    limits: Limits


def order(ground: Stage, chosen: Scenario) -> Order:
    """The choices as they stand. Raises QuestionError."""
    say, asked = _state.say(), _state.view().plan_asked
    left, right = st.columns([3, 2], gap="large")
    with left:
        ceiling = _ceiling(ground, chosen)
    with right:
        change = _change()
        steady = st.toggle(
            say("Never less money than in the year before"),
            **_bound("steady", asked.steady, lambda now, on: replace(now, steady=on)),
        )
    with st.expander(say("Least shares and weights")):
        floors = _row(
            say("Least share of the money for each programme"), "floors", FLOORS, _percent
        )
        by_programme = _row(say("Weight of each programme's targets"), "weights", WEIGHTS, _weight)
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
        format_func=text,
        **_bound(
            "ceiling",
            _state.view().plan_asked.ceiling,
            lambda now, multiple: replace(now, ceiling=multiple),
        ),
    )
    return multiple * own


def _change() -> int | None:
    say, language = _state.say(), _state.language()
    return st.select_slider(
        say("Largest change of the money from one year to the next"),
        CHANGES,
        format_func=lambda c: say("any") if c is None else percent(c / 100, language),
        **_bound(
            "change",
            _state.view().plan_asked.change,
            lambda now, change: replace(now, change=change),
        ),
    )


def _row(
    label: str, part: str, options: tuple[float, ...], words: Callable[[float], str]
) -> dict[str, float]:
    """One choice for each programme."""
    language, lever = _state.language(), LEVER_BY_NAME["split"]
    st.markdown(f"**{label}**")
    names = {letter: slot_text(lever, slot, language) for slot, letter in enumerate(PROGRAMMES)}
    return _choices(part, names, options, words)


def _years() -> dict[int, float]:
    say = _state.say()
    st.markdown(f"**{say('Weight of each milestone')}**")
    names = {year: str(year) for year in STATED_YEARS}
    return _choices("year_weights", names, WEIGHTS, _weight)


def _choices(
    part: str, names: Mapping[K, str], options: tuple[float, ...], words: Callable[[float], str]
) -> dict[K, float]:
    """part: the field of `PlanAsked` that holds a number for each name."""
    asked: tuple[float, ...] = getattr(_state.view().plan_asked, part)
    for slot, (place, (key, label)) in enumerate(
        zip(st.columns(len(names)), names.items(), strict=True)
    ):
        with place:
            st.selectbox(
                label,
                options,
                format_func=words,
                **_bound(f"{part}_{key}", asked[slot], partial(_with, part, slot)),
            )
    return dict(zip(names, asked, strict=True))


def _with(part: str, slot: int, now: PlanAsked, number: float) -> PlanAsked:
    numbers = list(getattr(now, part))
    numbers[slot] = number
    return replace(now, **{part: tuple(numbers)})


def _bound(name: str, value: object, take: Callable[[PlanAsked, Any], PlanAsked]) -> dict[str, Any]:
    def changed(view: View, chosen: object) -> View:
        return view.asking_plan(take(view.plan_asked, chosen))

    return _state.bound(f"goal_{name}", value, changed)


def _percent(shown: float) -> str:
    return percent(shown / 100, _state.language())


def _weight(shown: float) -> str:
    return "× " + number(shown, _state.language(), digits=1)
