"""One figure of every chart of the project, to be drawn as a picture. A new chart adds a line."""

from collections.abc import Callable
from typing import Any

import test_backtest_charts as backtest
import test_influence_charts as influence
from samples import LEVELS, facts, outlook_of
from scenario_samples import candidate

from kh359.charts.backtest_plotly import (
    coverage_figure,
    peer_figure,
    reliability_figure,
    skill_figure,
)
from kh359.charts.count_range import count_range
from kh359.charts.count_range_plotly import count_range_figure
from kh359.charts.coverage_bars import coverage_bars
from kh359.charts.fan_plotly import fan_figure
from kh359.charts.first_year_bars import FirstYearBars, YearBar
from kh359.charts.first_year_plotly import first_year_figure
from kh359.charts.frontier import FrontierChart, FrontierMark
from kh359.charts.frontier_plotly import frontier_figure
from kh359.charts.indicator_fan import fan_chart
from kh359.charts.influence_contribution import contribution_chart
from kh359.charts.influence_plotly import contribution_figure, sobol_figure, tornado_figure
from kh359.charts.influence_sobol import sobol_chart
from kh359.charts.influence_tornado import tornado_chart
from kh359.charts.money import Purse, money_paths, money_stack
from kh359.charts.money_plotly import money_figure
from kh359.charts.peer_bars import peer_bars
from kh359.charts.reliability_diagram import reliability_diagram
from kh359.charts.scenario_fan import ScenarioFan
from kh359.charts.scenario_fan_build import scenario_fan
from kh359.charts.scenario_fan_key import keyed_fan_figure
from kh359.charts.scenario_fan_plotly import scenario_fan_figure
from kh359.charts.scenario_spans_plotly import scenario_spans_figure
from kh359.charts.skill_bars import skill_bars
from kh359.model.evidence import Level
from kh359.model.sensitivity.contribution import Contribution, Part
from kh359.model.sensitivity.target_sobol import Sobol, SobolIndex
from kh359.model.sensitivity.tornado import Tornado

Figure = dict[str, Any]
SIGN = "\u00a0%"


def pair():
    return candidate("Giữ nguyên"), candidate("Thêm tiền", 0.25)


def strands() -> ScenarioFan:
    return scenario_fan(facts(), LEVELS[Level.TREND], pair(), "vi")


def fan(level: Level) -> Figure:
    return fan_figure(fan_chart(facts(), outlook_of(level), "vi"))


def peers() -> Figure:
    plan = backtest.with_peers(*backtest.FOUR)
    bars = peer_bars(plan, plan.indicator_by_id["trend_share"], backtest.standing(plan), "vi")
    return peer_figure(bars)


def skills() -> Figure:
    scores = [backtest.score("compound", -7.5), backtest.score(), backtest.score("linear", -0.6)]
    return skill_figure(skill_bars(scores, SIGN, "vi"))


def first_year(*, assumed: bool) -> Figure:
    bars = tuple(YearBar(year=y, shown=2.0 * (y - 2025), hover="") for y in range(2026, 2046))
    return first_year_figure(
        FirstYearBars(
            title="Khi nào đạt mục tiêu cuối", bars=bars, label="40 %", never="60 %", due=2045,
            due_name="hạn", assumed=assumed, sign=SIGN, alt="",
        )
    )  # fmt: skip


def tornado() -> Figure:
    rows = (influence.row(0.4, 0.55), influence.row(0.45, 0.7))
    found = Tornado(target_id="t", p_met=0.5, rows=rows)
    return tornado_figure(tornado_chart(found, "Mục tiêu", facts(), "vi"))


def sobol() -> Figure:
    index = SobolIndex(
        source=influence.lever(), first=0.25, first_margin=0.05, total=0.4, total_margin=0.1
    )
    found = Sobol(mean=0.5, p10=0.4, p90=0.6, n_runs=2048, indices=(index,), constant=False)
    return sobol_figure(sobol_chart(found, "x", "40 % – 60 %", facts(), "vi"))


def contribution() -> Figure:
    parts = (Part(part_id="execution", change=0.2), Part(part_id="added_lag", change=-0.05))
    found = Contribution(before=0.3, after=0.45, parts=parts, grouped=False)
    return contribution_figure(contribution_chart(found, "x", "vi", is_count=False))


def frontier() -> Figure:
    now, found, more = (
        FrontierMark(money=m, expected=e, name=n, hover="")
        for m, e, n in ((500.0, 9.0, "hiện nay"), (900.0, 12.0, "tìm được"), (1500.0, 13.0, ""))
    )
    return frontier_figure(
        FrontierChart(
            title="Ngân sách và mục tiêu", notes=(), money_title="tỷ đồng", count_title="mục tiêu",
            curve=(found, more), now=now, found=found, alt="", decimal_comma=True,
        )
    )  # fmt: skip


STILLS: dict[str, tuple[Callable[[], Figure], ...]] = {
    "fan_figure": tuple(lambda level=level: fan(level) for level in Level),
    "scenario_fan_figure": (lambda: scenario_fan_figure(strands()),),
    "keyed_fan_figure": (lambda: keyed_fan_figure(strands()),),
    "scenario_spans_figure": (lambda: scenario_spans_figure(strands()),),
    "count_range_figure": (
        lambda: count_range_figure(count_range(pair(), "vi", has_baseline=True)),
    ),
    "money_figure": (
        lambda: money_figure(money_paths(pair(), Purse.BOTH, "vi", has_baseline=True)),
        lambda: money_figure(money_stack(pair()[0], Purse.PUBLIC, "vi")),
    ),
    "reliability_figure": (
        lambda: reliability_figure(reliability_diagram(backtest.score(), SIGN, "vi")),
    ),
    "coverage_figure": (lambda: coverage_figure(coverage_bars(backtest.score(), SIGN, "vi")),),
    "skill_figure": (skills,),
    "peer_figure": (peers,),
    "first_year_figure": (lambda: first_year(assumed=True), lambda: first_year(assumed=False)),
    "frontier_figure": (frontier,),
    "tornado_figure": (tornado,),
    "sobol_figure": (sobol,),
    "contribution_figure": (contribution,),
}
"""Name of the function that makes the Plotly figure -> figures it makes."""
