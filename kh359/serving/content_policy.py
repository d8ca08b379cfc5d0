"""The Content-Security-Policy: code and data from this server alone, and no script but our own.

Scripts that stand in a page are named one by one by their hash: a script that got into a name or a
link would not be one of them. `blob:` is how Streamlit loads the code of a component, WebAssembly
how its reader of messages counts beyond 32 bits; styles in elements are how Streamlit and Plotly
lay out what they draw.
"""

import base64
import hashlib
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import streamlit

from kh359.pages._document import LANGUAGE_SCRIPTS
from kh359.pages._scenario.text_undo import SCRIPT as TEXT_UNDO

SHELL = Path(streamlit.__file__).parent / "static" / "index.html"
"""The empty page into which Streamlit draws."""
_INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)


@cache
def content_policy() -> str:
    """Value of the header."""
    scripts = " ".join(f"'{digest(script)}'" for script in inline_scripts())
    return "; ".join(
        (
            "default-src 'self'",
            f"script-src 'self' blob: 'wasm-unsafe-eval' {scripts}",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "worker-src 'self' blob:",
            "media-src 'self' blob:",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        )
    )


def inline_scripts() -> Iterator[str]:
    """Every script that stands in a page: of Streamlit's shell and of our pages."""
    yield from _INLINE.findall(SHELL.read_text("utf-8"))
    yield from LANGUAGE_SCRIPTS.values()
    yield TEXT_UNDO


def digest(script: str) -> str:
    """'sha256-…' of a script as the policy names it."""
    raw = hashlib.sha256(script.encode()).digest()
    return f"sha256-{base64.b64encode(raw).decode()}"
