"""The endpoint that paints a lever's chart: what it answers, and what it refuses to be asked."""

import json
from typing import Any
from urllib.parse import urlencode

import pytest
import streamlit as st
from starlette.applications import Starlette
from streamlit import config

from kh359.serving.app import routes
from kh359.serving.live_fan import MOST_BYTES, MOST_MOVES
from tests.pages.asked import asked
from tests.pages.levers import sent, sent_picture, sliders, tell
from tests.pages.opened_app import Open

ADDRESS = "/_kh359/live-fan"
LINK = "v=1&gd25=1&ct=gigabit_access"
KEY = "programme_share_0"


@pytest.fixture(scope="module")
def endpoints() -> Starlette:
    return Starlette(routes=routes())


def question(**changed: Any) -> dict[str, Any]:
    return {"link": LINK, "group": "budget", "moves": [[KEY, 0.039]], **changed}


@pytest.mark.parametrize(
    ("group", "language", "moves"),
    [
        ("budget", "vi", [(KEY, 0.039), ("cofinancing_3", 12.0)]),
        ("split", "en", [("split_0", 0.5), ("split_1", 0.3)]),
        ("indicator", "vi", [("pace_gigabit_access", 0.1)]),
    ],
    ids=["budget", "split", "indicator"],
)
def test_the_answer_is_what_the_page_shows_after_its_run(
    open_app: Open, endpoints: Starlette, group: str, language: str, moves: list
) -> None:
    app = open_app("scenario", gd25="1", ct="gigabit_access", lang=language)
    app.segmented_control(key="lever_group").set_value(group).run()
    knows = sent(app)["question"]
    assert knows["group"] == group
    answer = asked(endpoints, ADDRESS, json.dumps({**knows, "moves": moves}))
    assert answer.status == 200
    assert answer.headers["cache-control"] == "no-store"
    now = sent(app)["taken"]
    tell(app, *([now + 1 + i, *move] for i, move in enumerate(moves)))
    assert answer.json()["rows"] == sent(app)["rows"]
    assert answer.json()["picture"] == sent_picture(app)
    assert sliders(app)[moves[-1][0]].label.startswith("● ")


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"link": None}, "link"),
        ({"link": "v=1&gd25=1&ct=nothing"}, "link"),
        ({"link": f"{LINK}&kb=" + '{"version":1,"execution":1.89}'}, "link"),
        ({"link": "&".join([LINK, *["xp=dti~2025~0.5"] * 500])}, "link"),
        ({"link": "v=1&gd25=1"}, "indicator"),
        ({"group": "Budget"}, "group"),
        ({"group": ["budget"]}, "group"),
        ({"moves": None}, "moves"),
        ({"moves": [[KEY, 0.039]] * (MOST_MOVES + 1)}, "moves"),
        ({"moves": [[KEY, 0.11]]}, "moves"),
        ({"moves": [[KEY, -1e400]]}, "moves"),
        ({"moves": [[KEY, True]]}, "moves"),
        ({"moves": [[KEY, "0.039"]]}, "moves"),
        ({"moves": [[KEY, 10**400]]}, "moves"),
        ({"moves": [["programme_share_4", 0.01]]}, "moves"),
        ({"moves": [["pace_nothing", 0.01]]}, "moves"),
        ({"moves": [[KEY]]}, "moves"),
    ],
)
def test_a_wrong_question_gets_a_code_and_nothing_else(
    endpoints: Starlette, changed: dict[str, Any], code: str
) -> None:
    answer = asked(endpoints, ADDRESS, json.dumps(question(**changed)))
    assert (answer.status, answer.json()) == (400, {"code": code})


@pytest.mark.parametrize(
    ("content", "kind", "status", "code"),
    [
        ("{", "application/json", 400, "not_readable"),
        ("[" * 100_000, "application/json", 400, "not_readable"),
        (b"\xff\xfe\xfd", "application/json", 400, "not_readable"),
        ("[]", "application/json; charset=utf-8", 400, "not_readable"),
        (" " * (MOST_BYTES + 1), "application/json", 413, "too_long"),
        (json.dumps(question()), "text/plain", 415, "content_type"),
    ],
    ids=["cut", "brackets", "bytes", "list", "long", "plain"],
)
def test_what_is_no_question_is_refused(
    endpoints: Starlette, content: str | bytes, kind: str, status: int, code: str
) -> None:
    answer = asked(endpoints, ADDRESS, content, kind)
    assert (answer.status, answer.json()) == (status, {"code": code})


def test_nothing_of_a_broken_folder_leaks(
    endpoints: Starlette, monkeypatch: pytest.MonkeyPatch, tmp_path
) -> None:
    monkeypatch.setenv("KH359_DATA", str(tmp_path / "secret_place"))
    answer = asked(endpoints, ADDRESS, json.dumps(question()))
    assert (answer.status, answer.json()) == (503, {"code": "data"})


def test_it_is_asked_and_not_visited(endpoints: Starlette) -> None:
    query = urlencode(question()).encode()
    assert asked(endpoints, ADDRESS, b"", method="GET", query_string=query).status == 405


def test_it_stands_below_the_base_path() -> None:
    before = st.get_option("server.baseUrlPath")
    config.set_option("server.baseUrlPath", "ke-hoach/359/")
    try:
        below, content = Starlette(routes=routes()), json.dumps(question())
        assert asked(below, f"/ke-hoach/359{ADDRESS}", content).status == 200
        assert asked(below, ADDRESS, content).status == 404
    finally:
        config.set_option("server.baseUrlPath", before)
