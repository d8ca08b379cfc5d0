"""What a stranger may write into a link is shown letter for letter on every page, or refused."""

import ast
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from streamlit.testing.v1 import AppTest

from kh359.model.scenario.scenario import LONGEST_NAME, LONGEST_NOTE, rest_scenario
from kh359.model.scenario.text import write_link
from kh359.plan.loading import load_facts
from tests.pages.opened_app import ROOT, Open

PICTURE = "![p](http://outside.invalid/p.png)"
MARKUP = f"<img src=x onerror=alert(1)><script>alert(2)</script>{PICTURE}"
COLOUR = ":red[x] `$y$`"
SHOWN_AS_MARKDOWN = ("body", "label", "help")
"""Fields of an element that Streamlit reads as Markdown."""


def pages() -> list[str]:
    """File names of the pages that app.py lists, without those it hides."""
    calls = (
        node
        for node in ast.walk(ast.parse((ROOT / "app.py").read_text("utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "st.Page"
    )
    shown = (call for call in calls if all(word.arg != "visibility" for word in call.keywords))
    return [ast.unparse(call.args[0]).rsplit("/", 1)[-1].split(".")[0] for call in shown]


class Tags(HTMLParser):
    """Elements and attributes of a piece of HTML."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found |= {tag, *(f"@{name}" for name, _ in attrs)}


def elements(app: AppTest) -> Iterator[tuple[str, object]]:
    """Kind and message of everything that was sent."""
    for item in (*app.main, *app.sidebar):
        yield item.type, item.proto


def texts_read_as_markdown(app: AppTest) -> Iterator[str]:
    for kind, proto in elements(app):
        if kind != "html":
            yield from (str(getattr(proto, name, "")) for name in SHOWN_AS_MARKDOWN)


@pytest.fixture(scope="module")
def hostile() -> dict[str, str | list[str]]:
    facts = load_facts()
    rest = rest_scenario(facts)
    moved = replace(rest, programme_share=(0.015, 0.02, 0.025, 0.03))
    note = (MARKUP * 20)[:LONGEST_NOTE]
    names = ((MARKUP)[:LONGEST_NAME], PICTURE, COLOUR, "a" * LONGEST_NAME)
    first, *others = (
        write_link(replace(moved, name=name, note=note), rest, facts.indicator_by_id)
        for name in names
    )
    return {
        "lang": "vi",
        "kb": first,
        "ss": [first, *others],
        MARKUP: MARKUP,
        "ct": MARKUP,
        "moc": COLOUR,
        "tb": PICTURE * 500,
    }


@pytest.mark.parametrize("page", pages())
def test_nothing_of_a_hostile_link_is_read_as_markup(
    open_app: Open, hostile: dict[str, str | list[str]], page: str
) -> None:
    app = open_app(page, **hostile)
    for kind, proto in elements(app):
        if kind == "html":
            tags = Tags()
            tags.feed(proto.body)  # type: ignore[attr-defined]
            scripted = proto.unsafe_allow_javascript  # type: ignore[attr-defined]
            assert scripted or "script" not in tags.found
            assert not [tag for tag in tags.found if tag == "img" or tag.startswith("@on")]
    for text in texts_read_as_markdown(app):
        assert "![p](" not in text
        assert ":red[x]" not in text
        assert "<img" not in text.replace("\\<img", "")
    assert any("outside.invalid" in text for text in texts_read_as_markdown(app))
