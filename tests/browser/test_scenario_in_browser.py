"""Kịch bản in a real browser: a lever moves the chart, with and without the service behind it."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Locator, Page, Route, expect
from visit import Visit

from kh359.model.scenario.scenario import rest_scenario
from kh359.model.scenario.text import read_link
from kh359.plan.loading import load_facts

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
    return slider(page).get_by_role("slider")


def slider(page: Page) -> Locator:
    """The lever with its label."""
    return page.locator(f"[data-slider={FIRST_LEVER}]")


def drawn(page: Page) -> str:
    """The scenario whose chart is drawn."""
    return page.locator(".kh-live-chart").get_attribute("data-drawn") or ""


def linked(page: Page) -> str | None:
    return parse_qs(urlsplit(page.url).query).get("kb", [None])[0]


def all_agree(page: Page, text: str, value: float) -> None:
    """Thumb, words, label, link and chart tell the same of the first lever, and stay so."""
    link = re.compile(rf"programme_share%22%3A%5B{value}%2C")
    expect(page).to_have_url(link)
    settled(page)
    expect(page).to_have_url(link)
    facts = load_facts()
    rest = rest_scenario(facts)
    scenario = read_link(linked(page) or "", rest, facts.indicator_by_id)
    assert scenario == rest.with_value("programme_share", 0, value)
    assert drawn(page).endswith(scenario.content_hash)
    place, said = lever(page).evaluate("node => [+node.value, node.ariaValueText]")
    assert (place, said) == (round(1000 * value), text)
    expect(slider(page).locator("label")).to_have_text(re.compile(r"^● 2030 · [\d.]+ tỷ đồng$"))
    expect(slider(page).locator(".says")).to_have_text(text)


def pictures(page: Page) -> list[str]:
    """What the chart has shown since `watch_pictures`, in order."""
    return page.evaluate("window.pictures")


def watch_pictures(page: Page) -> None:
    page.locator(".kh-live-chart").evaluate(
        "chart => { window.pictures = []; new MutationObserver(() => {"
        " if (window.pictures.at(-1) !== chart.dataset.drawn)"
        " window.pictures.push(chart.dataset.drawn); })"
        ".observe(chart, { attributeFilter: ['data-drawn'] }); }"
    )


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
    before, lines, first = headline(page), picture(page), drawn(page)
    watch_pictures(page)
    lever(page).focus()
    for _ in range(30):
        page.keyboard.press("ArrowRight")
    all_agree(page, "3,9\u00a0%", 0.039)
    expect(page.locator(".kh-tile .figure").first).not_to_have_text(before)
    expect(lever(page)).to_be_focused()
    assert picture(page) != lines
    shown = pictures(page)
    assert len(shown) == len(set(shown)), "no run brings an older chart back"
    undo(page)
    expect(page.locator(".kh-tile .figure").first).to_have_text(before)
    settled(page)
    assert linked(page) is None
    assert (picture(page), drawn(page)) == (lines, first)
    expect(lever(page)).to_have_js_property("value", "9")
    # Asked for at once; a busy machine may need to be asked again.
    page.keyboard.press("ArrowRight")
    undo(page)
    expect(lever(page)).to_have_attribute("aria-valuetext", "0,9\u00a0%")
    settled(page)
    assert (linked(page), drawn(page)) == (None, first)
    expect(page.get_by_role("button", name="Làm lại")).to_be_enabled()


def test_the_chart_follows_the_hand_and_the_page_its_release(visit: Visit) -> None:
    page = open_page(visit)
    first = drawn(page)
    watch_pictures(page)
    box = lever(page).bounding_box()
    assert box
    y = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + 0.1 * box["width"], y)
    page.mouse.down()
    page.mouse.move(box["x"] + 0.5 * box["width"], y, steps=5)
    expect(slider(page).locator(".says")).to_have_text("5\u00a0%")
    expect(slider(page).locator("label")).to_have_text(re.compile("^● 2030 · "))
    expect(page.locator(".kh-live-chart")).not_to_have_attribute("data-drawn", first)
    assert linked(page) is None, "the page waits for the release"
    page.mouse.up()
    all_agree(page, "5\u00a0%", 0.05)
    shown = pictures(page)
    assert len(shown) == len(set(shown))


def test_without_the_service_the_run_of_the_page_brings_the_chart(visit: Visit) -> None:
    asked, answers = [], ["abort", "broken", "absent", "absent"]

    def answer(route: Route) -> None:
        match answers[len(asked)]:
            case "abort":
                route.abort()
            case "broken":
                route.fulfill(status=500, body="Internal Server Error")
            case "absent":
                route.fulfill(status=404)
        asked.append(route.request.url)

    visit.page.route("**/_kh359/live-fan", answer)
    page = open_page(visit)
    lever(page).focus()
    for step in range(1, 5):
        page.keyboard.press("ArrowRight")
        text = f"{0.9 + step / 10:.1f}".rstrip("0").rstrip(".").replace(".", ",")
        all_agree(page, f"{text}\u00a0%", round(0.009 + step / 1000, 3))
    # Where there is no such service it is not asked for again.
    assert len(asked) == 3


def test_control_z_in_a_text_field_leaves_the_scenario_alone(visit: Visit) -> None:
    kb = '&kb={"version":1,"programme_share":[0.02,0.009,0.009,0.009]}'
    page = open_page(visit, PAGE + kb)
    lever(page).focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("button", name="Hoàn tác")).to_be_enabled()
    settled(page)
    field = page.get_by_role("textbox", name="Tìm (không cần dấu)")
    field.press_sequentially("kinh")
    settled(page)
    field.press("Control+z")
    page.wait_for_timeout(500)
    settled(page)
    expect(page.get_by_role("button", name="Hoàn tác")).to_be_enabled()
    assert field.input_value() != "kinh"


def test_the_chart_stands_beside_the_levers_from_the_first_to_the_last(visit: Visit) -> None:
    page = open_page(visit)
    expect(slider(page)).to_be_in_viewport(ratio=1)
    expect(page.locator(".js-plotly-plot .xtick").first).to_be_in_viewport()
    page.locator("[data-slider=cofinancing_3]").scroll_into_view_if_needed()
    expect(page.locator(".js-plotly-plot .scatterlayer").first).to_be_in_viewport(ratio=0.5)


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


@pytest.mark.parametrize("language", ["vi", "en"])
def test_no_sideways_scrolling(visit: Visit, language: str) -> None:
    page = open_page(visit, f"{PAGE}&lang={language}&kb={EVERYTHING}")
    over = "node => node.scrollWidth - node.clientWidth"
    for width, height in ((1366, 768), (1920, 1080)):
        page.set_viewport_size({"width": width, "height": height})
        page.wait_for_timeout(300)
        assert page.get_by_test_id("stMain").evaluate(over) <= 0
        groups = page.locator(".st-key-lever_group [data-testid=stButtonGroup]")
        assert groups.evaluate(over) <= 1


def test_nothing_leaves_the_machine_and_the_console_stays_quiet(visit: Visit) -> None:
    open_page(visit)
    hosts = {urlsplit(url).hostname for url in visit.requests if url.startswith(("http", "ws"))}
    assert hosts == {"127.0.0.1"}
    known = "the server responded with a status of 404"
    assert [error for error in visit.errors if known not in error] == []
