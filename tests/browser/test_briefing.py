"""Trình chiếu in a real browser: keys, type that can be read from afar, and nothing cut off."""

import re

import pytest
from playwright.sync_api import Page, expect
from test_both_pages import open_page, settled
from visit import Visit

from kh359.plan.loading import load_facts

SIZES = {"laptop": (1366, 768), "projector": (1920, 1080)}
BODY, FIGURE = 28, 96
"""Least pixels on a projector's 1920x1080, docs/decisions/briefing.md."""


def present(visit: Visit, slide: str, size: str = "laptop") -> Page:
    width, height = SIZES[size]
    visit.page.set_viewport_size({"width": width, "height": height})
    held = f"{slide}~kb~{load_facts().version}~2026-11-23~dti"
    open_page(visit, f"trinh-chieu?lang=vi&gd25=1&moc=2030&tb={held}")
    expect(visit.page.locator(".st-key-briefing_next button")).to_be_visible()
    return visit.page


def title(page: Page):
    return page.locator(".kh-head h1")


def place(page: Page):
    return page.locator(".st-key-briefing_bar b").last


def test_keys_in_quick_succession_are_all_heard(visit: Visit) -> None:
    """None is lost while a view is drawn, whichever way a remote control or a hand sends it."""
    page = present(visit, "dem")
    settled(visit)
    first = title(page).inner_text()
    for key in ("PageDown", "ArrowRight", "ArrowRight", "PageDown", "ArrowLeft"):
        page.keyboard.press(key)
    expect(place(page)).to_contain_text("4/")
    expect(title(page)).not_to_have_text(first)
    for key in ("PageUp", "ArrowLeft", "ArrowLeft", "ArrowLeft", "ArrowLeft"):
        page.keyboard.press(key)
    expect(place(page)).to_contain_text("1/")
    expect(title(page)).to_have_text(first)


def test_notes_and_leaving(visit: Visit) -> None:
    page = present(visit, "dem")
    settled(visit)
    page.keyboard.press("n")
    expect(page.locator(".kh-notes")).to_be_visible()
    expect(page.get_by_test_id("stSidebar")).to_be_hidden()
    for key in ("n", "n", "ArrowRight", "Escape"):
        page.keyboard.press(key)
    expect(page.locator(".st-key-briefing_begin button")).to_be_visible()
    expect(page).not_to_have_url(re.compile("tb="), timeout=30_000)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("slide", ["dem", "ma-tran-1", "nguy-co-gia-dinh", "tien", "chi-tieu-1"])
def test_nothing_hides_behind_the_bar(visit: Visit, slide: str, size: str) -> None:
    page = present(visit, slide, size)
    bar = page.locator(".st-key-briefing_bar").bounding_box()
    view = page.locator(".kh-view").bounding_box()
    assert bar is not None
    assert view is not None
    assert view["y"] + view["height"] <= bar["y"] + 1
    main = page.get_by_test_id("stMain")
    assert main.evaluate("node => node.scrollWidth - node.clientWidth") <= 0


@pytest.mark.parametrize("slide", ["dem", "ma-tran-1", "nguy-co-gia-dinh", "can-gi", "can-cu"])
def test_type_can_be_read_from_eight_metres(visit: Visit, slide: str) -> None:
    page = present(visit, slide, "projector")
    expect(page.locator(".kh-view")).to_be_visible()
    smallest = page.locator(".kh-view").evaluate(
        """view => [...view.querySelectorAll('*')]
            .filter(node => [...node.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
            .filter(node => node.tagName !== 'STYLE')
            .map(node => [parseFloat(getComputedStyle(node).fontSize), node.textContent])
            .sort((a, b) => a[0] - b[0])[0]"""
    )
    assert smallest[0] >= BODY, smallest[1]
    for text in page.locator(".kh-view .figure, .kh-view .rank:not(.heads) .chance").all():
        size = text.evaluate("node => getComputedStyle(node).fontSize")
        assert float(re.sub("px", "", size)) >= FIGURE
