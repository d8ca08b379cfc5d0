"""Opens the real app on the real facts, without a browser."""

from collections.abc import Iterator
from functools import cache

import pytest
from streamlit.components.v2 import manifest_scanner
from streamlit.runtime.scriptrunner.script_cache import ScriptCache
from streamlit.testing.v1 import AppTest, app_test, local_script_runner

from tests.pages.opened_app import ROOT, Open

SECONDS = 60


@pytest.fixture(scope="session", autouse=True)
def _sessions_of_one_server() -> Iterator[None]:
    """What a server does once for all its sessions: look through the installed packages for
    components, compile the pages. AppTest, left alone, does it anew for every session.
    """
    compiled = ScriptCache()
    with pytest.MonkeyPatch.context() as patch:
        scan = cache(manifest_scanner.scan_component_manifests)
        patch.setattr(manifest_scanner, "scan_component_manifests", scan)
        for module in (app_test, local_script_runner):
            patch.setattr(module, "ScriptCache", lambda: compiled)
        yield


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
