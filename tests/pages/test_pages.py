"""Every page runs in both languages and says what it must in each state."""

import json
import shutil
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from conftest import ROOT, Open, all_text
from streamlit.testing.v1 import AppTest

from kh359.locale.translate import catalogue_path

PAGES = ("overview", "indicator", "sources")


def figure(app: AppTest) -> dict:
    (chart,) = app.get("plotly_chart")
    return json.loads(chart.proto.spec)


def texts(chart: dict) -> list[str]:
    return [note["text"] for note in chart["layout"]["annotations"]]


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_page_runs_in_both_languages(open_app: Open, page: str, language: str) -> None:
    app = open_app(page, lang=language)
    assert app.segmented_control(key="lang").value == language
    assert "lang" in app.query_params
    title = {"vi": "Ngôn ngữ", "en": "Language"}[language]
    assert app.segmented_control(key="lang").label == title


@pytest.mark.parametrize("page", PAGES)
def test_no_english_sentence_is_left_on_a_vietnamese_page(open_app: Open, page: str) -> None:
    text = all_text(open_app(page, lang="vi", gd25="1"))
    with catalogue_path("vi").open("rb") as file:
        pairs = [(m.id, m.string) for m in read_po(file) if m.id and isinstance(m.id, str)]
    left = [english for english, own in pairs if english != own and f">{english}<" in text]
    left += [english for english, _ in pairs if len(english.split()) > 3 and english in text]
    assert left == []


def test_the_language_can_be_switched_and_stays_over_pages(open_app: Open) -> None:
    app = open_app()
    app.segmented_control(key="lang").set_value("en").run()
    assert app.title[0].value == "Plan 359-KH/TU: will the targets be met?"
    app.switch_page("kh359/pages/sources.py").run()
    assert app.title[0].value == "Where the figures come from"


def test_the_switch_is_off_at_start_and_projects_the_plan_when_on(open_app: Open) -> None:
    app = open_app()
    switch = app.toggle(key="gd25")
    assert switch.value is False
    assert 'class="mark hatched' not in all_text(app)
    switch.set_value(True).run()
    assert not app.exception
    assert all_text(app).count('class="mark hatched') > 50
    heading = "Mục tiêu có nguy cơ không đạt cao nhất, theo giả định"
    assert heading in [item.value for item in app.subheader]


def test_the_matrix_has_a_mark_for_each_of_the_194_targets(open_app: Open) -> None:
    assert all_text(open_app()).count('<span class="mark ') == 194


def test_few_projections_never_reassure(open_app: Open) -> None:
    app = open_app(moc="2030")
    text = all_text(app)
    assert "Chỉ dự báo được 2 trên 41 mục tiêu từ số liệu; 39 mục tiêu còn lại" in text
    first = text.split('class="kh-tile ')[1]
    assert first.startswith("silent")
    assert '<div class="figure">39</div>' in first


def test_2025_is_judged_and_never_projected(open_app: Open) -> None:
    app = open_app(gd25="1")
    app.segmented_control(key="moc").set_value(2025).run()
    assert not app.exception
    assert "Năm 2025 đã qua" in all_text(app)
    assert not [s for s in app.subheader if "nguy cơ" in s.value]


def test_an_indicator_without_data_says_so_and_draws_no_fan(open_app: Open) -> None:
    app = open_app("indicator", ct="coverage_5g")
    chart = figure(app)
    assert "<b>Chưa có số liệu: không dự báo</b>" in texts(chart)
    assert not [item for item in chart["data"] if item.get("fill") == "toself"]
    assert "Mức 4 (thấp nhất) · Chưa có số liệu" in all_text(app)


def test_a_typed_starting_value_is_shown_as_assumption_kept_and_removed(open_app: Open) -> None:
    app = open_app("indicator", ct="coverage_5g")
    app.text_input(key="typed_value_coverage_5g").set_value("45,5")
    app.button[0].click().run()
    assert not app.exception
    assert "Giả định đang dùng: 45,5\u00a0% vào năm 2025." in all_text(app)
    assert "<b>GIẢ ĐỊNH</b>" in texts(figure(app))
    app.switch_page("kh359/pages/overview.py").run()
    app.switch_page("kh359/pages/indicator.py").run()
    assert "<b>GIẢ ĐỊNH</b>" in texts(figure(app))
    app.button(key="remove").click().run()
    assert "<b>GIẢ ĐỊNH</b>" not in texts(figure(app))
    assert app.text_input(key="typed_value_coverage_5g").value == ""
    assert [s.value for s in app.success] == ["Đã bỏ giả định."]


def test_a_wrong_starting_value_is_refused_with_words(open_app: Open) -> None:
    app = open_app("indicator", ct="coverage_5g")
    app.text_input(key="typed_value_coverage_5g").set_value("145")
    app.button[0].click().run()
    assert [e.value for e in app.error] == ["Giá trị không được lớn hơn 100\u00a0%."]
    assert "<b>GIẢ ĐỊNH</b>" not in texts(figure(app))


def test_a_chosen_growth_family_reaches_the_projection(open_app: Open) -> None:
    app = open_app("indicator", ct="grdp_per_capita")
    app.selectbox(key="family_grdp_per_capita").select("tuyến tính").run()
    assert not app.exception
    assert "Dạng tăng trưởng: tuyến tính" in all_text(app)


def test_a_wrong_link_is_answered_not_ignored(open_app: Open) -> None:
    app = open_app(moc="2031", ct="dti")
    (warning,) = app.warning
    assert "moc=2031: Kế hoạch không có mốc này" in warning.value
    assert app.segmented_control(key="moc").value == 2030
    app.toggle(key="gd25").set_value(True).run()
    assert not app.warning


def test_the_link_carries_the_view(open_app: Open) -> None:
    app = open_app(moc="2040", gd25="1", xp="coverage_5g~2025~0.455", lang="en")
    address = dict(app.query_params)
    flat = {k: v[0] if isinstance(v, list) else v for k, v in address.items()}
    assert flat == {
        "v": "1", "lang": "en", "moc": "2040", "gd25": "1", "xp": "coverage_5g~2025~0.455"
    }  # fmt: skip


def test_sources_can_be_searched_and_name_what_is_not_known(open_app: Open) -> None:
    app = open_app("sources")
    before = all_text(app).count("<tr")
    app.text_input(key="search").set_value("kinh tế số").run()
    assert not app.exception
    assert all_text(app).count("<tr") < before
    assert [s for s in app.subheader if "chưa có con số quan sát nào" in s.value]


def test_broken_data_lists_every_fault_and_shows_nothing_else(
    open_app: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = shutil.copytree(ROOT / "data", tmp_path / "data")
    targets = folder / "targets.csv"
    lines = targets.read_text("utf-8").splitlines()
    lines[1] = lines[1].replace("coverage_5g,", "coverage_9g,")
    lines[2] = lines[2].replace(",60,", ',"60,5",')
    targets.write_text("\n".join(lines) + "\n", "utf-8")
    monkeypatch.setenv("KH359_DATA", str(folder))
    app = open_app()
    text = all_text(app)
    assert "Tệp số liệu có lỗi" in text
    assert "Không có chỉ tiêu “coverage_9g”." in text
    assert "“60,5” viết bằng dấu phẩy." in text
    assert not app.toggle
    assert not app.selectbox


def test_a_missing_data_folder_is_said_in_words(
    open_app: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KH359_DATA", str(tmp_path / "nowhere"))
    assert "Thiếu tệp." in all_text(open_app(lang="vi"))
