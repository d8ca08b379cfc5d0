"""The program as it is served: ready, compressed, guarded, limited, and gone when told to go."""

import gzip
import re
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit
from started_server import StartedServer, started_server
from websockets.exceptions import ConnectionClosedError, InvalidStatus
from websockets.sync.client import connect

STATIC = Path(streamlit.__file__).parent / "static"
SCRIPT = re.findall(r'src="\./(static/js/[^"]+)"', (STATIC / "index.html").read_text("utf-8"))[0]
FONT = re.findall(r'href="\./(static/media/[^"]+)"', (STATIC / "index.html").read_text("utf-8"))[0]
LIVE_FAN = "/_kh359/live-fan"
SERVICE_RESTART = 1012
"""Code with which a server asks its visitors to come again (RFC 6455, registered later)."""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StartedServer]:
    store = tmp_path_factory.mktemp("store") / "kh359.sqlite3"
    with started_server(KH359_TLS="1", KH359_DATABASE_URL=f"sqlite:///{store}") as server:
        yield server


def test_it_lives_at_once_and_is_ready_when_warm(server: StartedServer) -> None:
    assert server.ask("/health").body == b'{"alive":true}'
    server.wait_until("/ready")
    assert server.ask("/ready").body == b'{"ready":true,"obstacles":[]}'


@pytest.mark.parametrize("path", ["/", "/chi-tieu", "/health", f"/{SCRIPT}", "/media/nothing"])
def test_every_answer_tells_the_browser_what_it_may(server: StartedServer, path: str) -> None:
    headers = server.ask(path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["strict-transport-security"] == "max-age=31536000"
    assert "camera=()" in headers["permissions-policy"]
    policy = dict(part.split(" ", 1) for part in headers["content-security-policy"].split("; "))
    assert policy["default-src"] == "'self'"
    assert policy["frame-ancestors"] == policy["object-src"] == "'none'"
    assert "unsafe-inline" not in policy["script-src"]
    assert "'unsafe-eval'" not in policy["script-src"]
    assert not re.search(r"https?:|\*", headers["content-security-policy"])


def test_program_text_is_compressed_and_stays_what_it_was(server: StartedServer) -> None:
    answer = server.ask(f"/{SCRIPT}", Accept_Encoding="gzip")
    plain = (STATIC / SCRIPT).read_bytes()
    assert answer.headers["content-encoding"] == "gzip"
    assert gzip.decompress(answer.body) == plain
    assert len(answer.body) < len(plain) / 2
    assert server.ask(f"/{SCRIPT}").body == plain


def test_what_is_compressed_or_small_is_left_alone(server: StartedServer) -> None:
    for path in (f"/{FONT}", "/health"):
        assert "content-encoding" not in server.ask(path, Accept_Encoding="gzip").headers


def test_a_body_too_large_is_refused_by_its_length_and_by_what_comes(
    server: StartedServer,
) -> None:
    large = b" " * 300_000
    kind = {"method": "POST", "Content_Type": "application/json"}
    assert server.ask(LIVE_FAN, body=large, **kind).status == 413
    assert server.ask("/_stcore/health", body=large, method="POST").status == 413
    pieces = iter([large[:100_000]] * 3)
    assert server.ask(LIVE_FAN, body=pieces, Transfer_Encoding="chunked", **kind).status == 413


def test_a_page_of_another_site_gets_no_session(server: StartedServer) -> None:
    address = f"ws://127.0.0.1:{server.port}/_stcore/stream"
    with pytest.raises(InvalidStatus):
        connect(address, origin="http://outside.invalid", proxy=None)  # type: ignore[arg-type]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends a process without telling it")
def test_told_to_go_it_goes_and_tells_its_visitors(server: StartedServer) -> None:
    address = f"ws://127.0.0.1:{server.port}/_stcore/stream"
    own = f"http://127.0.0.1:{server.port}"
    with connect(address, origin=own, proxy=None) as visitor:  # type: ignore[arg-type]
        server.process.terminate()
        # In order, then by the signal it was sent, as the system's own services end.
        assert server.process.wait(timeout=20) in (0, -signal.SIGTERM)
        with pytest.raises(ConnectionClosedError) as told:
            list(visitor)
    assert told.value.rcvd
    assert told.value.rcvd.code == SERVICE_RESTART
