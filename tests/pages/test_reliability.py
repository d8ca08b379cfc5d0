"""The reliability page: what it says of an indicator with, and without, something behind it."""

import pytest
from streamlit.testing.v1 import AppTest

from kh359.reference.backtest import ALL, DEFAULT, backtest
from tests.pages.opened_app import Open, all_text


def charts(app: AppTest) -> int:
    return len(app.get("plotly_chart"))


@pytest.mark.parametrize(
    ("language", "title", "limits"),
    [
        ("vi", "Dự báo đáng tin đến đâu?", "Không nên suy diễn điều gì"),
        ("en", "How far the projections can be trusted", "What not to conclude"),
    ],
)
def test_the_page_runs_in_both_languages(
    open_app: Open, language: str, title: str, limits: str
) -> None:
    app = open_app("reliability", lang=language, ct="digital_economy_share")
    assert app.title[0].value == title
    assert limits in [item.value for item in app.subheader]


def test_it_starts_at_the_part_that_fits_the_indicator(open_app: Open) -> None:
    app = open_app("reliability", ct="grdp_per_capita")
    assert app.selectbox(key="kind_grdp_per_capita").value == "economy"
    app.selectbox(key="ct").select_index(0).run()
    assert not app.exception
    assert app.selectbox(key="kind_coverage_5g").value == "ict"
    assert app.selectbox(key="length_coverage_5g").value == "1"


def test_the_figures_are_those_of_the_part_chosen(open_app: Open) -> None:
    app = open_app("reliability", ct="grdp_per_capita", lang="en")
    app.selectbox(key="kind_grdp_per_capita").select("all kinds together").run()
    app.selectbox(key="length_grdp_per_capita").select("6 to 12 years").run()
    assert not app.exception
    score = backtest().of(DEFAULT, ALL, "6-12")
    assert score
    assert f'<div class="figure">{score.brier:.3g}</div>' in all_text(app)
    table = next(item.proto.body for item in app.get("html") if "damped trend" in item.proto.body)
    assert table.count("<tr") == 1 + len(backtest().methods)


def test_a_projected_indicator_names_its_comparable_episodes(open_app: Open) -> None:
    text = all_text(open_app("reliability", ct="digital_economy_share"))
    assert "giai đoạn ở nơi khác khởi đầu giống chỉ tiêu này" in text


def test_an_indicator_without_data_has_no_class(open_app: Open) -> None:
    text = all_text(open_app("reliability", ct="coverage_5g"))
    assert "Chỉ tiêu này chưa được dự báo nên không có gì để so sánh." in text


def test_the_province_is_ranked_only_among_figures_known_here(open_app: Open) -> None:
    app = open_app("reliability", ct="pii")
    text = all_text(app)
    # peers.csv holds 14 provinces of 2023; 12 of them stand above 37.8.
    assert "37,8 năm 2023, đứng thứ 13 trong 15 tỉnh có số liệu ở đây" in text
    assert "Đây không phải thứ hạng toàn quốc" in text


def test_the_evidence_meter_counts_each_indicator_once(open_app: Open) -> None:
    app = open_app("reliability", ct="coverage_5g")
    tiles = [item.proto.body for item in app.get("html") if "Mức 4" in item.proto.body][-1]
    figures = [int(part.split("<")[0]) for part in tiles.split('class="figure">')[1:]]
    assert len(figures) == 4
    assert sum(figures) == 48
