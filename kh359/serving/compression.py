"""Answers go out compressed: a first visit loads 8 MB of program text, or 2.3 MB.

Streamlit compresses some paths itself and leaves out the largest, expecting a proxy to do it. Here
one compressor serves all paths, so that what is compressed already is left alone everywhere.
"""

from starlette.middleware.gzip import DEFAULT_EXCLUDED_CONTENT_TYPES, GZipMiddleware
from starlette.types import ASGIApp, Receive, Scope, Send

from kh359.export.report_kind import DOCX_MIME, PDF_MIME
from kh359.export.slides import MIME as PPTX_MIME
from kh359.export.workbook import MIME as XLSX_MIME

SMALLEST = 1000
"""Bytes; below it there is nothing to win."""
LEVEL = 5
"""Level 9 takes nearly twice the time for one hundredth less."""
COMPRESSED = (*DEFAULT_EXCLUDED_CONTENT_TYPES, DOCX_MIME, PPTX_MIME, XLSX_MIME, PDF_MIME)
"""Media types that hold compressed bytes."""


class Compression:
    """ASGI middleware: Starlette's own, and nothing below it compresses a second time."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._compressing = GZipMiddleware(
            self._uncompressed,
            minimum_size=SMALLEST,
            compresslevel=LEVEL,
            exclude_content_types=COMPRESSED,
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """A WebSocket passes untouched."""
        await self._compressing(scope, receive, send)

    async def _uncompressed(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            kept = [item for item in scope["headers"] if item[0] != b"accept-encoding"]
            scope = {**scope, "headers": kept}
        await self._app(scope, receive, send)
