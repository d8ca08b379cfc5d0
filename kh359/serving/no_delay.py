"""Small messages leave at once instead of waiting for the receipt of the one before.

The socket that Streamlit listens on names no protocol, and for such a socket asyncio does not set
TCP_NODELAY: the second part of an answer may then wait for 40 ms.
"""

import socket

from starlette.types import ASGIApp, Receive, Scope, Send


class NoDelay:
    """ASGI middleware, first in the row: only there is `receive` still the server's own."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Where the server hides its connection, nothing changes."""
        transport = getattr(getattr(receive, "__self__", None), "transport", None)
        connection = transport.get_extra_info("socket") if transport else None
        if connection is not None and connection.family in (socket.AF_INET, socket.AF_INET6):
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        await self._app(scope, receive, send)
