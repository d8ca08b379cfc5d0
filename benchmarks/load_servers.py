"""The servers of the load trial: replicas of asgi.py and, before them, nginx as deploy/ has it."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from own_store import store_settings

ROOT = Path(__file__).resolve().parents[1]
START_SECONDS = 120
TICKS = os.sysconf("SC_CLK_TCK")
PAGE_BYTES = os.sysconf("SC_PAGE_SIZE")


@dataclass(frozen=True, slots=True)
class Process:
    """One running server."""

    address: str
    pid: int

    def cpu_seconds(self) -> float:
        """Processor time used so far."""
        fields = Path(f"/proc/{self.pid}/stat").read_text("utf-8").rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / TICKS

    def megabytes(self) -> float:
        """Resident memory now."""
        pages = int(Path(f"/proc/{self.pid}/statm").read_text("utf-8").split()[1])
        return pages * PAGE_BYTES / 1e6


@dataclass(frozen=True, slots=True)
class Site:
    """addresses: where users go, in turn. replicas: the processes that serve them."""

    addresses: tuple[str, ...]
    replicas: tuple[Process, ...]


@contextmanager
def served(n_replicas: int, nginx: str, folder: Path) -> Iterator[Site]:
    """Replicas for as long as the context lasts. nginx: its program, empty for none."""
    with ExitStack() as stack:
        replicas = tuple(
            stack.enter_context(_replica(folder, number)) for number in range(n_replicas)
        )
        for replica in replicas:
            _wait(replica.address)
        addresses = tuple(replica.address for replica in replicas)
        if nginx:
            addresses = (stack.enter_context(_proxy(nginx, addresses, folder)),)
        yield Site(addresses, replicas)


@contextmanager
def _replica(folder: Path, number: int) -> Iterator[Process]:
    port = _free_port()
    options = ["--server.headless=true", "--server.address=127.0.0.1", f"--server.port={port}"]
    with (folder / f"replica_{number}.log").open("wb") as log:
        server = subprocess.Popen(
            [sys.executable, "-m", "streamlit", "run", "asgi.py", *options],
            cwd=ROOT,
            env={
                **os.environ,
                **store_settings(folder),
                "PYTHONPATH": str(ROOT),
                "MALLOC_ARENA_MAX": "2",  # as deploy/ has it
                "STREAMLIT_SERVER_COOKIE_SECRET": "the same for all replicas of the trial",
            },
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
        )
        try:
            yield Process(f"127.0.0.1:{port}", server.pid)
        finally:
            server.terminate()
            server.wait(timeout=30)


@contextmanager
def _proxy(program: str, addresses: tuple[str, ...], folder: Path) -> Iterator[str]:
    """nginx with the site of deploy/nginx.conf, on a free port and without the system's folders."""
    port = _free_port()
    (folder / "site.conf").write_text(site_for(addresses, port), "utf-8")
    places = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    temporary = "".join(f"{name}_temp_path {folder}/{name};\n" for name in places)
    main = (
        f"daemon off; worker_processes 1; pid {folder}/nginx.pid; error_log {folder}/nginx.log;\n"
        f"events {{}}\nhttp {{ access_log off;\n{temporary}include {folder}/site.conf; }}\n"
    )
    (folder / "nginx.conf").write_text(main, "utf-8")
    proxy = subprocess.Popen([program, "-p", str(folder), "-c", str(folder / "nginx.conf")])
    try:
        _wait(f"127.0.0.1:{port}", "_stcore/health")
        yield f"127.0.0.1:{port}"
    finally:
        proxy.terminate()
        proxy.wait(timeout=30)


def site_for(addresses: tuple[str, ...], port: int) -> str:
    """deploy/nginx.conf with these servers instead of its own, listening here alone."""
    text = (ROOT / "deploy" / "nginx.conf").read_text("utf-8")
    limits = re.findall(r"^ +server 127\.0\.0\.1:\d+(.*);\n", text, flags=re.MULTILINE)[0]
    servers = "".join(f"    server {address}{limits};\n" for address in addresses)
    text = re.sub(r"(?:^ +server 127\.0\.0\.1:\d+.*;\n)+", servers, text, flags=re.MULTILINE)
    return text.replace("listen 80;", f"listen 127.0.0.1:{port};")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wait(address: str, path: str = "ready") -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(f"http://{address}/{path}", timeout=10):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    raise SystemExit(f"no answer from {address}")
