"""From a slider's release to the painted chart, against the rerun of an empty script.

    python benchmarks/latency.py [--samples 48] [--blocks 8] [--pause SECONDS] [--indicator ID]

Starts the app and `latency_empty.py` (one slider, one line) with the same Python and the same
.streamlit/config.toml, opens both in one headless Chromium and moves a slider of each with the
mouse, block after block in turn. The app has a store of its own, empty, unless KH359_DATABASE_URL
names one. Prints p50 and p95 of both and, last, one JSON line. How it is
measured and what the numbers mean: docs/decisions/latency.md.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import runpy
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import numpy as np
from own_store import store_settings
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(ROOT))

from kh359.model.scenario.scenario import rest_scenario  # noqa: E402
from kh359.model.scenario.text import read_link  # noqa: E402
from kh359.plan.loading import DATA_FOLDER, load_facts  # noqa: E402

LAPTOP = {"width": 1366, "height": 768}
ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run")
LEVER = "programme_share_0"
WARM_UP = 5
"""Moves of each page before its first counted one, and one before each block."""
REST_MS = 300
"""A page counts as settled when nothing in it has changed for so long."""


@dataclass
class Subject:
    """An open page and what was measured on it, in milliseconds."""

    name: str
    page: Page
    key: str
    pause: float = 0.0
    stop: int = 0
    under_hand: int = 0
    painted: list[float] = field(default_factory=list)
    settled: list[float] = field(default_factory=list)

    def move(self, stop: int) -> dict:
        """Drag the slider to a stop, let go, and wait until the page is at rest again."""
        at = self.page.evaluate("key => latencySlider(key)", self.key)
        step, mouse = at["width"] / at["most"], self.page.mouse
        self.page.evaluate("latencyArm()")
        mouse.move(at["left"] + at["place"] * step, at["y"])
        mouse.down()
        mouse.move(at["left"] + stop * step, at["y"], steps=4)
        time.sleep(self.pause)
        mouse.up()
        result = self.page.evaluate("rest => latencyResult(rest)", REST_MS)
        after = self.page.evaluate("key => latencySlider(key)", self.key)
        if result["visible"] != "visible" or not result["moved"] or after["place"] != stop:
            raise SystemExit(f"{self.name}: not a release that can be counted: {result} {after}")
        self.check(result, after["text"])
        self.stop = stop
        return result

    def check(self, result: dict, text: str) -> None:
        """What was painted must come from the slider's new value."""
        if result["shown"] != text:
            raise SystemExit(f"{self.name}: painted {result['shown']!r}, the slider says {text!r}")


class ScenarioSubject(Subject):
    """The page Kịch bản. What the address bar says of the scenario gives the expected hash."""

    def check(self, result: dict, text: str) -> None:
        facts = load_facts(DATA_FOLDER)
        ids = {indicator.indicator_id: indicator for indicator in facts.indicators}
        link = parse_qs(urlsplit(self.page.url).query).get("kb", ["{}"])[0]
        scenario = read_link(link, rest_scenario(facts), ids)
        said = float(text.replace("\N{NO-BREAK SPACE}%", "").replace(",", ".")) / 100
        if abs(scenario.programme_share[0] - said) > 1e-9:
            raise SystemExit(f"the address says {scenario.programme_share[0]}, the slider {text}")
        if scenario.content_hash not in result["shown"]:
            raise SystemExit(f"painted {result['shown']}, expected {scenario.content_hash}")


def next_stop(stop: int, generator: random.Random) -> int:
    """A stop between 10 and 60, some way from this one, so that every line of the chart moves."""
    return generator.choice([s for s in range(10, 61) if 4 <= abs(s - stop) <= 25])


@contextmanager
def served(script: Path, folder: Path) -> Iterator[str]:
    """Address of a Streamlit script, served for as long as the context lasts."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    flags = [
        "--server.headless=true",
        "--server.address=127.0.0.1",
        f"--server.port={port}",
        "--server.fileWatcherType=none",
    ]
    path = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))
    with (folder / f"{script.stem}.log").open("wb") as sink:
        server = subprocess.Popen(
            [sys.executable, "-m", "streamlit", "run", str(script), *flags],
            cwd=ROOT,
            env={**os.environ, **store_settings(folder), "PYTHONPATH": path},
            stdin=subprocess.DEVNULL,
            stdout=sink,
            stderr=sink,
        )
        try:
            wait_until_healthy(address, server)
            yield address
        finally:
            server.terminate()
            server.wait(timeout=20)


def wait_until_healthy(address: str, server: subprocess.Popen) -> None:
    """Return when the server answers; SystemExit when it ends or takes a minute."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and server.poll() is None:
        try:
            with urllib.request.urlopen(f"{address}/_stcore/health", timeout=2):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise SystemExit(f"no answer from {address}")


def opened(browser: Browser, address: str) -> Page:
    """The address in a window of its own, ready to be moved."""
    context = browser.new_context(viewport=LAPTOP, locale="vi-VN")  # type: ignore[arg-type]
    context.add_init_script(path=HERE / "latency_watch.js")
    page = context.new_page()
    page.set_default_timeout(90_000)
    page.goto(address)
    # `wait_for_function` would need a policy of scripts that is laxer than the app's.
    page.evaluate("latencyReady()")
    time.sleep(3)
    return page


def measure(subjects: list[Subject], samples: int, blocks: int) -> None:
    """Fill the subjects' lists, taking turns so that what else the machine does hits both."""
    generator = random.Random(359)
    per_block = -(-samples // blocks)
    for block in range(blocks):
        for subject in subjects if block % 2 else reversed(subjects):
            subject.page.bring_to_front()
            warm = WARM_UP if block == 0 else 1
            for move in range(warm + per_block):
                result = subject.move(next_stop(subject.stop, generator))
                if move >= warm:
                    subject.painted.append(result["painted"])
                    subject.settled.append(result["settled"])
                    subject.under_hand += result["underHand"]


def report(empty: Subject, scenario: Subject) -> None:
    """The table for people and, last, the line for programs."""
    figures = {}
    for name, values in (
        ("empty rerun", empty.painted),
        ("chart painted", scenario.painted),
        ("whole page at rest", scenario.settled),
    ):
        p50, p95 = (float(np.quantile(values, q)) for q in (0.5, 0.95))
        figures[name] = p50, p95
        print(f"{name:<20} p50 {p50:6.1f} ms   p95 {p95:6.1f} ms   n {len(values)}")
    print(f"painted before the release already: {scenario.under_hand} of {len(scenario.painted)}")
    (floor50, floor95), (chart50, chart95) = figures["empty rerun"], figures["chart painted"]
    line = {
        "ratio": round(chart95 / floor95, 3),
        "ratio_p50": round(chart50 / floor50, 3),
        "chart_p95_ms": round(chart95, 1),
        "empty_p95_ms": round(floor95, 1),
        "samples": len(scenario.painted),
    }
    print(json.dumps(line))


def main() -> None:
    """Serve, open, measure, report."""
    parser = argparse.ArgumentParser(description="Slider released to chart painted")
    parser.add_argument("--samples", type=int, default=48, help="counted moves of each page")
    parser.add_argument("--blocks", type=int, default=8, help="turns in which they are made")
    parser.add_argument("--pause", type=float, default=0.0, help="seconds at rest before release")
    parser.add_argument("--indicator", default="gigabit_access", help="whose chart is watched")
    chosen = parser.parse_args()
    browser_program = runpy.run_path(str(ROOT / "tests/browser/browser_program.py"))
    program = browser_program["find_browser"]()
    if program is None:
        raise SystemExit("no Chromium, Chrome or Edge: install one, or set KH359_BROWSER")
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        app = stack.enter_context(served(ROOT / "asgi.py", folder))
        empty = stack.enter_context(served(HERE / "latency_empty.py", folder))
        playwright = stack.enter_context(sync_playwright())
        browser = playwright.chromium.launch(executable_path=program, args=list(ARGUMENTS))
        stack.callback(browser.close)
        address = f"{app}/kich-ban?v=1&gd25=1&ct={chosen.indicator}"
        subjects = [
            Subject("empty rerun", opened(browser, empty), "", chosen.pause),
            ScenarioSubject("Kịch bản", opened(browser, address), LEVER, chosen.pause),
        ]
        measure(subjects, chosen.samples, chosen.blocks)
        report(*subjects)


if __name__ == "__main__":
    main()
