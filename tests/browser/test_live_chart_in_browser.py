"""The chart that sliders move: one node, redrawn in place, saved as a picture, both languages."""

from time import monotonic

from playwright.sync_api import Locator, Page, expect
from test_scenario_in_browser import all_agree, lever, open_page
from visit import Visit

CHART = ".st-key-scenario_fan [role=figure]"
DRAWN = """chart => [...chart.querySelectorAll(".scatterlayer *")].map(
    node => [node.tagName, node.getAttribute("d"), node.getAttribute("transform")].join())"""


def chart(page: Page) -> Locator:
    return page.locator(CHART)


def move(page: Page, times: int, percent: str) -> None:
    """Move the first lever to `percent`, and wait until its chart is drawn and the page at rest."""
    lever(page).focus()
    for _ in range(times):
        page.keyboard.press("ArrowRight")
    all_agree(page, f"{percent}\u00a0%", round(float(percent.replace(",", ".")) / 100, 3))


def test_a_lever_moves_the_lines_of_the_same_chart(visit: Visit) -> None:
    page = open_page(visit)
    move(page, 2, "1,1")
    lines = chart(page).evaluate(DRAWN)
    move(page, 20, "3,1")
    moved = chart(page).evaluate(DRAWN)
    assert moved != lines
    # Plotly draws the same from the numbers it holds when it starts from nothing.
    chart(page).evaluate("chart => window.Plotly.newPlot(chart, chart.data, chart.layout)")
    assert sorted(chart(page).evaluate(DRAWN)) == sorted(moved)


def test_the_picture_is_named_after_what_is_shown(visit: Visit) -> None:
    page = open_page(visit)
    move(page, 3, "1,2")
    button = chart(page).locator(".modebar-btn")
    expect(button).to_have_count(1)
    expect(button).to_have_attribute("data-title", "Tải ảnh biểu đồ (PNG)")
    with page.expect_download() as download:
        button.click()
    name = download.value.suggested_filename
    assert name == f"{chart(page).get_attribute('data-drawn')}.png"
    assert name.startswith("kh359_st_tasks_started_")
    page.get_by_text("English", exact=True).click()
    expect(button).to_have_attribute("data-title", "Save the chart as a picture (PNG)")


def test_the_chart_is_told_in_words_and_fills_a_changed_window(visit: Visit) -> None:
    page = open_page(visit)
    assert (chart(page).get_attribute("aria-label") or "").strip()
    page.set_viewport_size({"width": 1100, "height": 768})
    # Not `wait_for_function`: the page's policy of scripts forbids what it sends.
    fits = "c => c.clientWidth < 500 && c.layout.width === c.clientWidth"
    deadline = monotonic() + 30
    while not chart(page).evaluate(fits) and monotonic() < deadline:
        page.wait_for_timeout(100)
    assert chart(page).evaluate(fits)
    # A deep address makes Streamlit look for two files that are not there.
    assert not [error for error in visit.errors if "404" not in error]
    assert all(url.startswith((visit.address, "data:", "blob:")) for url in visit.requests)
