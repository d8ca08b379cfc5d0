"""The real app, served on a free port, and a real browser to open it with."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser_program import find_browser
from playwright.sync_api import BrowserContext, sync_playwright
from visit import Visit

ROOT = Path(__file__).parents[2]
LAPTOP = {"width": 1366, "height": 768}
START_SECONDS = 60
BROWSER_ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--process-per-site",
    "--renderer-process-limit=1",
    "--in-process-gpu",
    "--js-flags=--no-opt,--no-maglev",
)
"""A page after the other in as few processes as there can be: starting one costs as much as the
page. Its program runs for seconds: making it faster takes longer than it then saves.
"""


@pytest.fixture(scope="session")
def browser_program() -> str:
    """Path of a browser; missing, it fails under CI=true and skips with a reason elsewhere."""
    found = find_browser()
    if found is None:
        reason = "no Chromium, Chrome or Edge on this machine (install one, or set KH359_BROWSER)"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    return found


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of the running app."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    log = tmp_path_factory.mktemp("server") / "log.txt"
    options = {
        "server.headless": "true",
        "server.address": "127.0.0.1",
        "server.port": str(port),
        "server.fileWatcherType": "none",
    }
    flags = [f"--{name}={value}" for name, value in options.items()]
    with log.open("wb") as sink:
        server = subprocess.Popen(
            [sys.executable, "-m", "streamlit", "run", "asgi.py", *flags],
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            stdout=sink,
            stderr=sink,
        )
        try:
            _wait_until_healthy(f"http://127.0.0.1:{port}", server, log)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(timeout=20)


def _wait_until_healthy(address: str, server: subprocess.Popen, log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and server.poll() is None:
        try:
            with urllib.request.urlopen(f"{address}/_stcore/health", timeout=2):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    pytest.fail(f"the app did not start:\n{log.read_text('utf-8', errors='replace')}")


@pytest.fixture(scope="session")
def browser(
    browser_program: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[BrowserContext]:
    """One browser for all tests; it keeps the program text it has once loaded and compiled."""
    with sync_playwright() as playwright:
        context = playwright.chromium.launch_persistent_context(
            tmp_path_factory.mktemp("browser"),
            executable_path=browser_program,
            args=list(BROWSER_ARGUMENTS),
            viewport=LAPTOP,  # type: ignore[arg-type]
            locale="vi-VN",
            reduced_motion="reduce",
        )
        yield context
        context.close()


@pytest.fixture
def visit(browser: BrowserContext, address: str) -> Iterator[Visit]:
    """A fresh page on a 1366x768 laptop screen, watched from the first request, of somebody who
    was never here before.
    """
    page = browser.new_page()
    page.set_default_timeout(45_000)
    visit = Visit(page=page, address=address)
    page.on("request", lambda request: visit.requests.append(request.url))
    page.on("pageerror", lambda error: visit.errors.append(str(error)))
    page.on(
        "console",
        lambda message: visit.errors.append(message.text) if message.type == "error" else None,
    )
    yield visit
    forget = {"origin": address, "storageTypes": "cookies,local_storage,indexeddb"}
    browser.new_cdp_session(page).send("Storage.clearDataForOrigin", forget)
    page.close()
