"""Opens the real app on the real facts, without a browser."""

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.opened_app import ROOT, Open

SECONDS = 60


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
