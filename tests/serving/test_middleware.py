"""The parts before the pages, each by itself."""

from collections.abc import Callable

import pytest
from starlette.applications import Starlette
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Scope

from kh359.export.workbook import MIME as XLSX_MIME
from kh359.serving.compression import Compression
from kh359.serving.readiness import WARMTH, ready
from kh359.serving.security_headers import SecurityHeaders
from tests.event_loop import finish


def asked(app: ASGIApp, path: str = "/", **headers: str) -> tuple[int, dict[str, str], bytes]:
    """Status, headers and body of the answer to one GET."""
    named = [(k.replace("_", "-").encode(), v.encode()) for k, v in headers.items()]
    scope: Scope = {
        "type": "http",
        "method": "GET",
        "path": path,
        "query_string": b"",
        "headers": named,
    }
    told: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        told.append(message)

    finish(app(scope, receive, send))  # type: ignore[arg-type]
    start = {k.decode(): v.decode() for k, v in told[0]["headers"]}
    return told[0]["status"], start, b"".join(m.get("body", b"") for m in told[1:])


def answering(content: bytes, kind: str) -> Callable:
    async def answer(scope: Scope, receive: Callable, send: Callable) -> None:
        assert "accept-encoding" not in dict(scope["headers"]), "nothing below compresses too"
        await Response(content, media_type=kind)(scope, receive, send)

    return answer


@pytest.mark.parametrize(
    ("size", "kind", "compressed"),
    [
        (5000, "text/csv", True),
        (5000, "application/json", True),
        (500, "text/csv", False),
        (5000, XLSX_MIME, False),
        (5000, "application/pdf", False),
        (5000, "application/zip", False),
        (5000, "image/png", False),
    ],
)
def test_what_is_compressed(size: int, kind: str, compressed: bool) -> None:
    app = Compression(answering(b"1,5;" * (size // 4), kind))
    _, headers, body = asked(app, accept_encoding="gzip, br")
    assert (headers.get("content-encoding") == "gzip") is compressed
    assert (len(body) < size) is compressed


@pytest.mark.parametrize("over_tls", [True, False])
def test_browsers_are_bound_to_https_only_where_it_is_there(over_tls: bool) -> None:
    app = SecurityHeaders(answering(b"", "text/plain"), over_tls=over_tls)
    assert ("strict-transport-security" in asked(app)[1]) is over_tls


def test_a_database_that_does_not_answer_keeps_visitors_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("KH359_DATABASE_URL", "postgresql://kh359:secret@127.0.0.1:1/kh359")
    app = Starlette(routes=[Route("/ready", ready)])
    assert asked(app, "/ready")[0] == 503
    WARMTH.warm.set()
    try:
        status, headers, body = asked(app, "/ready")
    finally:
        WARMTH.warm.clear()
    assert status == 503
    assert b'"obstacles":["store"]' in body
    assert b'"store_fault":"unreachable"' in body
    assert b"secret" not in body
    assert headers["cache-control"] == "no-store"
