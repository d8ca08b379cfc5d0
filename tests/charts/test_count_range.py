"""The expected counts, held against a count by hand."""

import pytest
from samples import LEVELS
from scenario_samples import candidate

from kh359.charts.count_range import count_range
from kh359.charts.count_range_plotly import count_range_figure
from kh359.model.evidence import Level

TREND_2030 = f"{LEVELS[Level.TREND]}-2030"


def test_the_count_is_the_mean_and_the_range_over_draws() -> None:
    # Lifted by 0.25 path k has 59 % + k/10 in 2030: the same 91 of 101 draws meet all three.
    chart = count_range((candidate("a"), candidate("b", 0.25)), "vi", has_baseline=True)
    low, high = (series.points[0] for series in chart.series)
    assert (low.year, low.expected, low.high) == (2030, 0.0, 0.0)
    assert high.expected == pytest.approx(3 * 91 / 101)
    assert (high.low, high.high) == (3.0, 3.0)
    assert high.label == "2,7"


def test_each_year_says_how_many_are_forecast_and_how_many_assumed() -> None:
    chart = count_range((candidate("a"), candidate("b", 0.25)), "en", has_baseline=True)
    year = chart.years[0]
    assert (year.year, year.counted, year.assumed, year.total) == (2030, 3, 1, 4)
    assert year.text == ("<b>2030</b>", "3 of 4 forecast", "1 by assumption")


def test_what_a_scenario_sets_is_counted_for_none() -> None:
    pair = (candidate("a", 0.25), candidate("b", 0.25, decided=(TREND_2030,)))
    chart = count_range(pair, "en", has_baseline=False)
    assert chart.years[0].counted == 2
    assert [series.points[0].expected for series in chart.series] == pytest.approx(
        [2 * 91 / 101] * 2
    )


def test_bars_reach_from_low_to_high_and_names_stand_in_the_legend() -> None:
    chart = count_range((candidate("a"), candidate("b", 0.25)), "vi", has_baseline=True)
    figure = count_range_figure(chart)
    assert [trace["name"] for trace in figure["data"] if "name" in trace] == ["a", "b"]
    bar = figure["data"][1]["error_y"]
    top = figure["data"][1]["y"][0] + bar["array"][0]
    assert top == pytest.approx(3.0)
    assert figure["layout"]["yaxis"]["title"]["text"] == "mục tiêu"
    assert figure["data"][0]["x"][0] < 0 < figure["data"][1]["x"][0]
