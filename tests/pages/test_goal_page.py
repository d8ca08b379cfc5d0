"""Cần gì để đạt: the numbers of the model on the page, every answer, opened as a scenario."""

import json
import math

import pytest
from streamlit.testing.v1 import AppTest

from kh359.model.assumptions import Assumptions
from kh359.model.evaluation.stage import Stage, prepare
from kh359.model.outlook import project_plan
from kh359.model.solve.goal import seek
from kh359.model.solve.question import Question
from kh359.plan.loading import load_facts
from tests.pages.opened_app import Open, all_text

TARGET = "researchers_total-2030"


@pytest.fixture(scope="module")
def ground() -> Stage:
    facts = load_facts()
    return prepare(facts, project_plan(facts, Assumptions(suppose_2025_met=True)))


def asked(app: AppTest, target_id: str = TARGET) -> AppTest:
    """One target at 30 %."""
    indicator_id = target_id.rsplit("-", 1)[0]
    app.multiselect(key=f"goal_targets_{indicator_id}").set_value([target_id])
    app.select_slider(key="goal_wanted").set_value(30)
    app.run()
    assert not app.exception, [item.message for item in app.exception]
    return app


@pytest.mark.parametrize(("language", "title"), [("vi", "Cần gì để đạt"), ("en", "What it takes")])
def test_the_page_runs_in_both_languages(open_app: Open, language: str, title: str) -> None:
    app = open_app("goal", lang=language, gd25="1", ct="researchers_total")
    assert app.title[0].value == title
    chosen = app.multiselect(key="goal_targets_researchers_total").value
    assert chosen == [f"researchers_total-{year}" for year in (2030, 2035, 2040, 2045)]


def test_the_page_gives_the_answer_of_the_model(open_app: Open, ground: Stage) -> None:
    app = asked(open_app("goal", gd25="1", ct="researchers_total"))
    question = Question(target_ids=(TARGET,), scenario=ground.rest, wanted=0.3)
    value = seek(ground, question).value
    assert value is not None
    written = f"{math.ceil(10_000 * value) / 100:.2f}".rstrip("0").replace(".", ",")
    assert app.query_params["hoi"] in (f"30~budget~30~{TARGET}", [f"30~budget~30~{TARGET}"])
    text = all_text(app)
    assert f"cần {written} % ngân sách địa phương ở mỗi mốc đến năm 2030" in text.replace(
        "\N{NO-BREAK SPACE}", " "
    )
    assert "1 trong 1 mục tiêu đang hỏi đạt xác suất 30" in text
    assert "tỷ đồng" in text
    assert "Xuất phát từ 300 người năm 2025 (giả định" in text
    assert "Tác dụng của tiền: tiền nghiên cứu tới nhân lực nghiên cứu" in text


def test_the_answer_opens_as_a_scenario(open_app: Open, ground: Stage) -> None:
    app = asked(open_app("goal", gd25="1", ct="researchers_total"))
    app.button(key="goal_open").click().run()
    assert not app.exception, [item.message for item in app.exception]
    scenario = json.loads(
        app.query_params["kb"][0]
        if isinstance(app.query_params["kb"], list)
        else app.query_params["kb"]
    )
    question = Question(target_ids=(TARGET,), scenario=ground.rest, wanted=0.3)
    found = seek(ground, question).scenario
    assert found is not None
    assert tuple(scenario["programme_share"]) == found.programme_share


@pytest.mark.parametrize("kind", ["pace", "start", "split"])
def test_every_question_has_an_answer(open_app: Open, kind: str) -> None:
    app = open_app("goal", gd25="1", ct="researchers_total")
    app.radio(key="goal_for").set_value(kind).run()
    assert not app.exception, [item.message for item in app.exception]
    assert "Từng mục tiêu" in all_text(app)


def test_a_link_asks_the_question_again(open_app: Open) -> None:
    app = open_app(
        "goal",
        gd25="1",
        ct="researchers_total",
        hoi=f"30~start~45~{TARGET}",
        pa="0.5~any~0~5~0~0~0~0~1~1~1~1~2~1~1~1~3",
    )
    assert app.multiselect(key="goal_targets_researchers_total").value == [TARGET]
    assert app.select_slider(key="goal_wanted").value == 30
    assert app.radio(key="goal_for").value == "start"
    assert app.select_slider(key="goal_level").value == 45
    assert app.select_slider(key="goal_ceiling").value == 0.5
    assert app.select_slider(key="goal_change").value is None
    assert app.toggle(key="goal_steady").value is False
    assert app.selectbox(key="goal_floors_a").value == 5
    assert app.selectbox(key="goal_weights_e").value == 2
    assert app.selectbox(key="goal_year_weights_2045").value == 3


def test_no_figures_and_no_choice_are_told(open_app: Open) -> None:
    app = open_app("goal", ct="startups")
    text = all_text(app)
    assert "chưa có số liệu" in text
    assert "không có điểm xuất phát thì không có dự báo" in text
    assert "4 mục tiêu đang hỏi chưa có số liệu để xuất phát" in text
    assert "không mục tiêu nào" not in text, "no figures is not out of reach"
    app.multiselect(key="goal_targets_startups").set_value([]).run()
    assert "Hãy chọn ít nhất một mục tiêu." in all_text(app)


def test_who_has_chosen_nothing_is_asked_about_a_projection(open_app: Open) -> None:
    assert "Chưa trả lời được" not in all_text(open_app("goal"))


def test_the_whole_plan_is_found_drawn_and_opened(open_app: Open) -> None:
    app = open_app("goal", gd25="1")
    app.button(key="goal_find").click().run(timeout=110)
    assert not app.exception, [item.message for item in app.exception]
    text = all_text(app)
    assert "phương án tốt nhất tìm được chi" in text
    assert "giả định" in text
    (chart,) = app.get("plotly_chart")
    spec = json.loads(chart.proto.spec)
    names = [trace.get("text") for trace in spec["data"]]
    assert ["<b>kịch bản đang xét</b>"] in names
    curve = spec["data"][0]
    assert curve["y"] == sorted(curve["y"])
    assert "tỷ đồng, giá năm 2025" in spec["layout"]["xaxis"]["title"]["text"]
    app.select_slider(key="goal_change").set_value(10).run()
    assert "hãy tìm lại" in all_text(app)
    app.select_slider(key="goal_change").set_value(20).run()
    assert "phương án tốt nhất tìm được chi" in all_text(app)
    app.button(key="goal_open_plan").click().run()
    assert not app.exception, [item.message for item in app.exception]
    assert "kb" in app.query_params


def test_limits_that_nothing_keeps_are_told(open_app: Open) -> None:
    app = open_app("goal", gd25="1")
    app.select_slider(key="goal_ceiling").set_value(0.5).run()
    app.button(key="goal_find").click().run(timeout=110)
    assert not app.exception, [item.message for item in app.exception]
    assert "Không phương án nào giữ được mọi ràng buộc" in all_text(app)
