"""Tổng quan and Chỉ tiêu in a real browser: Vietnamese, painted, safe against hostile links."""

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect
from visit import Visit

from kh359.plan.indicator import Role
from kh359.plan.loading import load_facts

expect.set_options(timeout=30_000)

OVERVIEW = ""
INDICATOR = "chi-tieu?ct=dti"


def open_page(visit: Visit, path: str) -> None:
    """Go to a page and wait until Streamlit has nothing left to do."""
    visit.page.goto(f"{visit.address}/{path}")
    expect(visit.page.locator("h1, h2").first).to_be_visible()
    settled(visit)


def settled(visit: Visit) -> None:
    """Wait until the last run of the page has ended."""
    expect(visit.page.get_by_test_id("stStatusWidget")).to_have_count(0)
    expect(visit.page.locator("[data-stale=true]")).to_have_count(0)
    expect(visit.page.get_by_test_id("stApp")).to_have_attribute(
        "data-test-script-state", "notRunning"
    )


def test_overview_shows_every_indicator_in_vietnamese(visit: Visit) -> None:
    open_page(visit, OVERVIEW)
    expect(visit.page.locator("h1")).to_contain_text("Kế hoạch 359-KH/TU")
    expect(visit.page.locator("html")).to_have_attribute("lang", "vi")
    rows = visit.page.locator("table.kh-matrix tbody th[scope=row]")
    expect(rows).to_have_count(len(load_facts().indicators_with(Role.TARGET)))
    expect(visit.page.get_by_text("chưa có số liệu").first).to_be_visible()


def test_the_first_page_answers_to_its_name_and_keeps_the_view(visit: Visit) -> None:
    open_page(visit, "tong-quan?moc=2040&lang=en")
    expect(visit.page.get_by_role("dialog")).to_have_count(0)
    expect(visit.page.get_by_role("radio", name="2040")).to_be_checked()
    assert urlsplit(visit.page.url).path == "/"


def test_a_projector_gets_larger_type(visit: Visit) -> None:
    open_page(visit, OVERVIEW)
    label = visit.page.locator(".kh-tile .label").first
    size = "element => parseFloat(getComputedStyle(element).fontSize)"
    laptop = label.evaluate(size)
    visit.page.set_viewport_size({"width": 1920, "height": 1080})
    assert label.evaluate(size) == pytest.approx(1.25 * laptop)


def test_the_switch_projects_the_rest_as_an_assumption(visit: Visit) -> None:
    open_page(visit, OVERVIEW)
    observed = visit.page.locator(".kh-tile:is(.good, .even, .bad) .figure")
    assumed = visit.page.locator(".kh-tile.assumed")
    expect(observed).to_have_count(3)
    before = observed.all_inner_texts()
    switch = visit.page.get_by_role("switch")
    expect(switch).not_to_be_checked()
    expect(assumed).to_contain_text("chưa đặt giả định nào")
    visit.page.locator("[data-testid=stCheckbox] label").click()
    expect(assumed).to_contain_text("mục tiêu dự báo theo giả định")
    settled(visit)
    expect(switch).to_be_checked()
    assert observed.all_inner_texts() == before, "what rests on observations must not move"


def test_the_indicator_page_paints_its_chart(visit: Visit) -> None:
    open_page(visit, INDICATOR)
    chart = visit.page.locator("svg.main-svg").first
    expect(chart).to_be_visible()
    expect(visit.page.locator(".js-plotly-plot .scatterlayer .trace").first).to_be_attached()
    box = chart.bounding_box()
    assert box
    assert box["width"] > 600
    assert box["height"] > 250


def test_english_on_demand(visit: Visit) -> None:
    open_page(visit, OVERVIEW)
    visit.page.get_by_role("radio", name="English").click()
    expect(visit.page.locator("h1")).to_contain_text("Plan 359-KH/TU")
    expect(visit.page.locator("html")).to_have_attribute("lang", "en")
    settled(visit)
    assert "lang=en" in visit.page.url


def test_from_the_matrix_to_an_indicator(visit: Visit) -> None:
    open_page(visit, OVERVIEW)
    link = visit.page.locator("table.kh-matrix tbody th[scope=row] a").first
    name = link.inner_text()
    link.click()
    expect(visit.page).to_have_url(re.compile("/chi-tieu"))
    expect(visit.page.get_by_text(name).first).to_be_visible()


def test_a_link_cannot_make_the_browser_ask_an_outside_host(visit: Visit) -> None:
    pictures = "%60%20![x](http://outside.invalid/p.png)%0a%0a![x](http://outside.invalid/q.png)"
    open_page(visit, f"?v=2{pictures}&moc=1{pictures}&zz={pictures}")
    expect(visit.page.get_by_test_id("stAlert")).to_contain_text("![x](http://outside.invalid")
    assert "outside.invalid" not in {urlsplit(url).hostname for url in visit.requests}
    assert visit.page.locator("img[src*=outside]").count() == 0


def test_a_typed_value_cannot_make_the_browser_ask_an_outside_host(visit: Visit) -> None:
    open_page(visit, "chi-tieu?ct=startups")
    field = visit.page.get_by_test_id("stForm").get_by_role("textbox")
    field.fill("![x](http://outside.invalid/p.png)")
    field.press("Enter")
    expect(visit.page.get_by_test_id("stAlert")).to_contain_text("![x](http://outside.invalid")
    settled(visit)
    assert "outside.invalid" not in {urlsplit(url).hostname for url in visit.requests}
