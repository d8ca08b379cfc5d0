"""One request to the app's endpoints, without a server."""

import json
from dataclasses import dataclass
from typing import Any

from starlette.applications import Starlette

from tests.event_loop import finish


@dataclass(frozen=True)
class Answer:
    """Status, headers and body."""

    status: int
    headers: dict[str, str]
    body: bytes

    def json(self) -> Any:
        return json.loads(self.body)


def asked(
    app: Starlette, path: str, content: str | bytes, kind: str = "application/json", **scope: Any
) -> Answer:
    """Send `content` to the path."""
    body = content if isinstance(content, bytes) else content.encode()
    messages: list[Any] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: Any) -> None:
        messages.append(message)

    request = {
        "type": "http",
        "method": "POST",
        "path": path,
        "query_string": b"",
        "headers": [(b"content-type", kind.encode())],
    }
    finish(app(request | scope, receive, send))
    start, *parts = messages
    return Answer(
        status=start["status"],
        headers={key.decode(): value.decode() for key, value in start["headers"]},
        body=b"".join(part.get("body", b"") for part in parts),
    )
