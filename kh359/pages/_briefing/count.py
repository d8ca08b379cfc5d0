"""How many targets are expected to be met, and a lever to move while everybody looks."""

from html import escape

import streamlit as st

from kh359.charts.count_range import CountRange, CountYear, count_range
from kh359.locale.lever import lever_text, slot_text
from kh359.locale.number import number
from kh359.model.scenario.lever import LEVER_BY_NAME
from kh359.pages import _state
from kh359.pages._briefing.sitting import Sitting
from kh359.pages._briefing.slide import fact, facts_row, show
from kh359.pages._scenario.choice import scenario
from kh359.pages._scenario.count import count_tiles
from kh359.pages._scenario.lever_money import lever_money
from kh359.pages._scenario.lever_move import LeverMove, moved
from kh359.pages._scenario.lever_slider import lever_slider
from kh359.pages._scenario.slider import Slider
from kh359.pages._view import View

LEVER = LEVER_BY_NAME["programme_share"]
"""The lever that a budget meeting talks about."""


def show_counts(sitting: Sitting) -> None:
    """Each milestone in large type; of a comparison, each scenario in a row."""
    if sitting.compared:
        show(_grid(count_range(sitting.candidates, _state.language(), has_baseline=False)))
        return
    tiles = count_tiles(sitting.baseline, sitting.run, sitting.ground.outlook)
    show(facts_row([fact(t.figure, t.label, t.below, t.look) for t in tiles]))
    _show_lever(sitting)


def _show_lever(sitting: Sitting) -> None:
    """The share of the budget at each milestone, below that milestone's number."""
    language, now = _state.language(), scenario()
    with st.container(key="briefing_lever"):
        st.markdown(f"**{lever_text(LEVER, language)}**")
        for slot, column in enumerate(st.columns(LEVER.size)):
            with column:
                money = lever_money(LEVER, slot, sitting.run.money, now, language)
                name = slot_text(LEVER, slot, language)
                rest = sitting.ground.rest
                _show(lever_slider(LEVER, slot, now, rest, language, name=name, money=money))


def _show(slider: Slider) -> None:
    def take(view: View, text: str) -> View:
        return moved(view, LeverMove(slider.key, slider.stops[text]))

    stops = [*slider.stops]
    text = stops[[*slider.stops.values()].index(slider.at)]
    st.select_slider(slider.label, stops, **_state.bound(slider.key, text, take))


def _grid(chart: CountRange) -> str:
    say = _state.say()
    heads = "".join(f"<th>{_head(year)}</th>" for year in chart.years)
    rows = []
    for one in chart.series:
        points = {point.year: point for point in one.points}
        cells = "".join(
            f"<td>{_cell(points[year.year]) if year.year in points else '–'}</td>"
            for year in chart.years
        )
        rows.append(f'<tr><th class="name">{escape(one.name)}</th>{cells}</tr>')
    if not rows:
        return f"<p>{escape(chart.message)}</p>"
    first = f'<th class="name">{escape(say("Targets expected to be met"))}</th>'
    return f'<table class="grid"><tr>{first}{heads}</tr>{"".join(rows)}</table>'


def _head(year: CountYear) -> str:
    return "<br>".join(year.text)


def _cell(point) -> str:
    say, language = _state.say(), _state.language()
    low, high = (number(value, language, digits=0) for value in (point.low, point.high))
    span = say("8 of 10 draws: {low} to {high}", low=low, high=high)
    return f'<span class="figure">{escape(point.label)}</span><small>{escape(span)}</small>'
