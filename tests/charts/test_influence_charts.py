"""The charts of influence, from results written by hand."""

import pytest
from samples import facts

from kh359.charts.influence_contribution import contribution_chart
from kh359.charts.influence_plotly import contribution_figure, sobol_figure, tornado_figure
from kh359.charts.influence_sobol import sobol_chart
from kh359.charts.influence_tornado import LONGEST, tornado_chart
from kh359.model.sensitivity.contribution import Contribution, Part
from kh359.model.sensitivity.source import Source, SourceKind
from kh359.model.sensitivity.target_sobol import Sobol, SobolIndex
from kh359.model.sensitivity.tornado import Tornado, TornadoRow
from kh359.plan.unit import Unit


def lever(name: str = "execution", slot: int | None = None) -> Source:
    return Source(
        kind=SourceKind.LEVER,
        source_id=name,
        slot=slot,
        unit=Unit.PERCENT,
        low=0.7,
        middle=0.9,
        high=1.0,
    )


def row(low: float, high: float) -> TornadoRow:
    return TornadoRow(source=lever(), p_low=low, p_high=high)


def test_a_bar_is_the_change_in_percentage_points() -> None:
    tornado = Tornado(target_id="t", p_met=0.5, rows=(row(0.4, 0.55), row(0.5, 0.5)))
    chart = tornado_chart(tornado, "Mục tiêu", facts(), "vi")
    (bar,) = chart.bars
    assert (bar.low, bar.high) == pytest.approx((-10.0, 5.0))
    assert bar.detail == "đòn bẩy: 70\u00a0% đến 100\u00a0%"
    assert "70\u00a0%: 40\u00a0% (−10)" in bar.hover
    assert "Xác suất hiện nay 50\u00a0%" in chart.frame.notes[0]
    assert chart.frame.notes[1].startswith("1 đầu vào khác")
    figure = tornado_figure(chart)
    assert [trace["x"] for trace in figure["data"]] == [[pytest.approx(-10.0)], [pytest.approx(5)]]


def test_a_trifle_is_not_stretched_to_the_whole_width() -> None:
    tornado = Tornado(target_id="t", p_met=0.5, rows=(row(0.499, 0.501),))
    figure = tornado_figure(tornado_chart(tornado, "x", facts(), "en"))
    assert figure["layout"]["xaxis"]["range"][1] > 1.0


def test_only_the_longest_bars_are_drawn_and_the_rest_is_counted() -> None:
    rows = tuple(row(0.4, 0.5) for _ in range(LONGEST + 3))
    chart = tornado_chart(Tornado(target_id="t", p_met=0.5, rows=rows), "x", facts(), "en")
    assert len(chart.bars) == LONGEST
    assert chart.frame.notes[1].startswith("3 more inputs")


def test_nothing_that_moves_it_is_a_sentence() -> None:
    chart = tornado_chart(Tornado(target_id="t", p_met=0.5, rows=()), "x", facts(), "vi")
    figure = tornado_figure(chart)
    assert figure["data"] == []
    assert "Không đòn bẩy hay giả định nào" in figure["layout"]["annotations"][0]["text"]


def test_indices_are_percent_of_the_variance_with_their_margins() -> None:
    index = SobolIndex(source=lever(), first=0.25, first_margin=0.05, total=0.4, total_margin=0.1)
    sobol = Sobol(mean=0.5, p10=0.4, p90=0.6, n_runs=2048, indices=(index,), constant=False)
    chart = sobol_chart(sobol, "x", "40 % – 60 %", facts(), "en")
    (bar,) = chart.bars
    assert (bar.first, bar.first_margin, bar.total) == pytest.approx((25.0, 5.0, 40.0))
    assert "alone 25% ± 5%" in bar.hover
    assert "2,048 runs" in chart.frame.notes[0]
    assert len(sobol_figure(chart)["data"]) == 2
    constant = Sobol(mean=0.5, p10=0.5, p90=0.5, n_runs=2048, indices=(index,), constant=True)
    assert sobol_chart(constant, "x", "50 %", facts(), "en").bars == ()


def test_the_steps_lead_from_rest_to_the_scenario() -> None:
    parts = (Part(part_id="execution", change=0.2), Part(part_id="added_lag", change=-0.05))
    found = Contribution(before=0.3, after=0.45, parts=parts, grouped=False)
    chart = contribution_chart(found, "x", "en", is_count=False)
    assert [step.label for step in chart.steps] == ["30%", "+20", "−5", "45%"]
    assert [step.end for step in chart.steps] == pytest.approx([30.0, 50.0, 45.0, 45.0])
    bars = contribution_figure(chart)["data"][0]
    assert bars["base"] == pytest.approx([0.0, 30.0, 45.0, 0.0])
    assert bars["x"] == pytest.approx([30.0, 20.0, 5.0, 45.0])


def test_a_count_keeps_its_own_unit_and_groups_their_names() -> None:
    found = Contribution(
        before=9.0, after=9.5, parts=(Part(part_id="budget", change=0.5),), grouped=True
    )
    chart = contribution_chart(found, "x", "en", is_count=True)
    assert [step.label for step in chart.steps] == ["9", "+0.5", "9.5"]
    assert chart.steps[1].name == "Money"
    assert "by group" in chart.frame.notes[1]


def test_what_the_levers_set_is_no_chance() -> None:
    parts = (Part(part_id="programme_share", change=0.6),)
    found = Contribution(before=0.4, after=1.0, parts=parts, grouped=False, decided=True)
    chart = contribution_chart(found, "x", "vi", is_count=False)
    assert chart.steps == ()
    assert "không phải dự báo" in chart.frame.message
    assert "100" not in chart.frame.alt
