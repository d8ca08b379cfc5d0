"""Every page runs in both languages and says what it must in each state."""

import json
import re
import shutil
import sys
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from streamlit.testing.v1 import AppTest

from kh359.locale.translate import catalogue_path
from tests.pages.opened_app import ROOT, Open, all_text

PAGES = ("overview", "indicator", "sources")


def figure(app: AppTest) -> dict:
    chart, *_ = app.get("plotly_chart")
    return json.loads(chart.proto.spec)


def unescaped(markdown: str) -> str:
    """What a reader sees of a text whose Markdown signs are escaped."""
    return re.sub(r"\\(\W)", r"\1", markdown)


def address(app: AppTest) -> dict[str, str]:
    """The parameters of the link, the last value of each."""
    return {k: v[-1] if isinstance(v, list) else v for k, v in app.query_params.items()}


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


@pytest.mark.parametrize("page", ["overview", "indicator"])
def test_a_figure_near_the_definition_is_never_a_plain_yes(open_app: Open, page: str) -> None:
    text = all_text(open_app(page, ct="dossiers_online"))
    assert "đạt (gần định nghĩa)" in text
    assert "✓ đạt<" not in text
    assert ">đạt<" not in text


def test_few_projections_never_reassure(open_app: Open) -> None:
    app = open_app(moc="2030")
    text = all_text(app)
    assert "Chỉ dự báo được 2 trên 41 mục tiêu từ số liệu; 39 mục tiêu còn lại" in text
    first = text.split('class="kh-tile ')[1]
    assert first.startswith("unknown")
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
    assert "moc=2031: Kế hoạch không có mốc này" in unescaped(warning.value)
    assert app.segmented_control(key="moc").value == 2030
    app.toggle(key="gd25").set_value(True).run()
    assert not app.warning


def test_the_link_carries_the_view(open_app: Open) -> None:
    app = open_app(moc="2040", gd25="1", xp="coverage_5g~2025~0.455", lang="en")
    assert address(app) == {
        "v": "1", "lang": "en", "moc": "2040", "gd25": "1", "xp": "coverage_5g~2025~0.455"
    }  # fmt: skip


def test_what_is_supposed_is_listed_on_the_overview_and_taken_back(open_app: Open) -> None:
    app = open_app(xp=["dti~2025~0.62", "dossiers_online~2025~0.5"], ho="dti~pace")
    keys = ("start_dti", "family_dti")
    labels = {key: unescaped(app.button(key=f"drop_{key}").label) for key in keys}
    assert labels["start_dti"] == "Chỉ số chuyển đổi số cấp tỉnh (DTI) = 0,62 (2025)  ✕"
    assert "mức tăng lấy từ chuỗi khác" in labels["family_dti"]
    assert "không dùng" in app.button(key="drop_start_dossiers_online").label
    app.button(key="drop_start_dti").click().run()
    assert not app.exception
    assert address(app)["xp"] == "dossiers_online~2025~0.5"
    app.button(key="drop_family_dti").click().run()
    assert "ho" not in address(app)


def test_the_list_of_indicators_is_shortened_without_accents(open_app: Open) -> None:
    app = open_app("indicator", ct="dti")
    app.text_input(key="find").set_value("kinh te so").run()
    assert not app.exception
    assert app.selectbox(key="ct").options == ["e) Kinh tế số trong GRDP"]
    assert address(app)["ct"] == "digital_economy_share"
    app.text_input(key="find").set_value("khong co dau").run()
    assert len(app.selectbox(key="ct").options) > 48
    assert address(app)["ct"] == "digital_economy_share"
    assert "Không có chỉ tiêu nào tên “khong co dau”." in all_text(app)


@pytest.mark.parametrize("wanted", ["kinh tế số", "kinh te so"])
def test_sources_can_be_searched_and_name_what_is_not_known(open_app: Open, wanted: str) -> None:
    app = open_app("sources")
    before = all_text(app).count("<tr")
    app.text_input(key="search").set_value(wanted).run()
    assert not app.exception
    assert all_text(app).count("<tr") < before
    assert "Kinh tế số trong GRDP" in all_text(app)
    assert [s for s in app.subheader if "chưa có con số quan sát nào" in s.value]
    assert "có 46 trên 48 chỉ tiêu có mục tiêu chưa có số liệu dùng được của tỉnh" in all_text(app)


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


def test_an_assumption_that_levers_need_is_missed_in_words(
    open_app: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = shutil.copytree(ROOT / "data", tmp_path / "data")
    rows = (folder / "assumptions.csv").read_text("utf-8").splitlines(keepends=True)
    kept = "".join(row for row in rows if not row.startswith("execution,"))
    (folder / "assumptions.csv").write_text(kept, "utf-8")
    monkeypatch.setenv("KH359_DATA", str(folder))
    text = all_text(open_app(kb='{"version":1,"execution":0.6}'))
    assert "Tệp số liệu có lỗi" in text
    assert "execution" in text


def test_many_faults_and_long_cells_are_cut_on_the_page(
    open_app: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = shutil.copytree(ROOT / "data", tmp_path / "data")
    with (folder / "peers.csv").open("a", encoding="utf-8", newline="") as file:
        file.writelines(f"x,Huế,2025,{'z' * 5000}{n},percent,main,,,\n" for n in range(150))
    monkeypatch.setenv("KH359_DATA", str(folder))
    text = all_text(open_app())
    assert "… và 100 lỗi khác" in text  # 150 rows, each without a number and a source
    assert "z" * 79 + "…" in text
    assert "z" * 80 not in text


def test_what_lies_in_the_place_of_a_file_is_said_in_words(
    open_app: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = shutil.copytree(ROOT / "data", tmp_path / "data")
    (folder / "history.csv").unlink()
    (folder / "history.csv").mkdir()
    monkeypatch.setenv("KH359_DATA", str(folder))
    assert "Không mở được tệp:" in all_text(open_app(lang="vi"))
    monkeypatch.setenv("KH359_DATA", str(folder / "peers.csv"))
    assert "Tệp số liệu có lỗi" in all_text(open_app(lang="vi"))


@pytest.mark.skipif(sys.platform == "win32", reason="making a link needs rights on Windows")
def test_the_lock_of_an_editor_beside_the_data_does_not_matter(
    open_app: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = shutil.copytree(ROOT / "data", tmp_path / "data")
    (folder / ".#history.csv").symlink_to("nobody@nowhere.1:2")
    (folder / "x#history.csv").symlink_to("nobody@nowhere.1:2")
    monkeypatch.setenv("KH359_DATA", str(folder))
    assert "Kế hoạch 359-KH/TU" in all_text(open_app(lang="vi"))


def test_a_missing_data_folder_is_said_in_words(
    open_app: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KH359_DATA", str(tmp_path / "nowhere"))
    assert "Thiếu tệp." in all_text(open_app(lang="vi"))


def test_many_refused_parts_are_counted(open_app: Open) -> None:
    app = open_app(zz=[str(n) for n in range(11)])
    (told,) = [item.value for item in app.warning]
    assert told.count("zz=") == 8
    assert "và 3 phần khác" in told


@pytest.mark.parametrize(("family", "used"), [("damped", False), ("pace", True)])
def test_a_family_of_a_link_that_cannot_be_used_is_told(
    open_app: Open, family: str, used: bool
) -> None:
    app = open_app("indicator", ct="dti", ho=f"dti~{family}", gd25="1")
    told = [item.value for item in app.warning if "Không dùng được kiểu tăng" in item.value]
    assert len(told) == (0 if used else 1)
