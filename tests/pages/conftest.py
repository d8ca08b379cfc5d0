"""Opens the real app on the real facts, without a browser."""

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).parents[2]
SECONDS = 60

Open = Callable[..., AppTest]


@pytest.fixture
def open_app() -> Open:
    """Open a page by its file name with the parameters of a link."""

    def opened(page: str = "overview", **parameters: str | list[str]) -> AppTest:
        app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=SECONDS)
        for name, value in parameters.items():
            app.query_params[name] = value
        app.run()
        if page != "overview":
            app.switch_page(f"kh359/pages/{page}.py").run()
        assert not app.exception, [item.message for item in app.exception]
        return app

    return opened


def all_text(app: AppTest) -> str:
    """Every word a reader sees outside the charts."""
    kinds = ("title", "header", "subheader", "markdown", "caption", "info", "warning", "error")
    texts = [item.value for kind in kinds for item in getattr(app, kind)]
    texts += [item.proto.body for item in app.get("html")]
    return "\n".join(texts)
