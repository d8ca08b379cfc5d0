"""Cần gì để đạt in a real browser: a long search can be cancelled, its plan opens as a scenario."""

import re

from playwright.sync_api import Page, expect
from visit import Visit

expect.set_options(timeout=30_000)


def open_plan(visit: Visit) -> Page:
    """The part for the whole plan."""
    page = visit.page
    page.goto(f"{visit.address}/can-gi-de-dat?gd25=1")
    # The first visit to a fresh server waits for its first computation, too.
    expect(page.locator(".kh-table").first).to_be_visible(timeout=120_000)
    page.get_by_role("tab", name="Cho cả kế hoạch").click()
    expect(page.locator(".st-key-goal_find button")).to_be_visible()
    settled(page)
    return page


def settled(page: Page) -> None:
    expect(page.get_by_test_id("stApp")).to_have_attribute(
        "data-test-script-state", "notRunning", timeout=90_000
    )


def faults(visit: Visit) -> list[str]:
    """What the browser complained about; a deep address makes Streamlit ask twice in vain."""
    return [error for error in visit.errors if "404" not in error]


def test_a_search_is_cancelled_by_a_click(visit: Visit) -> None:
    page = open_plan(visit)
    page.locator(".st-key-goal_find button").click()
    page.locator(".st-key-goal_cancel button").click()
    settled(page)
    expect(page.get_by_test_id("stProgress")).to_have_count(0)
    expect(page.locator(".st-key-frontier")).to_have_count(0)
    expect(page.locator(".st-key-goal_find button")).to_be_enabled()
    assert faults(visit) == []


def test_a_plan_is_found_and_opens_as_a_scenario(visit: Visit) -> None:
    page = open_plan(visit)
    page.locator(".st-key-goal_find button").click()
    expect(page.locator(".st-key-frontier .main-svg").first).to_be_visible(timeout=90_000)
    settled(page)
    page.locator(".st-key-goal_open_plan button").click()
    expect(page).to_have_url(re.compile("kich-ban.*kb="), timeout=60_000)
    settled(page)
    expect(page.get_by_text("Kịch bản tìm được đã mở.")).to_be_visible()
    assert faults(visit) == []
