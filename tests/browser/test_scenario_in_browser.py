"""Kịch bản in a real browser: a lever moved by keyboard moves the chart, Ctrl+Z takes it back."""

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect
from visit import Visit

expect.set_options(timeout=30_000)

PAGE = "kich-ban?gd25=1&ct=st_tasks_started"
FIRST_LEVER = "programme_share_0"
EVERYTHING = (
    '{"version":1,"growth":[0.1,0.1,0.1,0.1],"programme_share":[0.03,0.03,0.03,0.03],'
    '"split":[0.4,0.15,0.15,0.15,0.15],"execution":0.5,"overrides":{"dti":{"pace":0.1}}}'
)
"""Something is moved in every group of levers."""


def open_page(visit: Visit, path: str = PAGE) -> Page:
    visit.page.goto(f"{visit.address}/{path}")
    # The first visit to a fresh server waits for its first computation, too.
    expect(visit.page.locator(".main-svg").first).to_be_visible(timeout=120_000)
    expect(lever(visit.page)).to_be_visible()
    settled(visit.page)
    return visit.page


def settled(page: Page) -> None:
    expect(page.locator("[data-stale=true]")).to_have_count(0)
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")


def lever(page: Page) -> Locator:
    return page.locator(f".st-key-{FIRST_LEVER}").get_by_role("slider")


def picture(page: Page) -> str:
    """The lines of the chart as drawn."""
    lines = page.locator(".js-plotly-plot .scatterlayer path.js-line, .js-plotly-plot path.js-fill")
    return "".join(lines.evaluate_all("nodes => nodes.map(node => node.getAttribute('d'))"))


def headline(page: Page) -> str:
    return page.locator(".kh-tile .figure").first.inner_text()


def undo(page: Page) -> None:
    """Take back until nothing is left; a slow machine may see pauses between the keys."""
    for _ in range(30):
        page.keyboard.press("Control+z")
        page.wait_for_timeout(300)
        settled(page)
        if "kb" not in parse_qs(urlsplit(page.url).query):
            return


def test_a_lever_by_keyboard_and_back_with_control_z(visit: Visit) -> None:
    page = open_page(visit)
    before, drawn = headline(page), picture(page)
    lever(page).focus()
    for _ in range(30):
        page.keyboard.press("ArrowRight")
    expect(page.locator(".kh-tile .figure").first).not_to_have_text(before)
    settled(page)
    expect(page.locator(f".st-key-{FIRST_LEVER}")).to_contain_text("3,9\u00a0%")
    expect(lever(page)).to_be_focused()
    assert picture(page) != drawn
    kb = parse_qs(urlsplit(page.url).query)["kb"][0]
    assert '"programme_share":[0.039,' in kb
    undo(page)
    expect(page.locator(".kh-tile .figure").first).to_have_text(before)
    settled(page)
    assert "kb" not in parse_qs(urlsplit(page.url).query)
    assert picture(page) == drawn


def test_control_z_in_a_text_field_leaves_the_scenario_alone(visit: Visit) -> None:
    kb = '&kb={"version":1,"programme_share":[0.02,0.009,0.009,0.009]}'
    page = open_page(visit, PAGE + kb)
    lever(page).focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("button", name="Hoàn tác")).to_be_enabled()
    field = page.get_by_role("textbox", name="Tìm (không cần dấu)")
    field.press_sequentially("kinh")
    settled(page)
    field.press("Control+z")
    page.wait_for_timeout(500)
    settled(page)
    expect(page.get_by_role("button", name="Hoàn tác")).to_be_enabled()
    assert field.input_value() != "kinh"


def test_the_chart_stays_in_sight_beside_the_last_lever(visit: Visit) -> None:
    page = open_page(visit)
    page.locator(".st-key-cofinancing_3").scroll_into_view_if_needed()
    expect(page.locator(".js-plotly-plot .scatterlayer").first).to_be_in_viewport(ratio=0.5)


def test_levers_and_chart_stand_on_one_laptop_screen(visit: Visit) -> None:
    page = open_page(visit)
    expect(page.locator(f".st-key-{FIRST_LEVER}")).to_be_in_viewport(ratio=1)
    expect(page.locator(".js-plotly-plot .xtick").first).to_be_in_viewport()


def test_a_link_opens_the_same_picture(visit: Visit) -> None:
    kb = '&kb={"version":1,"programme_share":[0.02,0.03,0.04,0.05]}'
    page = open_page(visit, PAGE + kb)
    shown, count = picture(page), headline(page)
    path = page.url.removeprefix(f"{visit.address}/")
    page.goto("about:blank")
    open_page(visit, path)
    assert headline(page) == count
    assert picture(page) == shown


def test_a_wrong_link_says_why(visit: Visit) -> None:
    page = open_page(visit, PAGE + '&kb={"version":1,"execution":1.89}')
    expect(page.get_by_test_id("stAlert").first).to_contain_text("189\u00a0%")


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080)], ids=["laptop", "projector"])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_no_sideways_scrolling(visit: Visit, size: tuple[int, int], language: str) -> None:
    visit.page.set_viewport_size({"width": size[0], "height": size[1]})
    page = open_page(visit, f"{PAGE}&lang={language}&kb={EVERYTHING}")
    main = page.get_by_test_id("stMain")
    assert main.evaluate("node => node.scrollWidth - node.clientWidth") <= 0
    groups = page.locator(".st-key-lever_group [data-testid=stButtonGroup]")
    assert groups.evaluate("node => node.scrollWidth - node.clientWidth") <= 1


def test_nothing_leaves_the_machine_and_the_console_stays_quiet(visit: Visit) -> None:
    open_page(visit)
    hosts = {urlsplit(url).hostname for url in visit.requests if url.startswith(("http", "ws"))}
    assert hosts == {"127.0.0.1"}
    known = "the server responded with a status of 404"
    assert [error for error in visit.errors if known not in error] == []
