"""What the live chart is sent, and that its browser code is of the library's version."""

from plotly.offline import get_plotlyjs_version

from tests.pages.levers import sent_picture
from tests.pages.opened_app import ROOT, Open

FOLDER = ROOT / "kh359" / "pages" / "live_chart"


def test_the_bundle_is_plotly_as_the_library_carries_it() -> None:
    head = (FOLDER / "plotly-basic.min.js").read_text("utf-8")[:200]
    assert f"plotly.js (basic - minified) v{get_plotlyjs_version()}" in head
    assert "MIT" in (FOLDER / "LICENSE.plotly.txt").read_text("utf-8")


def test_the_chart_comes_with_its_words_and_its_name_apart(open_app: Open) -> None:
    app = open_app("scenario", gd25="1", ct="st_tasks_started")
    picture = sent_picture(app)
    assert picture["alt"]
    assert picture["name"].startswith("kh359_st_tasks_started_")
    assert picture["settings"]["words"]["save"] == "Tải ảnh biểu đồ (PNG)"
    assert picture["figure"]["layout"]["height"] > 0
    (engine,) = [e for e in app.get("bidi_component") if e.proto.js_source_path]
    assert engine.proto.js_source_path == "engine.js"
    # A name in the settings would make Plotly build the chart anew at every move.
    assert "filename" not in picture["settings"]["picture"]
