"""Soi kế hoạch: findings in both languages, and the ladder of every indicator."""

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.opened_app import Open, all_text


def words(app: AppTest) -> str:
    return all_text(app).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("language", "title", "fall"),
    [
        ("vi", "Soi kế hoạch", "đặt 85 % vào năm 2025, nhưng năm 2030 chỉ còn 80 %"),
        ("en", "Checking the plan", "asks for 85% in 2025 and only 80% in 2030"),
    ],
)
def test_the_page_runs_in_both_languages(
    open_app: Open, language: str, title: str, fall: str
) -> None:
    app = open_app("audit", lang=language)
    assert app.title[0].value.startswith(title)
    assert fall in words(app)
    assert [tab.label for tab in app.tabs] == (
        ["Các điểm cần làm rõ", "Năm bậc của mọi chỉ tiêu"]
        if language == "vi"
        else ["Findings", "Five rungs of every indicator"]
    )


def test_the_tiles_count_every_finding_once(open_app: Open) -> None:
    app = open_app("audit")
    tiles = next(h.proto.body for h in app.get("html") if "kh-tiles" in h.proto.body)
    figures = [int(part.split("<")[0]) for part in tiles.split('class="figure">')[1:]]
    tables = [h.proto.body for h in app.get("html") if "Có thể làm gì" in h.proto.body]
    assert [body.count("<tr") - 1 for body in tables] == figures


def test_every_finding_leads_to_its_indicator(open_app: Open) -> None:
    text = all_text(open_app("audit"))
    assert 'href="chi-tieu?v=1&amp;lang=vi&amp;moc=2030&amp;ct=eid_level2' in text


def test_the_clash_of_researchers_is_shown_for_every_milestone(open_app: Open) -> None:
    app = open_app("audit")
    table = next(
        h.proto.body for h in app.get("html") if "Số người làm nghiên cứu suy ra" in h.proto.body
    )
    assert table.count("<tr") == 1 + 5


def test_all_ladders_are_there_and_most_have_no_data(open_app: Open) -> None:
    app = open_app("audit")
    table = next(h.proto.body for h in app.get("html") if "Bậc đầu tiên dưới 50 %" in h.proto.body)
    assert table.count('<tr class="row">') == 48
    assert table.count("4 · chưa có số liệu") >= 40


def test_supposing_2025_met_fills_the_ladders(open_app: Open) -> None:
    app = open_app("audit", gd25="1")
    table = next(h.proto.body for h in app.get("html") if "Bậc đầu tiên dưới 50 %" in h.proto.body)
    assert table.count("4 · chưa có số liệu") < 10
    assert "flagged" in table
    assert "giả định" in words(app)


def test_an_indicator_has_its_own_ladder(open_app: Open) -> None:
    app = open_app("indicator", ct="digital_economy_share")
    text = words(app)
    assert "Năm bậc đến 2045" in text
    assert "Nơi khác từng làm được chưa?" in text
    silent = words(open_app("indicator", ct="coverage_5g"))
    assert "Chưa xét được bậc nào: chưa có số liệu." in silent


def test_two_answers_far_apart_are_explained(open_app: Open) -> None:
    """Elsewhere two of three episodes got there; the program says far less."""
    text = words(open_app("indicator", gd25="1", ct="sme_digital"))
    assert "không nên chỉ dựa vào một số nào" in text


def test_the_ladders_follow_the_open_scenario(open_app: Open) -> None:
    """A lever of the budget sets the shares of the budget itself: no forecast."""
    levers = '{"version":1,"programme_share":[0.02,0.03,0.04,0.05]}'
    app = open_app("audit", gd25="1", kb=levers)
    table = next(h.proto.body for h in app.get("html") if "Bậc đầu tiên dưới 50 %" in h.proto.body)
    assert "do chính kịch bản đặt ra" in table
    app.toggle[-1].set_value(False).run()
    assert not app.exception
    table = next(h.proto.body for h in app.get("html") if "Bậc đầu tiên dưới 50 %" in h.proto.body)
    assert "do chính kịch bản đặt ra" not in table


def test_an_indicator_tells_its_own_findings(open_app: Open) -> None:
    labels = [item.label for item in open_app("indicator", ct="st_enterprises").expander]
    assert "2 điểm cần làm rõ về chỉ tiêu này trong Kế hoạch" in labels
    silent = [item.label for item in open_app("indicator", ct="adults_digital_regular").expander]
    assert not [label for label in silent if "cần làm rõ" in label]
