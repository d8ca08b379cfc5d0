"""No request may carry more than its path needs: what is refused early is never held in memory."""

from http import HTTPStatus

from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

UPLOADS = "/_stcore/upload_file/"
LARGEST = 256 * 1024
"""Bytes of any other request; a scenario with every lever and indicator moved takes a tenth."""
WRAPPING = 64 * 1024
"""Bytes of a form around an uploaded file."""


class BodyLimit:
    """ASGI middleware. upload_megabytes: the largest file that Streamlit takes."""

    def __init__(self, app: ASGIApp, *, upload_megabytes: int) -> None:
        self._app = app
        self._largest_upload = upload_megabytes * 1024 * 1024 + WRAPPING

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer 413 where the length stated is too large, or what arrives turns out to be."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        most = self._largest_upload if UPLOADS in scope["path"] else LARGEST
        if _stated(scope) > most:
            await _REFUSAL(scope, receive, send)
            return
        taken = 0

        async def receive_counted() -> Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > most:
                raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
            return message

        await self._app(scope, receive_counted, send)


_REFUSAL = JSONResponse({"code": "body_too_large"}, status_code=413)


def _stated(scope: Scope) -> int:
    """Content-Length; 0 where none is stated or it is not a number, which the server refuses."""
    for name, value in scope["headers"]:
        if name == b"content-length":
            return int(value) if value.isdigit() else 0
    return 0
