"""What a picture of the chart carries when it leaves the page."""

from samples import facts, outlook_of

from kh359.charts.fan_plotly import fan_figure
from kh359.charts.fan_settings import fan_settings
from kh359.charts.indicator_breaks import break_lines
from kh359.charts.indicator_fan import fan_chart
from kh359.model.evidence import Level
from kh359.plan.loading import load_facts


def figure(level: Level) -> dict:
    return fan_figure(fan_chart(facts(), outlook_of(level), "vi"))


def words(level: Level) -> str:
    layout = figure(level)["layout"]
    return layout["title"]["text"] + " ".join(note["text"] for note in layout["annotations"])


def test_title_sources_plan_and_data_version_are_inside_the_figure() -> None:
    text = words(Level.TREND).replace("<br>", " ")
    assert "Chỉ tiêu trend_share" in text
    assert "Nguồn: Niên giám mẫu" in text
    assert "Kế hoạch 359-KH/TU" in text
    assert "phiên bản số liệu abc123" in text


def test_an_assumed_start_is_told_below_the_title() -> None:
    assert "Xuất phát từ 30\u00a0% năm 2025 (giả định" in words(Level.ASSUMED)
    # The sample's figures of level 1 are all of the former province.
    assert "Giả định: tỉnh mới đi từ mức của Quảng Ngãi trước 1/7/2025" in words(Level.TREND)
    assert "giả định" not in words(Level.PACE).lower()


def test_no_line_of_the_fan_takes_the_hover_of_the_point_it_grows_from() -> None:
    for item in figure(Level.TREND)["data"]:
        if item["mode"] == "lines" and item.get("hoverinfo") == "text":
            assert min(item["x"]) > 2024


def test_the_only_button_saves_a_sharp_picture_in_the_readers_words() -> None:
    settings = fan_settings("kh359_dti_abc", "vi")
    assert settings["modeBarButtons"] == [["toImage"]]
    assert settings["toImageButtonOptions"] == {
        "format": "png",
        "scale": 2,
        "filename": "kh359_dti_abc",
    }
    dictionary = settings["locales"]["vi"]["dictionary"]
    assert dictionary["Download plot as a PNG"] == "Tải ảnh biểu đồ (PNG)"


def test_a_rule_for_merged_provinces_is_not_called_the_merger() -> None:
    labels = {line.at: line.label for line in break_lines(load_facts(), "dti", "vi")}
    assert labels[2023.5] == "cách tính riêng cho tỉnh hợp nhất"
    assert labels[2024.5].startswith("hợp nhất với Kon Tum")
