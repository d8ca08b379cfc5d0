"""No test touches the store of whoever runs it, and none fails because a machine is busy."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from kh359.store.location import URL_VARIABLE

SLOW = [HealthCheck.too_slow]
settings.register_profile("busy_machine", deadline=None, suppress_health_check=SLOW)
settings.load_profile("busy_machine")


@pytest.fixture(scope="session", autouse=True)
def store_of_the_tests(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """An empty SQLite file that is gone with the tests; programs started by tests find it too."""
    path = tmp_path_factory.mktemp("store") / "kh359.sqlite3"
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv(URL_VARIABLE, url := f"sqlite:///{path}")
        yield url
