"""So sánh in a real browser: from nothing to three scenarios, and one of them to Kịch bản."""

import re

from playwright.sync_api import expect
from test_both_pages import open_page, settled
from visit import Visit

EMPTY, SUPPOSED = "so-sanh", "so-sanh?gd25=1"
TOO_NARROW_OR_WIDE = """plots => plots.filter(plot => {
    const drawn = plot.querySelector('.main-svg').getBoundingClientRect();
    return Math.abs(drawn.width - plot.getBoundingClientRect().width) > 1;
}).length"""
"""How many charts have not followed their window."""


def compare_three(visit: Visit, path: str) -> None:
    open_page(visit, path)
    visit.page.get_by_role("button", name=re.compile("So sánh ngay")).click()
    expect(visit.page.locator(".js-plotly-plot .scatterlayer .trace").first).to_be_attached()
    settled(visit)


def test_one_click_compares_three_and_the_link_keeps_them(visit: Visit) -> None:
    compare_three(visit, EMPTY)
    assert visit.page.url.count("ss=") == 3
    expect(visit.page.locator(".js-plotly-plot")).to_have_count(4)
    expect(visit.page.locator(".kh-compare thead th")).to_have_count(5)


def test_a_compared_scenario_opens_on_the_page_scenario(visit: Visit) -> None:
    compare_three(visit, EMPTY)
    visit.page.get_by_role("button", name="Mở", exact=True).nth(1).click()
    expect(visit.page).to_have_url(re.compile(r"/kich-ban\?.*kb="))
    settled(visit)
    assert visit.page.url.count("ss=") == 3, "the comparison stays"


def test_nothing_is_cut_off_and_the_console_stays_quiet(visit: Visit) -> None:
    compare_three(visit, SUPPOSED)
    for width, height in ((1366, 768), (1920, 1080)):
        visit.page.set_viewport_size({"width": width, "height": height})
        settled(visit)
        expect(visit.page.locator(".js-plotly-plot").first).to_be_visible()
        wait_until_drawn_to_size(visit)
        assert beyond_its_chart(visit) == []
        main = visit.page.get_by_test_id("stMain")
        assert main.evaluate("node => node.scrollWidth - node.clientWidth") <= 0
    known = "the server responded with a status of 404"
    assert [error for error in visit.errors if known not in error] == []


def wait_until_drawn_to_size(visit: Visit) -> None:
    """Not `wait_for_function`: the page's policy of scripts forbids what it sends."""
    plots = visit.page.locator(".js-plotly-plot")
    for _ in range(100):
        if plots.evaluate_all(TOO_NARROW_OR_WIDE) == 0:
            return
        visit.page.wait_for_timeout(100)
    raise AssertionError("a chart does not follow its window")


def beyond_its_chart(visit: Visit) -> list[str]:
    """Texts of charts that stand out of their chart."""
    return visit.page.locator(".js-plotly-plot").evaluate_all(
        """plots => plots.flatMap(plot => {
            const edge = plot.getBoundingClientRect();
            return [...plot.querySelectorAll('text')].filter(text => {
                const box = text.getBoundingClientRect();
                return box.width && (box.right > edge.right + 1 || box.left < edge.left - 1);
            }).map(text => text.textContent);
        })"""
    )
