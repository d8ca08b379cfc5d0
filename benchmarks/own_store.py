"""A store of the trial's own, so that nobody's saved work is read, slowed or added to."""

import os
from pathlib import Path

VARIABLE = "KH359_DATABASE_URL"


def store_settings(folder: Path) -> dict[str, str]:
    """The environment variable of a store in `folder`; one that was set by hand stays."""
    stated = os.environ.get(VARIABLE, "").strip()
    return {VARIABLE: stated or f"sqlite:///{(folder / 'store.sqlite3').as_posix()}"}
