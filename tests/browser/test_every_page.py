"""Every page in a real browser: quiet, all of it from this machine, nothing to scroll sideways."""

import ast
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from test_both_pages import open_page, settled
from visit import Visit

APP = Path(__file__).parents[2] / "app.py"
SIZES = ((1366, 768), (1920, 1080))


def addresses() -> list[str]:
    """What app.py names its pages in the address bar; the first page has no name."""
    keywords = (
        node
        for node in ast.walk(ast.parse(APP.read_text("utf-8")))
        if isinstance(node, ast.keyword)
    )
    named = [
        k.value.value for k in keywords if k.arg == "url_path" and isinstance(k.value, ast.Constant)
    ]
    return ["", *(str(name) for name in named)]


@pytest.mark.parametrize("path", addresses())
def test_a_page_has_manners(visit: Visit, path: str) -> None:
    open_page(visit, f"{path}?gd25=1")
    main = visit.page.get_by_test_id("stMain")
    for width, height in SIZES:
        visit.page.set_viewport_size({"width": width, "height": height})
        settled(visit)
        assert main.evaluate("node => node.scrollWidth - node.clientWidth") <= 0, width
    hosts = {urlsplit(url).hostname for url in visit.requests if url.startswith(("http", "ws"))}
    assert hosts == {"127.0.0.1"}
    # A deep address makes Streamlit ask for its health below that address once; known, harmless.
    known = "the server responded with a status of 404"
    assert [error for error in visit.errors if known not in error] == []
