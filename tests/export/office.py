"""LibreOffice, which reads Office files and is not ours; see .ci/run."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest


def as_pdf(name: str, content: bytes, folder: Path) -> Path:
    """The file as LibreOffice prints it. Skips the test without it; fails it in CI.

    folder: of the test; those beside it share LibreOffice's settings, which it takes long to make.
    """
    found = shutil.which("soffice")
    if found is None:
        if os.environ.get("CI"):
            pytest.fail("soffice is missing: install libreoffice-impress, -calc and -writer")
        pytest.skip("soffice is not installed (LibreOffice)")
    source = folder / name
    source.write_bytes(content)
    profile = f"-env:UserInstallation={(folder.parent / 'office').as_uri()}"
    subprocess.run(
        [found, "--headless", profile, "--convert-to", "pdf", "--outdir", folder, source],
        capture_output=True,
        check=True,
        timeout=110,
    )
    return source.with_suffix(".pdf")
