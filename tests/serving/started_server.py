"""asgi.py as it is served, on a free port of this machine."""

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
START_SECONDS = 90


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class StartedServer:
    port: int
    process: subprocess.Popen

    def ask(self, path: str, *, method: str = "GET", body: object = None, **headers: str) -> Answer:
        """One question; an underscore in a header's name stands for its hyphen."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        try:
            chunked = "Transfer-Encoding" in named
            connection.request(method, path, body, named, encode_chunked=chunked)  # type: ignore[arg-type]
            answer = connection.getresponse()
            told = {name.lower(): value for name, value in answer.getheaders()}
            return Answer(answer.status, told, answer.read())
        finally:
            connection.close()

    def wait_until(self, path: str) -> None:
        """Return when the path answers with 200."""
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline and self.process.poll() is None:
            try:
                if self.ask(path).status == 200:
                    return
            except OSError:
                pass
            time.sleep(0.2)
        raise AssertionError(f"{path} does not answer")


@contextmanager
def started_server(**environment: str) -> Iterator[StartedServer]:
    """The served program for as long as the context lasts; it may still be warming up."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    flags = ["--server.headless=true", "--server.address=127.0.0.1", f"--server.port={port}"]
    process = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", "asgi.py", *flags],
        cwd=ROOT,
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    server = StartedServer(port, process)
    try:
        server.wait_until("/health")
        yield server
    finally:
        process.terminate()
        process.wait(timeout=30)
