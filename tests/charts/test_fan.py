"""What the fan chart says, checked against the projection and evidence it was built from."""

import numpy as np
import pytest
from samples import LEVELS, facts, outlook_of

from kh359.charts.fan import FanChart
from kh359.charts.fan_plotly import fan_figure
from kh359.charts.indicator_fan import fan_chart
from kh359.locale.language import Language
from kh359.model.evidence import Level


def chart(level: Level, language: Language = "vi") -> FanChart:
    return fan_chart(facts(), outlook_of(level), language)


def trace(figure: dict, name: str) -> dict:
    return next(item for item in figure["data"] if item.get("name") == name)


def test_bands_are_the_projections_quantiles_in_percent() -> None:
    # Path k lies at 30 % + k/10 of a point in 2026, k = 0..100: quantile q is 30 + 10 q.
    fan = chart(Level.TREND).fan
    assert fan
    assert [band.mass for band in fan.bands] == [0.95, 0.8, 0.5]
    assert [band.low[0] for band in fan.bands] == pytest.approx([30.25, 31.0, 32.5])
    assert [band.high[0] for band in fan.bands] == pytest.approx([39.75, 39.0, 37.5])
    assert fan.median[0] == pytest.approx(35.0)
    assert np.diff(fan.median) == pytest.approx([1.0] * 19)


def test_the_fan_grows_out_of_the_last_fitted_observation() -> None:
    observed, assumed = chart(Level.TREND).fan, chart(Level.ASSUMED).fan
    assert observed
    assert assumed
    assert observed.anchor == (2024, pytest.approx(28.0))
    assert assumed.anchor == (2025, pytest.approx(30.0))


def test_only_an_assumption_is_hatched_dashed_and_stamped() -> None:
    for level in (Level.TREND, Level.PACE, Level.ASSUMED):
        figure = fan_figure(chart(level))
        bands = [item for item in figure["data"] if item.get("fill") == "toself"]
        stamps = [note for note in figure["layout"]["annotations"] if "GIẢ ĐỊNH" in note["text"]]
        assumed = level is Level.ASSUMED
        assert len(bands) == 3
        assert all(("fillpattern" in band) == assumed for band in bands)
        assert (trace(figure, "Trung vị dự báo")["line"]["dash"] == "dash") == assumed
        assert len(stamps) == assumed


def test_without_evidence_there_is_no_fan_but_targets_path_and_a_sentence() -> None:
    empty = chart(Level.NONE)
    assert empty.fan is None
    assert empty.required
    assert [mark.low for mark in empty.targets] == [30.0, 60.0]
    figure = fan_figure(empty)
    assert not [item for item in figure["data"] if item.get("fill")]
    texts = [note["text"] for note in figure["layout"]["annotations"]]
    assert "<b>Chưa có số liệu: không dự báo</b>" in texts


def test_each_region_has_its_own_shape_and_other_definitions_are_hollow() -> None:
    figure = fan_figure(chart(Level.TREND))
    own = trace(figure, "Quảng Ngãi trước 1/7/2025 (căn cứ)")
    nation = trace(figure, "Việt Nam (định nghĩa khác)")
    assert own["y"] == pytest.approx([20.0, 24.0, 28.0])
    assert not own["marker"]["symbol"].endswith("-open")
    assert nation["marker"]["symbol"].endswith("-open")
    assert own["marker"]["symbol"] != nation["marker"]["symbol"].removesuffix("-open")


def test_hover_names_value_year_region_grade_and_source() -> None:
    (point, *_) = chart(Level.TREND).marks[0].points
    words = ("20\u00a0%", "2022", "Quảng Ngãi trước 1/7/2025", "chính thức", "Niên giám mẫu")
    for word in (*words, "Cục Thống kê", "06/2025", "Ghi chú &lt;mẫu&gt;"):
        assert word in point.hover


def test_peers_are_apart_from_the_provinces_own_marks() -> None:
    drawn = chart(Level.TREND)
    assert drawn.peers
    assert [point.value for point in drawn.peers.points] == [50.0]
    assert all(50.0 not in [point.value for point in marks.points] for marks in drawn.marks)


def test_the_merger_is_a_line_between_2024_and_2025() -> None:
    (line,) = chart(Level.PACE).breaks
    assert 2024 < line.at < 2025
    assert line.label == "hợp nhất với Kon Tum"


def test_axes_say_their_units_and_numbers_take_the_languages_marks() -> None:
    vietnamese, english = fan_figure(chart(Level.TREND)), fan_figure(chart(Level.TREND, "en"))
    assert vietnamese["layout"]["yaxis"]["title"]["text"] == "%"
    assert vietnamese["layout"]["xaxis"]["title"]["text"] == "Năm"
    assert vietnamese["layout"]["separators"] == ",."
    assert english["layout"]["separators"] == ".,"


def test_the_chart_has_words_for_those_who_cannot_see_it() -> None:
    text = chart(Level.TREND).alt
    assert LEVELS[Level.TREND] in text
    assert "2030: mục tiêu ít nhất 60\u00a0%, xác suất đạt 23\u00a0%." in text
