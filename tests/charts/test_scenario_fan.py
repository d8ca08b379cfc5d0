"""What the chart of an indicator under scenarios says, against the draws it was built from."""

import numpy as np
import pytest
from samples import LEVELS, facts
from scenario_samples import candidate

from kh359.charts.scenario_fan import ScenarioFan
from kh359.charts.scenario_fan_build import central_interval, scenario_fan
from kh359.charts.scenario_fan_plotly import scenario_fan_figure
from kh359.charts.scenario_frame import spread
from kh359.charts.scenario_spans_plotly import scenario_spans_figure
from kh359.locale.language import Language
from kh359.model.evidence import Level


def chart(level: Level, language: Language = "vi") -> ScenarioFan:
    pair = (candidate("Giữ nguyên"), candidate("Thêm tiền", 0.25))
    return scenario_fan(facts(), LEVELS[level], pair, language)


def test_both_strands_hold_their_own_quantiles_in_percent() -> None:
    # Path k lies at 30 % + k/10 of a point in 2026, k = 0..100: quantile q is 30 + 10 q.
    base, other = chart(Level.TREND).strands
    assert [band.mass for band in base.bands] == [0.8]
    assert [band.mass for band in other.bands] == [0.8, 0.5]
    assert (base.bands[0].low[0], base.bands[0].high[0]) == pytest.approx((31.0, 39.0))
    assert [band.low[0] for band in other.bands] == pytest.approx([56.0, 57.5])
    assert [band.high[0] for band in other.bands] == pytest.approx([64.0, 62.5])
    assert base.median[0] == pytest.approx(35.0)
    assert np.subtract(other.median, base.median) == pytest.approx([25.0] * 20)
    assert base.years == tuple(range(2026, 2046))


def test_an_interval_is_numpys_quantile() -> None:
    draws = np.random.default_rng(7).gamma(2.0, size=(5, 997))
    low, high = central_interval(np.sort(draws, axis=1), 0.8)
    assert low == pytest.approx(np.quantile(draws, 0.1, axis=1))
    assert high == pytest.approx(np.quantile(draws, 0.9, axis=1))


def test_a_target_tells_the_chance_under_each_scenario() -> None:
    # In 2030 path k lies at 34 % + k/10 and, lifted, at 59 % + k/10: 91 of 101 reach 60 %.
    marks = {mark.year: mark for mark in chart(Level.TREND).targets}
    assert marks[2030].low == 60.0
    assert "Giữ nguyên: <1\u00a0%<br>Thêm tiền: 90\u00a0%" in marks[2030].hover
    assert "Giữ nguyên" not in marks[2025].hover, "2025 is judged on figures alone"


def test_what_the_scenario_sets_has_no_probability() -> None:
    target_id = f"{LEVELS[Level.TREND]}-2030"
    pair = (candidate("a"), candidate("b", 0.25, decided=(target_id,)))
    shown = scenario_fan(facts(), LEVELS[Level.TREND], pair, "en")
    assert "b: set by the scenario" in shown.targets[1].hover
    assert "no forecast" in shown.notes[-1]
    assert [strand.decided for strand in shown.strands] == [False, True]


def test_without_evidence_there_is_a_sentence_and_the_required_path() -> None:
    empty = chart(Level.NONE)
    assert empty.strands == ()
    assert empty.required
    figure = scenario_fan_figure(empty)
    assert not [item for item in figure["data"] if item.get("fill")]
    texts = [note["text"] for note in figure["layout"]["annotations"]]
    assert texts == ["<b>Chưa có số liệu: không dự báo</b>"]


def test_only_an_assumption_is_hatched_dashed_and_stamped() -> None:
    for level in (Level.TREND, Level.ASSUMED):
        figure = scenario_fan_figure(chart(level))
        assumed = level is Level.ASSUMED
        bands = [item for item in figure["data"] if item.get("fill") == "toself"]
        assert len(bands) == 3
        assert sum("fillpattern" in band for band in bands) == assumed
        lines = [item["line"]["dash"] for item in figure["data"] if "dash" in item.get("line", {})]
        assert lines.count("dash") == (4 if assumed else 0)
        stamps = [n for n in figure["layout"]["annotations"] if "GIẢ ĐỊNH" in n["text"]]
        assert len(stamps) == assumed


def test_the_figure_is_lean_and_nothing_in_it_must_be_measured() -> None:
    figure = scenario_fan_figure(chart(Level.TREND))
    assert len(figure["data"]) <= 10
    layout = figure["layout"]
    assert not layout["showlegend"]
    assert not layout["xaxis"]["automargin"]
    assert None not in (*layout["xaxis"]["range"], *layout["yaxis"]["range"])
    assert layout["uirevision"] == LEVELS[Level.TREND]
    assert layout["yaxis"]["title"]["text"] == "%"


def test_names_at_the_lines_ends_do_not_overlap() -> None:
    # 10 and 10.5 are pulled apart around their mean 10.25; 30 stays where it is.
    assert spread([30.0, 10.5, 10.0], 4.0, 0.0, 40.0) == pytest.approx([30.0, 12.25, 8.25])
    assert spread([1.0, 1.0, 1.0], 2.0, 0.0, 9.0) == pytest.approx([0.0, 2.0, 4.0])
    assert spread([9.0, 9.0], 2.0, 0.0, 9.0) == pytest.approx([7.0, 9.0])


def test_markup_in_a_name_is_shown_and_not_read() -> None:
    pair = (candidate("a"), candidate("<b>x", 0.25))
    figure = scenario_fan_figure(scenario_fan(facts(), LEVELS[Level.TREND], pair, "vi"))
    labels = next(item for item in figure["data"] if item["mode"] == "text")
    assert labels["text"] == ["● a", "● &lt;b&gt;x"]


def test_the_chart_in_words_names_unit_and_chances() -> None:
    alt = chart(Level.TREND, "en").alt
    assert "in %" in alt
    assert "2030, at least 60%: Giữ nguyên <1%; Thêm tiền 90%." in alt


def test_side_by_side_each_forecast_has_a_bar_left_of_its_milestone() -> None:
    target_id = f"{LEVELS[Level.TREND]}-2030"
    three = (candidate("a"), candidate("b", 0.25), candidate("c", 0.3, decided=(target_id,)))
    chart = scenario_fan(facts(), LEVELS[Level.TREND], three, "en", side_by_side=True)
    assert [len(strand.bands) for strand in chart.strands] == [1, 1, 1]
    bars = [item for item in scenario_spans_figure(chart)["data"] if "arrayminus" in str(item)]
    assert len(bars) == 2, "what the levers set has no interval"
    # In 2030 path k of b lies at 59 % + k/10: the median is 64, its 80 % interval 60 to 68.
    assert 2028 < bars[1]["x"][0] < 2030
    assert bars[1]["y"][0] == pytest.approx(64.0)
    assert bars[1]["error_y"]["array"][0] == pytest.approx(4.0)
