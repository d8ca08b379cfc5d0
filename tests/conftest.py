"""What holds for all tests: a store of their own, time enough, an order for several processes."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from xdist.scheduler import LoadFileScheduling

from kh359.store.location import URL_VARIABLE

SLOW = [HealthCheck.too_slow]
settings.register_profile("busy_machine", deadline=None, suppress_health_check=SLOW)
settings.load_profile("busy_machine")

LONG = ("browser", "pages", "export", "cli", "store", "sweep", "serving", "intake", "model")
"""Folders whose tests take longest, in that order."""


@pytest.fixture(scope="session", autouse=True)
def store_of_the_tests(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """An empty SQLite file that is gone with the tests; programs started by tests find it too."""
    path = tmp_path_factory.mktemp("store") / "kh359.sqlite3"
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv(URL_VARIABLE, url := f"sqlite:///{path}")
        yield url


class InOneBrowser(LoadFileScheduling):
    """The tests of a file go to one process, those in the browser all to one."""

    def _split_scope(self, nodeid: str) -> str:
        file = super()._split_scope(nodeid)
        return "browser" if folder_of(file) == "browser" else file


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> LoadFileScheduling | None:
    """Every process that opened the app in a browser would start a server and a browser for it."""
    return InOneBrowser(config, log) if config.getoption("dist") == "loadfile" else None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Folders of long tests first, so that all processes end at about the same time."""
    order = {folder: place for place, folder in enumerate(LONG)}
    items.sort(key=lambda item: order.get(folder_of(item.nodeid), len(LONG)))


def folder_of(nodeid: str) -> str:
    """Name of the test's folder below tests/."""
    return nodeid.removeprefix("tests/").partition("/")[0]
