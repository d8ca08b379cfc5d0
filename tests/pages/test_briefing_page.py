"""The page Trình chiếu: its views say what the model says, and its link brings them back."""

import re
from dataclasses import replace
from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest
from streamlit.testing.v1 import AppTest

from kh359.locale.number import number
from kh359.model.assumptions import Assumptions
from kh359.model.evaluation.evaluation import evaluate
from kh359.model.evaluation.stage import prepare
from kh359.model.gain import comparable
from kh359.model.outlook import project_plan
from kh359.model.scenario.scenario import Scenario, rest_scenario
from kh359.model.scenario.text import write_link
from kh359.pages._briefing.briefing import Briefing, read_briefing, write_briefing
from kh359.plan.facts import Facts
from kh359.plan.loading import load_facts
from tests.pages.opened_app import Open, all_text

DAY = date(2026, 11, 23)
PLAN = (0.015, 0.02, 0.025, 0.03)
MONEY_SHARES = ("st_budget_share", "sti_grdp_share")


@pytest.fixture(scope="module")
def plan_facts() -> Facts:
    return load_facts()


def briefing(facts: Facts, slide: str = "dem", **more) -> str:
    held = Briefing(version=facts.version, day=DAY, slide=slide, indicator_ids=("dti",), **more)
    return write_briefing(replace(held, indicator_ids=("dti",)))


def body(app: AppTest) -> str:
    """The view below its title, without its style."""
    html = next(item.proto.body for item in app.get("html") if "kh-view" in item.proto.body)
    return re.sub(r"<style>.*?</style>", "", html, flags=re.S)


def title(app: AppTest) -> str:
    head = next(item.proto.body for item in app.get("html") if "kh-head" in item.proto.body)
    return re.findall("<h1>(.*?)</h1>", head)[0]


def told(app: AppTest, name: str) -> list[str]:
    """A parameter of the address bar."""
    value = app.query_params[name]
    return [value] if isinstance(value, str) else list(value)


def link(facts: Facts, chosen: Scenario) -> str:
    return write_link(chosen, rest_scenario(facts), facts.indicator_by_id)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_view_opens_one_key_after_the_other(
    open_app: Open, plan_facts: Facts, language: str
) -> None:
    app = open_app("briefing", lang=language, gd25="1", moc="2030", tb=briefing(plan_facts))
    seen = [title(app)]
    while not app.button(key="briefing_next").disabled:
        app.button(key="briefing_next").click().run()
        assert not app.exception, title(app)
        assert body(app)
        seen.append(title(app))
    assert len(seen) == len(set(seen)) >= 11
    app.button(key="briefing_previous").click().run()
    assert title(app) == seen[-2]


def test_the_count_is_the_models(open_app: Open, plan_facts: Facts) -> None:
    rest = rest_scenario(plan_facts)
    stage = prepare(plan_facts, project_plan(plan_facts, Assumptions(suppose_2025_met=True)))
    chosen = replace(rest, name="Thử", execution=tuple(0.6 for _ in rest.execution))
    baseline, run = evaluate(stage, rest), evaluate(stage, chosen)
    own = {t.target_id for t in plan_facts.targets if t.indicator_id not in MONEY_SHARES}
    among = comparable(baseline, run) & [one in own for one in run.target_ids]
    app = open_app(
        "briefing", lang="vi", gd25="1", kb=link(plan_facts, chosen), tb=briefing(plan_facts)
    )
    figures = re.findall(r'class="figure">(.*?)<', body(app))
    expected = [run.count(year, among=among).expected for year in (2030, 2035, 2040, 2045)]
    assert figures == [number(value, "vi", digits=1) for value in expected]


def test_a_lever_moved_in_the_room_is_a_trial_until_it_is_taken_back(
    open_app: Open, plan_facts: Facts
) -> None:
    app = open_app("briefing", lang="vi", gd25="1", tb=briefing(plan_facts))
    assert "Bản thử" not in all_text(app)
    before = body(app)
    app.select_slider(key="programme_share_0").set_value("5\u00a0%").run()
    assert not app.exception
    assert "Bản thử" in all_text(app)
    assert body(app) != before
    app.button(key="briefing_back").click().run()
    assert "Bản thử" not in all_text(app)
    assert body(app) == before


def test_other_data_than_those_frozen_are_told_on_every_view(
    open_app: Open, plan_facts: Facts
) -> None:
    old = write_briefing(Briefing(version="0123456789ab", day=DAY, slide="tien"))
    app = open_app("briefing", lang="vi", gd25="1", tb=old)
    for _ in range(2):
        text = all_text(app)
        assert "0123456789ab" in text
        assert plan_facts.version in text
        assert "23/11/2026" in text
        app.button(key="briefing_next").click().run()


def test_without_assumptions_nothing_is_invented(open_app: Open, plan_facts: Facts) -> None:
    app = open_app("briefing", lang="vi", tb=briefing(plan_facts, "nguy-co"))
    assert "kh-supposed" not in body(app)
    assert "Chỉ " in body(app), "how little can be projected comes first"
    app = open_app("briefing", lang="vi", tb=briefing(plan_facts, "nguy-co-gia-dinh"))
    assert title(app) == "Số mục tiêu kỳ vọng đạt", "a view that is not there falls to the first"


def test_a_comparison_has_a_row_for_each_scenario(open_app: Open, plan_facts: Facts) -> None:
    rest = rest_scenario(plan_facts)
    pair = (replace(rest, name="<b>Nền</b>"), replace(rest, name="Thêm", programme_share=PLAN))
    app = open_app(
        "briefing",
        lang="vi",
        gd25="1",
        ss=[link(plan_facts, one) for one in pair],
        tb=briefing(plan_facts, compared=True),
    )
    shown = body(app)
    assert shown.count("<tr>") == 3
    assert "&lt;b&gt;Nền" in shown
    assert not app.get("slider"), "a trial of one scenario has no place in a comparison"


def test_targets_without_data_are_counted_instead_of_filling_screens(
    open_app: Open, plan_facts: Facts
) -> None:
    rest = rest_scenario(plan_facts)
    pair = (replace(rest, name="Nền"), replace(rest, name="Thêm", programme_share=PLAN))
    app = open_app(
        "briefing",
        lang="vi",
        moc="2030",
        ss=[link(plan_facts, one) for one in pair],
        tb=briefing(plan_facts, "ma-tran-1", compared=True),
    )
    told_of = 0
    while title(app).startswith("Xác suất đạt từng mục tiêu"):
        shown = body(app)
        gathered = re.findall(r"(\d+) mục tiêu chưa có số liệu", shown)
        told_of += sum(map(int, gathered)) + shown.count('<tr class="row">') - len(gathered)
        cells = re.findall(r"<span class=\"mark[^>]*>(.*?)</span>", shown)
        assert not [one for one in cells if " · " in one], "a cell is a number or a sign"
        app.button(key="briefing_next").click().run()
    of_2030 = [t for i in plan_facts.indicators for t in plan_facts.targets_of(i.indicator_id)]
    assert told_of == len([t for t in of_2030 if t.year == 2030])


def test_the_link_of_the_last_view_brings_this_view_back(open_app: Open, plan_facts: Facts) -> None:
    app = open_app("briefing", lang="vi", gd25="1", tb=briefing(plan_facts, "lien-ket"))
    shown = body(app)
    assert "data:image/svg+xml" in shown
    address = re.findall(r'class="address">(.*?)<', shown)[0].replace("&amp;", "&")
    parameters = parse_qs(urlsplit(address).query)
    assert parameters["gd25"] == ["1"]
    assert read_briefing(parameters["tb"][0]).slide == "lien-ket"
    again = open_app("briefing", **parameters)
    assert title(again) == title(app)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_begin_freezes_what_is_chosen(open_app: Open, plan_facts: Facts, language: str) -> None:
    app = open_app("briefing", lang=language, moc="2025")
    options = app.selectbox(key="briefing_source").options
    app.selectbox(key="briefing_source").set_value(options[2]).run()
    app.button(key="briefing_begin").click().run()
    assert not app.exception
    held = read_briefing(*told(app, "tb"))
    assert held.version == plan_facts.version
    assert told(app, "moc") == ["2030"], "2025 is past"
    assert options[2] in all_text(app)
    app.button(key="briefing_leave").click().run()
    assert not app.exception
    assert "tb" not in app.query_params
    assert app.button(key="briefing_begin")


def test_notes_are_shown_when_asked_for(open_app: Open, plan_facts: Facts) -> None:
    app = open_app("briefing", lang="vi", tb=briefing(plan_facts))
    assert "kh-notes" not in re.sub(r"<style>.*?</style>", "", all_text(app), flags=re.S)
    app.button(key="briefing_notes").click().run()
    assert "không phải cam kết" in all_text(app)
