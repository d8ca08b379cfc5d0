"""The page So sánh: what it offers, what it shows, and that it says the same as the model."""

import re
from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from kh359.model.assumptions import Assumptions
from kh359.model.evaluation.evaluation import evaluate
from kh359.model.evaluation.stage import prepare
from kh359.model.outlook import project_plan
from kh359.model.scenario.scenario import Scenario, rest_scenario
from kh359.model.scenario.text import write_link
from kh359.plan.facts import Facts
from kh359.plan.loading import load_facts
from tests.pages.opened_app import Open, all_text

PLAN = (0.015, 0.02, 0.025, 0.03)
"""The plan's own shares of the budget, clause II.2 (1.5, 2, 2.5 and 3 %)."""


@pytest.fixture(scope="module")
def plan_facts() -> Facts:
    return load_facts()


def scenario(facts: Facts, name: str, shares: tuple[float, ...] = ()) -> Scenario:
    rest = rest_scenario(facts)
    return replace(rest, name=name, programme_share=shares or rest.programme_share)


def link(facts: Facts, chosen: Scenario) -> str:
    return write_link(chosen, rest_scenario(facts), facts.indicator_by_id)


@pytest.fixture
def compared(open_app: Open, plan_facts: Facts) -> AppTest:
    """Levers at rest beside the plan's own budget, with every 2025 target supposed met."""
    pair = [scenario(plan_facts, "Nền"), scenario(plan_facts, "Ngân sách", PLAN)]
    links = [link(plan_facts, one) for one in pair]
    return open_app("comparison", lang="vi", gd25="1", moc="2030", ss=links)


def matrix(app: AppTest) -> str:
    return next(item.proto.body for item in app.get("html") if "kh-compare" in item.proto.body)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_an_empty_comparison_offers_three_scenarios_in_one_click(
    open_app: Open, language: str
) -> None:
    app = open_app("comparison", lang=language)
    assert not app.get("plotly_chart")
    app.button(key="compare_suggested").click().run()
    assert not app.exception
    assert [app.button(key=f"remove_{place}").label for place in range(3)]
    assert len(app.query_params["ss"]) == 3
    assert len(app.get("plotly_chart")) == 4


def test_each_scenario_has_a_column_a_paragraph_and_a_place_in_the_run_line(
    compared: AppTest,
) -> None:
    heads = re.findall(r'<th scope="col" class="">(.*?)</th>', matrix(compared))
    assert heads == ["Nền", "Ngân sách"]
    text = all_text(compared)
    assert "Kịch bản “Nền”." in text
    assert "Kịch bản “Ngân sách”." in text
    assert "dùng chung các lượt mô phỏng" in text
    assert "số gieo 359" in text


def test_the_probabilities_are_those_of_the_model(compared: AppTest, plan_facts: Facts) -> None:
    outlook = project_plan(plan_facts, Assumptions(suppose_2025_met=True))
    run = evaluate(prepare(plan_facts, outlook), scenario(plan_facts, "x", PLAN))
    target = next(
        t
        for t in plan_facts.targets
        if t.year == 2030 and 0.02 < (run.probability(t.target_id) or 0) < 0.98
    )
    name = plan_facts.indicator_by_id[target.indicator_id].name_vi
    row = next(part for part in matrix(compared).split("<tr") if name in part)
    whole = round(100 * (run.probability(target.target_id) or 0))
    assert f">{whole}\u00a0% · " in row.split("<td>")[2]


def test_what_the_levers_set_is_never_a_probability(compared: AppTest) -> None:
    # The plan's budget share of 2030 is moved by the lever, so that it is no forecast.
    rows = [part for part in matrix(compared).split("<tr") if "do kịch bản đặt" in part]
    assert any("chi ngân sách địa phương" in row for row in rows)
    for row in rows:
        cells = row.split("<td>")[1:]
        assert "%" in cells[0]
        assert "%" not in cells[1].split("</span>")[0].split(">")[-1]


def test_every_paragraph_counts_the_same_targets(compared: AppTest) -> None:
    first, second = re.findall(r"năm 2030: ([\d,]+ trên \d+.*?);", all_text(compared))
    assert "giữ nguyên" not in first
    assert second.endswith(f"(giữ nguyên {first.split(' ')[0]})"), (first, second)
    assert first.split(" ")[2] == second.split(" ")[2]


def test_only_assumptions_that_differ_are_listed(compared: AppTest) -> None:
    table = next(i.proto.body for i in compared.get("html") if "Mức giữ nguyên" in i.proto.body)
    assert table.count("<tr") == 1 + len(PLAN)
    assert "1,5\u00a0%<br><small>+0,6 điểm phần trăm" in table
    assert "Tăng trưởng GRDP" not in table


def test_a_scenario_can_be_removed_and_another_added(compared: AppTest) -> None:
    compared.button(key="remove_0").click().run()
    assert not compared.exception
    assert "Kịch bản “Nền”." not in all_text(compared)
    compared.selectbox(key="offered").set_value("Cắt 20 %")
    compared.button(key="add").click().run()
    assert not compared.exception
    assert len(compared.query_params["ss"]) == 2
    assert "Kịch bản “Cắt 20 %”." in all_text(compared)


def test_markup_in_a_name_is_shown_and_not_read(open_app: Open, plan_facts: Facts) -> None:
    odd = link(plan_facts, scenario(plan_facts, "<img src=x>![p](http://outside.invalid)", PLAN))
    app = open_app("comparison", lang="vi", ss=[odd])
    assert "<img" not in all_text(app).replace("\\<img", "")
    markdown = "\n".join(item.value for item in (*app.markdown, *app.caption))
    assert "![p](" not in markdown
    assert "outside.invalid" in markdown


@pytest.mark.parametrize("page", ["goal", "audit", "scenario", "briefing", "export"])
def test_markup_in_the_name_of_the_open_scenario_is_not_read(
    open_app: Open, plan_facts: Facts, page: str
) -> None:
    odd = link(plan_facts, scenario(plan_facts, "<b>:red[x] $y$", PLAN))
    app = open_app(page, lang="vi", kb=odd)
    told = [item.value for item in (*app.markdown, *app.caption)]
    told += [item.label for item in (*app.toggle, *app.checkbox, *app.button)]
    assert not [text for text in told if ":red[x]" in text]


def test_the_order_of_the_rows_can_be_the_plans(compared: AppTest) -> None:
    assert "Chênh lệch lớn xếp trước" in matrix(compared)
    compared.segmented_control(key="matrix_order").set_value("plan").run()
    assert not compared.exception
    assert "Chênh lệch lớn xếp trước" not in matrix(compared)
    assert "a) Phát triển hạ tầng" in matrix(compared)


def test_without_data_most_targets_stay_unknown(open_app: Open, plan_facts: Facts) -> None:
    app = open_app("comparison", lang="vi", ss=[link(plan_facts, scenario(plan_facts, "Nền"))])
    unknown = matrix(app).split("Không dự báo")[1]
    assert unknown.count('<tr class="row">') == 39
    assert "%" not in "".join(re.findall(r'class="mark.*?>(.*?)</span>', unknown))
