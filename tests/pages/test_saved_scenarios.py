"""Saved scenarios and briefings: versions, two writers, deleted and brought back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from kh359.model.scenario.scenario import rest_scenario
from kh359.model.scenario.text import write_link
from kh359.pages import _facts_in_use, _store
from kh359.plan.loading import load_facts
from kh359.store.location import URL_VARIABLE
from tests.pages.desk import accept, enter, open_desk, press, sound, store_at
from tests.pages.opened_app import Open, all_text

FACTS = load_facts()
REST = rest_scenario(FACTS)
RICH = REST.with_value("programme_share", 0, 0.02)


@pytest.fixture(autouse=True)
def own_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv(URL_VARIABLE, store_at(tmp_path))
    _facts_in_use.forget_today()
    yield
    _store.door().close()
    _facts_in_use.forget_today()


def link(value: float) -> str:
    scenario = REST.with_value("programme_share", 0, value)
    return write_link(scenario, REST, FACTS.indicator_by_id)


def opened(open_app: Open, value: float) -> AppTest:
    """The page Kịch bản with its box of saved scenarios open."""
    app = open_app("scenario", kb=link(value), ct="dti")
    app.session_state["saved_box"] = True
    app.run()
    sound(app)
    return app


def told(app: AppTest) -> str:
    return " ".join(item.value for kind in (app.success, app.error) for item in kind)


def save_as(app: AppTest, name: str) -> None:
    app.text_input(key="saved_name").set_value(name)
    app.button(key="saved_create").click().run()
    sound(app)


def supposed(app: AppTest) -> str:
    value = app.query_params.get("kb", "")
    return value[-1] if isinstance(value, list) else value


def test_a_scenario_is_saved_opened_deleted_and_brought_back(open_app: Open) -> None:
    app = opened(open_app, 0.02)
    save_as(app, "Nhanh hơn")
    assert "Đã lưu thành kịch bản mới: Nhanh hơn." in told(app)
    other = opened(open_app, 0.03)
    other.button(key="saved_open").click().run()
    sound(other)
    assert '"programme_share":[0.02' in supposed(other).replace(" ", "")
    other.button(key="saved_delete").click().run()
    sound(other)
    assert "Đã xóa" in told(other)
    other.button(key="saved_restore").click().run()
    sound(other)
    assert "Đã khôi phục: Nhanh hơn." in told(other)


def test_after_saving_a_version_open_means_the_one_just_saved(open_app: Open) -> None:
    app = opened(open_app, 0.02)
    save_as(app, "Một")
    save_as(app, "Hai")
    (chosen,) = [one for one in app.selectbox if one.key == "saved_chosen"]
    assert chosen.format_func(chosen.value).startswith("Hai · v1")
    app.button(key="saved_save").click().run()
    assert "Không có gì thay đổi so với phiên bản 1." in told(app)
    app.text_input(key="saved_name").set_value("Ba")
    app.button(key="saved_save").click().run()
    assert "Đã lưu thành phiên bản 2." in told(app)
    (version,) = [one for one in app.selectbox if (one.key or "").startswith("saved_version")]
    assert version.value == 2


def test_a_scenario_needs_a_name(open_app: Open) -> None:
    app = opened(open_app, 0.02)
    save_as(app, "   ")
    assert app.error


def both_changed(open_app: Open) -> tuple[AppTest, AppTest]:
    """Two sessions that opened one version; the second has saved another lever's value."""
    first = opened(open_app, 0.02)
    save_as(first, "Chung")
    second = opened(open_app, 0.03)
    second.button(key="saved_open").click().run()
    return first, second


def test_the_second_writer_is_told_and_nothing_is_overwritten(open_app: Open) -> None:
    first, second = both_changed(open_app)
    for app, name in ((second, "Của Bình"), (first, "Của An")):
        app.text_input(key="saved_name").set_value(name)
        app.button(key="saved_save").click().run()
        sound(app)
    assert any("đã lưu phiên bản 2" in item.value for item in first.warning)
    assert "cả hai cùng sửa: 1 chỗ" in all_text(first)  # the name
    first.radio(key="clash_0").set_value("theirs").run()
    first.button(key="clash_merge").click().run()
    sound(first)
    assert "Đã gộp hai bản." in told(first)
    first.button(key="saved_save").click().run()
    sound(first)
    assert not any("đã lưu phiên bản" in item.value for item in first.warning)
    (option, *_) = first.selectbox(key="saved_chosen").options
    assert option.startswith("Của Bình · v")


def test_mine_can_be_saved_apart(open_app: Open) -> None:
    first, second = both_changed(open_app)
    for app, name in ((second, "Của Bình"), (first, "Của An")):
        app.text_input(key="saved_name").set_value(name)
        app.button(key="saved_save").click().run()
    first.button(key="clash_fork").click().run()
    sound(first)
    assert "Của An (bản riêng)" in told(first).replace("\\", "")
    assert len(first.selectbox(key="saved_chosen").options) == 2


def test_a_saved_scenario_can_be_compared(open_app: Open) -> None:
    save_as(opened(open_app, 0.02), "Để so sánh")
    app = open_app("comparison")
    (offered,) = [o for o in app.selectbox(key="offered").options if "Để so sánh" in o]
    app.selectbox(key="offered").set_value(offered).run()
    press(app, "Thêm")
    assert "Để so sánh" in all_text(app)


def test_a_saved_scenario_can_be_handed_in(open_app: Open) -> None:
    save_as(opened(open_app, 0.02), "Để nộp")
    choice = open_app("export").selectbox(key="export_source")
    assert any("Để nộp" in option for option in choice.options)


def test_last_months_briefing_shows_the_figures_of_its_day(open_app: Open) -> None:
    app = open_app("briefing")
    app.text_input(key="kept_title").set_value("Giao ban tháng 10")
    press(app, "Lưu")
    assert "Đã lưu: Giao ban tháng 10." in told(app)
    desk = open_desk()
    enter(desk, "dti", "0,6123")
    accept(desk)
    later = open_app("briefing")
    later.button(key="kept_open").click().run()
    sound(later)
    assert later.query_params["sl"] in (FACTS.version, [FACTS.version])
    assert "Số liệu đã thay đổi" not in all_text(later)
    tb = later.query_params["tb"]
    by_link = open_app("briefing", tb=tb if isinstance(tb, str) else tb[-1])
    assert by_link.query_params["sl"] in (FACTS.version, [FACTS.version])
