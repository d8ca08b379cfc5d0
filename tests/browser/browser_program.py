"""Where a Chromium, Chrome or Edge is, and how to get one. Standard library only: for `dev.py`."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
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


def apt_get(call: Callable[..., int]) -> list[str] | None:
    """How to call apt-get with the rights to install, or None."""
    if sys.platform != "linux" or not shutil.which("apt-get"):
        return None
    if os.geteuid() == 0:
        return ["apt-get"]
    if shutil.which("sudo") and call("sudo", "-n", "true", quiet=True) == 0:
        return ["sudo", "-n", "apt-get"]
    return None


def provide_browser(call: Callable[..., int], say: Callable[[str, str], None]) -> None:
    """Put a browser's path into $KH359_BROWSER; install Debian's chromium where that works.

    call: runs a command and returns its exit code. say: tells a line in two languages.
    """
    if not find_browser() and (apt := apt_get(call)):
        say("Cài Chromium bằng apt-get …", "Installing Chromium with apt-get …")
        os.environ.setdefault("DEBIAN_FRONTEND", "noninteractive")
        call(*apt, "update", "-qq")
        call(*apt, "install", "-y", "-qq", "--no-install-recommends", "chromium")
    if browser := find_browser():
        os.environ["KH359_BROWSER"] = browser
        say(f"Trình duyệt cho kiểm thử: {browser}", f"Browser for the tests: {browser}")
    else:
        say(
            "Không thấy Chromium, Chrome hay Edge: cài một trong ba, hoặc đặt KH359_BROWSER.",
            "No Chromium, Chrome or Edge: install one of them, or set KH359_BROWSER.",
        )
