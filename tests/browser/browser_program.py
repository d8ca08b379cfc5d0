"""Where a Chromium, Chrome or Edge is. Standard library only: `dev.py` uses it too."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "msedge",
    "microsoft-edge",
)
PLACES = {
    "win32": (
        "Google/Chrome/Application/chrome.exe",
        "Microsoft/Edge/Application/msedge.exe",
        "Chromium/Application/chrome.exe",
    ),
    "darwin": (
        "Google Chrome.app/Contents/MacOS/Google Chrome",
        "Chromium.app/Contents/MacOS/Chromium",
        "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    ),
}


def find_browser() -> str | None:
    """A Chromium, Chrome or Edge: $KH359_BROWSER, then PATH, then the usual places.

    Raises FileNotFoundError when $KH359_BROWSER names no program.
    """
    if wanted := os.environ.get("KH359_BROWSER"):
        if found := shutil.which(wanted):
            return found
        raise FileNotFoundError(
            f"KH359_BROWSER: không có chương trình {wanted!r} / there is no program {wanted!r}"
        )
    if found := next(filter(None, map(shutil.which, NAMES)), None):
        return found
    roots = {
        "win32": [os.environ.get(n) for n in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")],
        "darwin": ["/Applications", str(Path.home() / "Applications")],
    }.get(sys.platform, [])
    places = [Path(r) / p for r in roots if r for p in PLACES[sys.platform]]
    return next((str(path) for path in places if path.is_file()), None)
