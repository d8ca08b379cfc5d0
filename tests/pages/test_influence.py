"""What a number hangs on, on the page Kịch bản: asked for, answered, and asked again."""

import json

import pytest
from streamlit.testing.v1 import AppTest

from kh359.model.scenario.scenario import rest_scenario
from kh359.model.scenario.text import write_link
from kh359.plan.loading import load_facts
from tests.pages.opened_app import Open, all_text


@pytest.fixture
def opened(open_app: Open) -> AppTest:
    """Researchers, with half the budget executed and the box open."""
    facts = load_facts()
    rest = rest_scenario(facts)
    link = write_link(rest.with_value("execution", 0, 0.5), rest, facts.indicator_by_id)
    app = open_app("scenario", gd25="1", ct="researchers_total", kb=link)
    app.session_state["influence"] = True
    app.run()
    assert not app.exception
    return app


def chart(app: AppTest) -> dict:
    return json.loads(app.get("plotly_chart")[-1].proto.spec)


def n_charts(app: AppTest) -> int:
    return len(app.get("plotly_chart"))


def test_nothing_is_computed_until_it_is_asked_for(opened: AppTest) -> None:
    before = n_charts(opened)
    opened.button(key="influence_compute").click().run()
    assert not opened.exception
    assert n_charts(opened) == before + 1
    names = chart(opened)["layout"]["yaxis"]["ticktext"]
    assert len(names) == 3, "rest, the one lever that is moved, and the scenario"
    assert "Tỷ lệ giải ngân" in names[1]


def test_a_tornado_is_of_one_target(opened: AppTest) -> None:
    opened.segmented_control(key="influence_question").set_value("tornado").run()
    opened.button(key="influence_compute").click().run()
    assert not opened.exception
    assert any("đòn bẩy: " in name for name in chart(opened)["layout"]["yaxis"]["ticktext"])
    opened.selectbox(key="influence_subject").set_value(2030).run()
    assert not opened.exception
    assert "Thử từng đầu vào chỉ dành cho một mục tiêu" in all_text(opened)


def test_another_scenario_is_another_question(opened: AppTest) -> None:
    opened.button(key="influence_compute").click().run()
    shown = n_charts(opened)
    opened.button(key="reset").click().run()
    assert not opened.exception
    assert n_charts(opened) == shown - 1, "an answer never outlives its question"
