"""The page Kịch bản: a lever moves the numbers, every step comes back, links keep it."""

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from kh359.model.scenario.lever import LEVERS
from kh359.model.scenario.scenario import Scenario, rest_scenario
from kh359.model.scenario.text import write_link, write_toml
from kh359.plan.loading import load_facts
from kh359.scenarios.preset import read_presets
from tests.pages.levers import move, sent, sent_picture, sliders, tell
from tests.pages.opened_app import ROOT, Open, all_text

FACTS = load_facts()
REST = rest_scenario(FACTS)
RICH = REST.with_value("programme_share", 0, 0.02).with_value("programme_share", 3, 0.05)
NBSP = "\u00a0"


def link(scenario: Scenario) -> str:
    return write_link(scenario, REST, FACTS.indicator_by_id)


def address(app: AppTest, name: str) -> str | None:
    value = app.query_params.get(name)
    return value[-1] if isinstance(value, list) else value


def counts(app: AppTest) -> list[str]:
    """The four headline numbers, one a milestone."""
    return re.findall(r'<div class="figure">([^<]*)</div>', all_text(app))


def medians(app: AppTest) -> list[list[float]]:
    """The medians drawn, the baseline's first."""
    figure = sent_picture(app)["figure"]
    lines = [trace for trace in figure["data"] if "customdata" in trace]
    lines.sort(key=lambda line: "<b>Giữ nguyên</b>" not in line["hovertemplate"])
    return [line["y"] for line in lines]


def split_values(app: AppTest) -> list[float]:
    texts = [str(sliders(app)[f"split_{slot}"].text) for slot in range(5)]
    return [float(text.removesuffix(f"{NBSP}%").replace(",", ".")) for text in texts]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_page_runs_at_rest_and_says_how_little_is_known(open_app: Open, language: str) -> None:
    app = open_app("scenario", lang=language)
    (warning,) = [item.value for item in app.warning]
    assert "153" in warning
    assert app.button(key="undo").disabled
    assert app.button(key="reset").disabled
    assert address(app, "kb") is None


def test_a_lever_moves_the_chart_the_counts_and_the_link(open_app: Open) -> None:
    app = open_app("scenario", gd25="1", ct="st_tasks_started")
    before = counts(app)
    move(app, "programme_share_3", f"5{NBSP}%")
    assert not app.exception
    assert counts(app) != before
    rest, moved = medians(app)
    assert moved[-1] > rest[-1]
    assert address(app, "kb") == '{"version":1,"programme_share":[0.009,0.009,0.009,0.05]}'
    assert sliders(app)["programme_share_3"].label.startswith("● 2045")
    assert sliders(app)["programme_share_0"].label.startswith("2030")


def test_undo_redo_and_reset(open_app: Open) -> None:
    app = open_app("scenario", gd25="1")
    resting = counts(app)
    move(app, "programme_share_0", f"3{NBSP}%")
    first = counts(app)
    move(app, "budget_grdp_share_0", f"20{NBSP}%")
    second = counts(app)
    assert len({tuple(resting), tuple(first), tuple(second)}) == 3
    app.button(key="undo").click().run()
    assert counts(app) == first
    assert sliders(app)["budget_grdp_share_0"].text == f"16{NBSP}%"
    app.button(key="undo").click().run()
    assert counts(app) == resting
    assert address(app, "kb") is None
    app.button(key="redo").click().run()
    app.button(key="redo").click().run()
    assert counts(app) == second
    app.button(key="reset").click().run()
    assert counts(app) == resting
    app.button(key="undo").click().run()
    assert counts(app) == second
    assert not app.exception


def test_a_sweep_of_one_lever_is_taken_back_at_once(
    open_app: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = iter([100.0, 100.5, 101.0, 105.0])
    monkeypatch.setattr("kh359.pages._state.monotonic", lambda: next(clock))
    app = open_app("scenario", gd25="1")
    for share in ("1", "1,1", "1,2", "3"):
        move(app, "programme_share_0", f"{share}{NBSP}%")
    app.button(key="undo").click().run()
    assert sliders(app)["programme_share_0"].text == f"1,2{NBSP}%"
    app.button(key="undo").click().run()
    assert address(app, "kb") is None
    assert app.button(key="undo").disabled


def test_a_lever_brought_back_to_its_rest_is_no_scenario(open_app: Open) -> None:
    app = open_app("scenario", gd25="1", kb=link(REST.with_value("programme_share", 0, 0.02)))
    move(app, "programme_share_0", f"0,9{NBSP}%")
    assert address(app, "kb") is None


def test_messages_that_replace_each_other_lose_no_move_and_repeat_none(open_app: Open) -> None:
    app = open_app("scenario", gd25="1")
    start = sent(app)["taken"]
    first, second = [start + 1, "programme_share_0", 0.02], [start + 2, "cofinancing_0", 5.0]
    tell(app, first, second)
    assert sent(app)["taken"] == start + 2
    assert sliders(app)["programme_share_0"].text == f"2{NBSP}%"
    assert sliders(app)["cofinancing_0"].text == "5 đồng"
    # Two levers are two steps.
    app.button(key="undo").click().run()
    assert sliders(app)["programme_share_0"].text == f"2{NBSP}%"
    assert sliders(app)["cofinancing_0"].text != "5 đồng"
    tell(app, first, second, [start + 3, "programme_share_0", 0.03])
    assert sliders(app)["programme_share_0"].text == f"3{NBSP}%"
    assert sliders(app)["cofinancing_0"].text != "5 đồng"


def test_a_move_that_the_model_refuses_is_dropped_alone(open_app: Open) -> None:
    app = open_app("scenario", gd25="1")
    start = sent(app)["taken"]
    wrong = [
        [start + 1, "programme_share_0", 0.5],
        [start + 2, "grants_0", 0.5],
        [start + 3, "dti"],
    ]
    tell(app, *wrong, "nonsense", [None], [start + 4, "programme_share_1", 0.02])
    assert not app.exception
    assert sent(app)["taken"] == start + 4
    assert sliders(app)["programme_share_0"].text == f"0,9{NBSP}%"
    assert sliders(app)["programme_share_1"].text == f"2{NBSP}%"
    assert app.button(key="redo").disabled
    app.button(key="undo").click().run()
    assert address(app, "kb") is None


def test_the_shares_of_the_split_stay_whole(open_app: Open) -> None:
    app = open_app("scenario", gd25="1")
    app.segmented_control(key="lever_group").set_value("split").run()
    assert split_values(app) == [20, 20, 20, 20, 20]
    move(app, "split_0", f"50{NBSP}%")
    # The four others share the other half as they shared 80 % before.
    assert split_values(app) == [50, 12.5, 12.5, 12.5, 12.5]
    move(app, "split_1", f"30{NBSP}%")
    # 70 % are left; the first keeps 50 / 87.5 of it, the others 12.5 / 87.5 each.
    assert split_values(app) == [40, 30, 10, 10, 10]


def test_every_lever_can_be_moved_in_its_group(open_app: Open) -> None:
    app = open_app("scenario")
    for group in ("economy", "budget", "split", "delivery"):
        app.segmented_control(key="lever_group").set_value(group).run()
        assert not app.exception
        shown = set(sliders(app))
        wanted = {
            f"{lever.name}_{slot}"
            for lever in LEVERS
            if lever.group == group
            for slot in range(lever.size)
        }
        assert shown == wanted


def test_money_stands_beside_the_lever(open_app: Open) -> None:
    """0.9 % of a budget of 16 % of GRDP: 0.00144 of GRDP; five times 20 % of it."""
    app = open_app("scenario")
    app.segmented_control(key="lever_group").set_value("economy").run()
    label = sliders(app)["growth_0"].label
    grdp = float(re.search(r"([\d.]+) tỷ đồng", label)[1].replace(".", ""))  # type: ignore[index]
    app.segmented_control(key="lever_group").set_value("budget").run()
    label = sliders(app)["programme_share_0"].label
    money = float(re.search(r"([\d.]+) tỷ đồng", label)[1].replace(".", ""))  # type: ignore[index]
    assert money == pytest.approx(0.16 * 0.009 * grdp, rel=0.01)


def test_a_scenario_of_a_link_comes_back(open_app: Open) -> None:
    app = open_app("scenario", gd25="1", kb=link(RICH))
    assert not app.warning
    assert sliders(app)["programme_share_0"].text == f"2{NBSP}%"
    assert address(app, "kb") == link(RICH)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('{"version":1,"programme_share":[0.5,0.009,0.009,0.009]}', "50"),
        ('{"version":1,"grants":1}', "grants"),
        ('{"version":9}', "9"),
        ("nonsense", "kb=nonsense"),
    ],
)
def test_a_wrong_scenario_is_refused_by_name_and_not_half_used(
    open_app: Open, text: str, words: str
) -> None:
    app = open_app("scenario", gd25="1", kb=text)
    (told,) = [item.value for item in app.warning]
    assert words in told
    assert address(app, "kb") is None
    assert sliders(app)["programme_share_0"].text == f"0,9{NBSP}%"


def test_a_share_of_money_says_that_the_levers_win(open_app: Open) -> None:
    app = open_app("scenario", gd25="1", ct="st_budget_share")
    assert any("đòn bẩy thắng" in item.value for item in app.info)
    assert any("Trước khi dời, biểu đồ là dự báo" in item.value for item in app.info)
    move(app, "programme_share_0", f"2{NBSP}%")
    text = all_text(app)
    assert "Do kịch bản đặt" in text
    assert not any("Trước khi dời" in item.value for item in app.info)
    # Share of the budget in 2030: the lever says 2 %, the plan asks for 1.5 %.
    assert f"2{NBSP}%<br><small>mục tiêu ít nhất 1,5{NBSP}%: đủ mức</small>" in text


def test_an_override_that_loses_is_told(open_app: Open) -> None:
    kb = '{"version":1,"budget_grdp_share":0.2,"overrides":{"sti_grdp_share":{"pace":0.1}}}'
    app = open_app("scenario", gd25="1", ct="sti_grdp_share", kb=kb)
    assert any("không có tác dụng" in item.value for item in app.warning)


def test_the_pace_of_one_indicator(open_app: Open) -> None:
    app = open_app("scenario", gd25="1", ct="dti")
    app.segmented_control(key="lever_group").set_value("indicator").run()
    move(app, "pace_dti", f"+10{NBSP}% mỗi năm")
    assert not app.exception
    rest, faster = medians(app)
    assert faster[-1] > rest[-1]
    app.toggle(key="outside_dti").set_value(False).run()
    assert medians(app)[1][-1] < faster[-1]
    app.button(key="undo").click().run()
    assert medians(app)[1] == faster


def test_a_start_typed_for_the_scenario_projects_the_indicator(open_app: Open) -> None:
    app = open_app("scenario", ct="coverage_5g")
    assert medians(app) == []
    app.segmented_control(key="lever_group").set_value("indicator").run()
    app.text_input(key="override_value_coverage_5g").set_value("145")
    submit = next(b for b in app.button if b.label == "Dùng giả định này")
    submit.click().run()
    assert [e.value for e in app.error] == [f"Giá trị không được lớn hơn 100{NBSP}%."]
    app.text_input(key="override_value_coverage_5g").set_value("45,5")
    next(b for b in app.button if b.label == "Dùng giả định này").click().run()
    assert not app.exception
    rest, moved = medians(app)
    assert rest == moved, "the start is the baseline's too"
    app.button(key="remove_start").click().run()
    assert medians(app) == []


def test_a_ready_made_scenario_is_applied_and_taken_back(open_app: Open) -> None:
    app = open_app("scenario", gd25="1")
    chooser = app.selectbox(key="preset")
    assert len(chooser.options) >= 5
    chooser.select(chooser.options[1]).run()
    assert not app.exception
    assert app.selectbox(key="preset").value == chooser.options[1]
    assert address(app, "kb") is not None
    app.button(key="undo").click().run()
    assert address(app, "kb") is None


def test_a_ready_made_scenario_of_a_vietnamese_link_has_its_english_name(open_app: Open) -> None:
    preset = read_presets(FACTS).of("cat_20")
    assert preset is not None
    app = open_app("scenario", lang="en", kb=link(preset.vietnamese))
    assert app.session_state["_view"].scenario.name == preset.english.name
    assert app.button(key="undo").disabled
    named = replace(preset.vietnamese, name="Của tôi")
    app = open_app("scenario", lang="en", kb=link(named))
    assert app.session_state["_view"].scenario.name == "Của tôi"


def test_a_scenario_goes_into_the_comparison_once(open_app: Open) -> None:
    app = open_app("scenario", gd25="1", kb=link(RICH))
    app.button(key="compare").click().run()
    assert "(1/4)" in app.button(key="compare").label
    assert [s.value for s in app.success] == ["Đã thêm. Xem ở trang So sánh."]
    app.button(key="compare").click().run()
    assert "(1/4)" in app.button(key="compare").label
    assert "Kịch bản này đã có trong phần so sánh." in [s.value for s in app.success]
    assert app.query_params["ss"]


def test_a_scenario_gets_a_name_that_a_change_takes_away(open_app: Open) -> None:
    app = open_app("scenario", gd25="1", kb=link(RICH))
    app.session_state["file_box"] = True
    app.run()
    app.text_input(key="scenario_name").set_value("Phương án của Sở").run()
    assert '"name":"Phương án của Sở"' in str(address(app, "kb"))
    move(app, "programme_share_0", f"1{NBSP}%")
    assert "name" not in str(address(app, "kb"))
    app.button(key="reset").click().run()
    assert app.text_input(key="scenario_name").disabled


def test_a_file_is_opened_and_a_broken_one_told(open_app: Open) -> None:
    app = open_app("scenario", gd25="1")
    app.session_state["file_box"] = True
    app.run()
    good = write_toml(RICH, FACTS.indicator_by_id).encode()
    app.file_uploader[0].upload("kich_ban.toml", good, "text/plain").run()
    assert not app.exception
    assert address(app, "kb") == link(RICH)
    bad = good.replace(b"execution = 89", b"execution = 189")
    assert bad != good
    app.file_uploader[0].upload("hong.toml", bad, "text/plain").run()
    assert any("189" in item.value for item in app.error)
    assert address(app, "kb") == link(RICH)


def test_what_stands_behind_the_effect_of_money_is_named(open_app: Open) -> None:
    app = open_app("scenario", gd25="1", ct="coverage_5g")
    app.session_state["response_evidence"] = True
    app.run()
    text = all_text(app)
    assert "Độ trễ: phủ sóng và băng rộng" in text
    assert "50\u00a0% khả năng hoàn toàn không có tác dụng" in text


def test_a_broken_ready_made_scenario_is_named(
    open_app: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = shutil.copytree(ROOT / "data", tmp_path / "data")
    preset = folder / "scenarios" / "cat_20.toml"
    preset.write_text(preset.read_text("utf-8") + "\nexecution = 189\n", "utf-8")
    monkeypatch.setenv("KH359_DATA", str(folder))
    app = open_app("scenario", gd25="1")
    assert any("cat\\_20.toml" in item.value for item in app.warning)
    assert app.selectbox(key="preset").options
