"""The app as tests of its pages see it."""

from collections.abc import Callable
from pathlib import Path

from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).parents[2]

Open = Callable[..., AppTest]


def all_text(app: AppTest) -> str:
    """Every word a reader sees outside the charts."""
    kinds = ("title", "header", "subheader", "markdown", "caption", "info", "warning", "error")
    texts = [item.value for kind in kinds for item in getattr(app, kind)]
    texts += [item.proto.body for item in app.get("html")]
    return "\n".join(texts)
