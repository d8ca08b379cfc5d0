"""Programs that read PDF and are not ours; see .ci/run."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest


def poppler(program: str, *arguments: str | Path) -> str:
    """What `pdffonts` or `pdftotext` says. Skips the test without it; fails it in CI."""
    found = shutil.which(program)
    if found is None:
        if os.environ.get("CI"):
            pytest.fail(f"{program} is missing: install poppler-utils")
        pytest.skip(f"{program} is not installed (poppler-utils)")
    done = subprocess.run(
        [found, *map(str, arguments)], capture_output=True, check=True, encoding="utf-8"
    )
    return done.stdout
