"""Text that someone else wrote, shown as it is where Streamlit expects Markdown."""

import re

# `&` too: `&#91;` would be shown as another text than the one that was written.
_SYNTAX = re.compile(r"[\\`*_\[\]()<>!$:~#|&]")
_FIRST = re.compile(r"^([-+]|[0-9]{1,9}\.)(?=[\s-]|$)")
"""What would make the line one of a list, or a rule across the page."""
_ARROW = re.compile(r"(?<!\S)(<->|->|<-|--|>=|<=|~=)(?!\S)")
"""What Streamlit draws as an arrow, a dash or another sign, escaped or not."""
_JOINER = "\u2060"
"""Takes no room, and parts such a sign from the space before it."""
_LINE_BREAK = re.compile(r"[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+")

LONGEST = 80
"""Characters shown of a cell or a typed value that is quoted in a message."""


def clipped(text: str) -> str:
    """The beginning of a long text, for quoting it."""
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def plain_markdown(text: str) -> str:
    """Markdown that shows `text` letter for letter on one line: no link, picture or formula.

    For whatever comes from a link, a keyboard or `data/`; never for our own sentences.
    """
    line = _ARROW.sub(rf"{_JOINER}\g<0>", _LINE_BREAK.sub(" ", text).strip())
    escaped = _SYNTAX.sub(r"\\\g<0>", line)
    return _FIRST.sub(lambda mark: f"{mark[0][:-1]}\\{mark[0][-1]}", escaped)
