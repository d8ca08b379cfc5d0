"""The page Số liệu: nothing counts before it is accepted, and everything can be undone."""

import io
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from kh359.pages import _facts_in_use, _store
from kh359.store.location import URL_VARIABLE
from kh359.store.person import Person, Role
from tests.pages.desk import accept, enter, open_desk, paste, press, row, sound, store_at, to_desk
from tests.pages.opened_app import ROOT, all_text

DTI = "Chỉ số chuyển đổi số cấp tỉnh (DTI)"


@pytest.fixture(autouse=True)
def own_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """An empty store for each test."""
    monkeypatch.setenv(URL_VARIABLE, url := store_at(tmp_path))
    _facts_in_use.forget_today()
    yield url
    _store.door().close()
    _facts_in_use.forget_today()


def messages(app: AppTest, kind: str = "success") -> list[str]:
    return [item.value for item in getattr(app, kind)]


def indicator_page(app: AppTest) -> str:
    app.switch_page("kh359/pages/indicator.py").run()
    sound(app)
    return all_text(app)


def test_a_figure_entered_counts_everywhere_with_who_and_why_until_it_is_undone() -> None:
    app = open_desk(ct="dti")
    assert "Mức 4 (thấp nhất)" in indicator_page(app)
    to_desk(app, "listing")
    enter(app, "dti", "0,6123")
    assert messages(app) == ["Đã đọc 1 dòng, có 1 số mới. Lỗi: 0; cần xác nhận: 0; lưu ý: 0."]
    assert "Mức 4 (thấp nhất)" in indicator_page(app)  # checked is not accepted
    to_desk(app, "listing")
    accept(app, "Theo báo cáo năm")
    assert "Đã nhận 1 con số." in messages(app)[0]
    text = indicator_page(app)
    assert "0,6123" in text
    assert "121/KH-UBND" in text
    assert "nhập," in text
    assert "Theo báo cáo năm" in text
    assert "Mức 2" in text
    to_desk(app, "changes")
    assert "Theo báo cáo năm" in all_text(app)
    app.text_input(key="changes_why").set_value("nhập nhầm năm")
    press(app, "Hoàn tác thay đổi này")
    assert messages(app) == ["Đã hoàn tác: 1 con số."]
    assert "0,6123" not in indicator_page(app)


def test_nothing_is_accepted_without_a_reason_or_before_every_point_is_confirmed() -> None:
    app = open_desk()
    enter(app, "dossiers_online", "81,5")
    assert "cần xác nhận: 1" in messages(app, "warning")[0]
    app.text_input(key="figures_why").set_value("số mới")
    app.button(key="figures_accept").click().run()
    assert messages(app, "error") == [
        "Hãy xác nhận từng điểm trước: đánh dấu các ô phía trên lý do."
    ]
    accept(app, "  ")
    assert "Hãy ghi lý do" in messages(app, "error")[0]
    accept(app, "Báo cáo mới hơn")
    assert "Đã nhận 1 con số." in messages(app)[0]


def test_what_was_refused_or_done_is_said_where_the_button_was_pressed() -> None:
    app = open_desk()
    enter(app, "dti", "0,6123")
    app.button(key="figures_accept").click().run()
    (refused,) = app.error
    page = list(app.main)
    before = page.index(next(one for one in app.text_input if one.key == "figures_why"))
    button = page.index(app.button(key="figures_accept"))
    assert before < page.index(refused) < button
    accept(app)
    page = list(app.main)
    form = next(one for one in app.button if one.label == "Kiểm tra")
    assert page.index(app.success[0]) > page.index(form)


def test_a_table_with_an_error_is_kept_out_as_a_whole() -> None:
    app = open_desk("bring_in")
    paste(app, row("dti", "0,61", unit="index"), row("coverage_5g", "145"))
    assert "Còn lỗi thì chưa nhận số nào." in messages(app, "error")[0]
    text = all_text(app)
    assert "145 vượt giới hạn của chỉ tiêu." in text
    assert "Dòng 3" in text or "Ô D3" in text
    assert not [one for one in app.button if one.key == "figures_accept"]
    press(app, "Bỏ, không nhận")
    assert not app.error


def test_a_pasted_table_is_accepted_as_a_whole() -> None:
    app = open_desk("bring_in")
    paste(app, row("dti", "0,61", unit="index"), row("eid_level2", "71,5"))
    to_desk(app, "changes")
    to_desk(app, "bring_in")
    assert app.text_area(key="figures_pasted").value, "a look elsewhere loses nothing"
    accept(app)
    assert "Đã nhận 2 con số." in messages(app)[0]
    assert not app.text_area(key="figures_pasted").value
    to_desk(app, "changes")
    assert "1 lần thay đổi" in all_text(app)


def test_an_uploaded_file_is_checked_at_once() -> None:
    app = open_desk("bring_in")
    table = "indicator_id,region,year\n".encode("utf-16")
    app.file_uploader(key="figures_file").upload("so-lieu.csv", table, "text/csv").run()
    sound(app)
    (told,) = messages(app, "error")
    assert told.startswith("so\\-lieu\\.csv") or told.startswith("so-lieu.csv")
    assert "Thiếu cột" in all_text(app)


def test_an_earlier_state_shows_on_every_page_and_has_a_way_back() -> None:
    app = open_desk()
    enter(app, "dti", "0,6123")
    accept(app)
    to_desk(app, "vintages")
    assert "nhập hoặc sửa 1 con số: Theo báo cáo năm" in all_text(app), "what made the state"
    assert "bản đầu tiên được giữ" in all_text(app)
    app.button(key="vintages_open").click().run()
    sound(app)
    for page in ("overview", "indicator", "sources"):
        app.switch_page(f"kh359/pages/{page}.py").run()
        sound(app)
        assert messages(app, "warning")[0].startswith("Đang xem số liệu cũ: bản ")
        assert "0,6123" not in all_text(app)
    version = app.query_params["sl"]
    to_desk(app, "listing")
    assert "hãy về số liệu hôm nay" in messages(app, "info")[0]
    app.button(key="today").click().run()
    assert "sl" not in app.query_params
    assert not app.warning
    linked = open_desk(sl=version[-1] if isinstance(version, list) else version)
    assert messages(linked, "warning")[0].startswith("Đang xem số liệu cũ: bản ")


def test_a_link_to_figures_that_were_never_kept_is_answered() -> None:
    app = open_desk(sl="0123456789ab")
    assert messages(app, "warning")[0].startswith("Không mở được số liệu cũ")
    app = open_desk(sl="../../x")
    assert "không phải một bản số liệu" in messages(app, "warning")[0]


def test_a_figure_is_withdrawn_with_a_reason() -> None:
    app = open_desk()
    app.selectbox(key="figures_indicator").set_value("pii").run()
    app.segmented_control(key="figures_act").set_value("withdraw").run()
    press(app, "Rút con số này")
    assert "Hãy ghi lý do" in messages(app, "error")[0]
    app.text_input(key="figures_withdraw_why").set_value("nguồn đã đính chính")
    press(app, "Rút con số này")
    assert "Đã rút." in messages(app)[0]
    app.selectbox(key="figures_indicator").set_value("*").run()
    assert "pii" not in app.selectbox(key="figures_indicator").options


def test_the_filter_takes_what_it_says_and_an_empty_list_says_so() -> None:
    app = open_desk()
    app.selectbox(key="figures_indicator").set_value("dti").run()
    app.selectbox(key="figures_region").set_value("kon_tum").run()
    assert "3 con số quan sát" in all_text(app)  # 2020, 2021 and 2022
    app.text_input(key="figures_find").set_value("khong co dau").run()
    assert "Không có con số nào khớp bộ lọc." in messages(app, "info")[0]


def test_a_second_writer_is_told_and_the_table_is_checked_again() -> None:
    first, second = open_desk(), open_desk()
    enter(first, "dti", "0,6123")
    enter(second, "dti", "0,65")
    accept(first)
    accept(second)
    assert second.error
    assert "cần xác nhận: 1" in messages(second, "warning")[0]  # now a correction
    accept(second, "số chính thức")
    assert "Đã nhận 1 con số." in messages(second)[0]
    assert "0,65" in indicator_page(open_desk(ct="dti"))


def test_what_waits_in_one_session_is_not_seen_in_another() -> None:
    first, second = open_desk("bring_in"), open_desk("bring_in")
    paste(first, row("dti", "0,61", unit="index"))
    to_desk(second, "bring_in")
    assert [one for one in first.button if one.key == "figures_accept"]
    assert not [one for one in second.button if one.key == "figures_accept"]
    assert "0,61" not in all_text(second)


def test_without_a_store_the_program_shows_what_came_with_it_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "folder").mkdir()
    monkeypatch.setenv(URL_VARIABLE, f"sqlite:///{tmp_path / 'folder'}")
    app = open_desk(ct="dti")
    (told,) = messages(app, "warning")
    assert told.startswith("Kho lưu trữ không dùng được.")
    assert "số có sẵn trong chương trình" in told
    assert app.button[0].disabled
    assert "249 con số quan sát" in all_text(app)
    for page in ("overview", "scenario"):
        app.switch_page(f"kh359/pages/{page}.py").run()
        sound(app)
        assert messages(app, "warning")[0].startswith("Kho lưu trữ không dùng được.")


def test_a_figure_that_new_files_no_longer_bear_is_told_and_not_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = open_desk()
    enter(app, "incubators", "500")
    accept(app)
    folder = shutil.copytree(ROOT / "data", tmp_path / "data")
    path = folder / "indicators.csv"
    rows = path.read_text("utf-8").splitlines(keepends=True)
    bounded = [r.replace(",count,0,,", ",count,0,400,") if r[:5] == "incub" else r for r in rows]
    assert bounded != rows
    path.write_text("".join(bounded), "utf-8")
    monkeypatch.setenv("KH359_DATA", str(folder))
    text = all_text(open_desk())
    assert "1 con số đã nhập không còn khớp" in text


def test_the_ranking_names_documents_and_admits_what_nobody_knows() -> None:
    app = open_desk("worth")
    text = all_text(app)
    assert "chưa rõ tài liệu nào" in text
    app.toggle(key="worth_all").set_value(True).run()
    text = all_text(app)
    assert "Kế hoạch 121/KH-UBND ngày 31/12/2025" in text
    assert "Phủ sóng 6G" not in text  # there is nothing to measure yet
    assert "(giá trị thử là giả định)" in text


def test_everything_goes_out_as_one_file_and_comes_into_another_store(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = open_desk()
    enter(app, "dti", "0,6123")
    accept(app)
    packed = io.BytesIO()
    _store.archive().pack(Person("An", frozenset(Role)), packed)
    monkeypatch.setenv(URL_VARIABLE, f"sqlite:///{tmp_path / 'other.sqlite3'}")
    other = open_desk("backup")
    other.file_uploader(key="backup_file").upload("a.kh359", packed.getvalue(), "x/y").run()
    sound(other)
    assert messages(other)[0].startswith("Đã nhập ")
    assert "Theo báo cáo năm" in all_text(to_desk(other, "changes"))
    to_desk(other, "backup")
    other.file_uploader(key="backup_file").upload("b.kh359", b"nothing", "x/y").run()
    sound(other)
    assert other.error
    _store.door().close()


def test_after_a_correction_the_form_goes_on_with_the_figure_that_stands() -> None:
    app = open_desk()
    app.selectbox(key="figures_indicator").set_value("dossiers_online").run()
    app.segmented_control(key="figures_act").set_value("correct").run()
    box = app.selectbox(key="figures_chosen")
    old, old_name = box.value, box.format_func(box.value)
    (value,) = [one for one in app.text_input if (one.key or "").startswith("entry_value_")]
    value.set_value("79,9")
    press(app, "Kiểm tra")
    accept(app, "Số điều chỉnh")
    chosen = app.selectbox(key="figures_chosen")
    assert "79,9 %" in chosen.format_func(chosen.value)
    assert chosen.value != old
    assert f"{old_name} · đã chọn số khác" in chosen.options
