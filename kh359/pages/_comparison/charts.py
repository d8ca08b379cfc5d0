"""The charts of a comparison: targets met, one indicator, money."""

import streamlit as st

from kh359.charts.candidate import Candidate
from kh359.charts.count_range import count_range
from kh359.charts.count_range_plotly import count_range_figure
from kh359.charts.fan_settings import fan_settings
from kh359.charts.money import SHORT_PURSES, MoneyChart, Purse, money_paths, money_stack
from kh359.charts.money_plotly import money_figure
from kh359.charts.scenario_fan_build import scenario_fan
from kh359.charts.scenario_matrix import levels_of
from kh359.charts.scenario_spans_plotly import scenario_spans_figure
from kh359.locale.proof import level_text
from kh359.pages import _compute, _state
from kh359.pages._indicator_choice import choose_indicator
from kh359.pages._scenario.chart import show_marks


def show_count_chart(candidates: tuple[Candidate, ...]) -> None:
    """Targets expected to be met at each milestone, with a range."""
    language = _state.language()
    chart = count_range(candidates, language, has_baseline=False)
    settings = fan_settings(f"kh359_so_sanh_muc_tieu_{_marks(candidates)}", language)
    figure = count_range_figure(chart)
    st.plotly_chart(figure, theme=None, config=settings, alt=chart.alt, key="count_range")


def show_indicator(candidates: tuple[Candidate, ...]) -> None:
    """One indicator under all scenarios."""
    say, language, facts = _state.say(), _state.language(), _compute.facts()
    st.subheader(say("One indicator under each scenario"), anchor=False)
    outlook = candidates[0].outlook
    projected = (item for item in outlook.indicators if item.projection is not None)
    first = next((item.indicator.indicator_id for item in projected), None)
    indicator_id = choose_indicator(outlook, preferred=first)
    chart = scenario_fan(facts, indicator_id, candidates, language, side_by_side=True)
    settings = fan_settings(f"kh359_so_sanh_{indicator_id}_{_marks(candidates)}", language)
    figure = scenario_spans_figure(chart)
    st.plotly_chart(figure, theme=None, config=settings, alt=chart.alt, key="scenario_spans")
    show_marks(chart)
    levels = sorted(set(levels_of(candidates, indicator_id)))
    told = " / ".join(level_text(level, language) for level in levels)
    st.caption(say("Evidence") + f": **{told}**")


def show_money(candidates: tuple[Candidate, ...]) -> None:
    """Money by year, all scenarios; and one of them by programme."""
    say, language = _state.say(), _state.language()
    st.subheader(say("Money behind each scenario"), anchor=False)
    choices, charts = st.columns(2, vertical_alignment="bottom"), st.columns(2)
    chosen = choices[0].segmented_control(
        say("Whose money"),
        list(Purse),
        default=Purse.PUBLIC,
        required=True,
        format_func=lambda purse: say(SHORT_PURSES[purse]),
        key="purse",
    )
    one = choices[1].selectbox(
        say("By programme, in scenario"),
        range(len(candidates)),
        format_func=lambda place: candidates[place].name,
        key="money_of",
    )
    purse, mark = Purse(chosen), candidates[one].run.scenario.content_hash
    paths = money_paths(candidates, purse, language, has_baseline=False)
    stack = money_stack(candidates[one], purse, language)
    with charts[0]:
        _draw_money(paths, f"kh359_so_sanh_tien_{purse}_{_marks(candidates)}", "money_paths")
    with charts[1]:
        _draw_money(stack, f"kh359_tien_chuong_trinh_{purse}_{mark}", "money_stack")


def _draw_money(chart: MoneyChart, file_name: str, key: str) -> None:
    settings = fan_settings(file_name, _state.language())
    st.plotly_chart(money_figure(chart), theme=None, config=settings, alt=chart.alt, key=key)


def _marks(candidates: tuple[Candidate, ...]) -> str:
    return "_".join(candidate.run.scenario.content_hash for candidate in candidates)
