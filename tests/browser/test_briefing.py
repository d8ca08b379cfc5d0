"""Trình chiếu in a real browser: keys, type that can be read from afar, and nothing cut off."""

import re

import pytest
from playwright.sync_api import Page, expect
from test_both_pages import open_page, settled
from visit import Visit

from kh359.plan.loading import load_facts

SIZES = {"laptop": (1366, 768), "projector": (1920, 1080)}
BODY, FIGURE = 39, 96
"""Least pixels on a projector's 1920x1080, docs/decisions/briefing.md."""
SIZES_OF_TEXT = """view => {
  const size = node => parseFloat(getComputedStyle(node).fontSize);
  const own = node => [...node.childNodes].some(n => n.nodeType === 3 && n.data.trim());
  const words = [...view.querySelectorAll('*:not(style, .address)')].filter(own);
  const figures = view.querySelectorAll('.figure, .rank:not(.heads) .chance');
  return {words: words.map(size), figures: [...figures].map(size)};
}"""
"""Of letters in a view; the address below the code is for copying."""


def present(visit: Visit, slide: str, size: str = "laptop", more: str = "lang=vi&gd25=1") -> Page:
    width, height = SIZES[size]
    visit.page.set_viewport_size({"width": width, "height": height})
    held = f"{slide}~kb~{load_facts().version}~2026-11-23~dti"
    open_page(visit, f"trinh-chieu?{more}&moc=2030&tb={held}")
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


@pytest.mark.parametrize(
    ("size", "more"),
    [("laptop", "lang=en&gd25=1"), ("projector", "lang=vi&gd25=1"), ("projector", "lang=en")],
    ids=["laptop-en", "projector-vi", "projector-en-without-assumption"],
)
def test_every_view_fits_its_screen_in_type_for_eight_metres(
    visit: Visit, size: str, more: str
) -> None:
    page, body = present(visit, "dem", size, more), BODY * SIZES[size][0] / 1920
    last = int(place(page).inner_text().split("/")[1])
    for number in range(1, last + 1):
        expect(place(page)).to_have_text(f"{number}/{last}")
        settled(visit)
        name = title(page).inner_text()
        bar = page.locator(".st-key-briefing_bar").bounding_box()
        assert bar is not None
        for shown in page.locator(".kh-view, .st-key-briefing_lever").all():
            box = shown.bounding_box()
            assert box is not None
            assert box["y"] + box["height"] <= bar["y"] + 1, name
        main = page.get_by_test_id("stMain")
        assert main.evaluate("node => node.scrollWidth - node.clientWidth") <= 0, name
        sizes = page.locator(".kh-view").first.evaluate(SIZES_OF_TEXT)
        assert min(sizes["words"], default=body) >= body - 0.1, name
        least = FIGURE * SIZES[size][0] / 1920
        assert min(sizes["figures"], default=least) >= least - 0.1, name
        page.keyboard.press("PageDown")
