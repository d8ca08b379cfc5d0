"""What others wrote is shown as written, whatever Markdown would make of it.

That a browser sees it so is held by tests/browser.
"""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kh359.locale.plain_text import clipped, plain_markdown


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("` ![x](http://o/p.png)", r"\` \!\[x\]\(http\://o/p.png\)"),
        ("a\r\n\r\n# b", r"a \# b"),
        ("<img src=x> **b** _i_ ~s~", r"\<img src=x\> \*\*b\*\* \_i\_ \~s\~"),
        ("$x$ :red[x] a|b &#33;", r"\$x\$ \:red\[x\] a\|b \&\#33;"),
        ("\\!", r"\\\!"),
        ("- một", r"\- một"),
        ("+ một", r"\+ một"),
        ("2. hai - ba", r"2\. hai - ba"),
        ("---", r"\---"),
        ("-5 %, 1.234", "-5 %, 1.234"),
        ("2 -> 3, a->b", "2 \u2060-\\> 3, a-\\>b"),
        ("-- x <=", "\u2060-- x \u2060\\<="),
        (" 45,5\u00a0%\u2028của ", "45,5\u00a0% của"),
    ],
)
def test_hand_written_examples(text: str, markdown: str) -> None:
    assert plain_markdown(text) == markdown


@given(st.text())
def test_every_sign_of_markdown_is_escaped_and_nothing_is_lost(text: str) -> None:
    markdown = plain_markdown(text)
    assert not re.search(r"(?<!\\)(\\\\)*[`*_\[\]()<>!$:~#|]", markdown)
    assert len(markdown.splitlines()) <= 1
    unescaped = re.sub(r"\\(.)", r"\1", markdown)
    # The joiner is no space, and nothing that is seen.
    assert re.sub(r"[\s\u2060]", "", unescaped) == re.sub(r"[\s\u2060]", "", text)
    assert not re.search(r"(^|\s)(<->|->|<-|--|>=|<=|~=)(\s|$)", unescaped)


def test_a_long_text_is_clipped_to_80_characters() -> None:
    assert clipped("a" * 80) == "a" * 80
    assert clipped("a" * 81) == "a" * 79 + "…"
