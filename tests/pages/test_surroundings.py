"""When a move of a lever runs the levers and their results alone, and when the whole page."""

from streamlit.testing.v1 import AppTest

from tests.pages.levers import move, sliders
from tests.pages.opened_app import Open

SHOWN = "_kept_surroundings_shown"


def shown(app: AppTest) -> object:
    """What a run that shows the page whole leaves for the moves that follow."""
    return app.session_state[SHOWN]


def moved(app: AppTest, place: int) -> AppTest:
    """The first lever at another stop, counted from its lowest."""
    key, slider = next(iter(sliders(app).items()))
    return move(app, key, list(slider.stops)[place])


def beside(app: AppTest) -> list[str]:
    """All that stands beside the levers and their results, which are the page's second block."""
    blocks = [block for place, block in app.main.children.items() if place != 1]
    told = [str(getattr(node, "proto", "")) for block in blocks for node in block]
    # Whether the browser is to set a widget anew, not what it shows.
    return [text.replace("set_value: true\n", "") for text in told]


def test_what_stands_beside_is_the_same_after_a_move(open_app: Open) -> None:
    app = open_app("scenario")
    before = beside(moved(app, 0))
    assert len(before) > 10
    assert beside(moved(app, 1)) == before


def test_after_the_first_move_the_rest_of_the_page_stays(open_app: Open) -> None:
    app = open_app("scenario")
    at_rest = shown(app)
    first = shown(moved(app, 0))
    assert first != at_rest  # undo and reset can be pressed now
    assert shown(moved(app, 1)) == first
    assert shown(moved(app, 2)) == first


def test_what_else_changes_shows_the_page_whole(open_app: Open) -> None:
    app = open_app("scenario")
    before = shown(moved(app, 0))
    for press in (
        lambda: app.button(key="undo").click(),
        lambda: app.button(key="redo").click(),
        lambda: app.selectbox(key="preset").set_value(app.selectbox(key="preset").options[1]),
        lambda: app.selectbox(key="ct").set_value("pii"),
        lambda: app.toggle(key="gd25").set_value(True),
    ):
        press().run()
        assert shown(app) != before
        before = shown(app)


def test_leaving_a_ready_made_scenario_shows_the_page_whole(open_app: Open) -> None:
    app = open_app("scenario")
    app.selectbox(key="preset").set_value(app.selectbox(key="preset").options[1]).run()
    app.selectbox(key="preset").set_value(app.selectbox(key="preset").options[2]).run()
    of_preset = shown(app)
    assert shown(moved(app, 0)) != of_preset
    assert app.selectbox(key="preset").value is None
