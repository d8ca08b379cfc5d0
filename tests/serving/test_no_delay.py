"""Small messages of the server leave at once, whatever protocol number its socket has."""

import socket
from typing import Any

import pytest

from kh359.serving.no_delay import NoDelay
from tests.event_loop import finish


class Protocol:
    """What a server hands in as `receive`: a method of something that knows its transport."""

    def __init__(self, connection: socket.socket) -> None:
        self.transport = self
        self._connection = connection

    def get_extra_info(self, name: str) -> socket.socket:
        assert name == "socket"
        return self._connection

    async def receive(self) -> dict[str, Any]:
        return {}


async def app(scope: Any, receive: Any, send: Any) -> None:
    await send(scope["type"])


def run(receive: Any) -> list[str]:
    sent: list[str] = []

    async def send(message: Any) -> None:
        sent.append(message)

    finish(NoDelay(app)({"type": "http"}, receive, send))
    return sent


def test_a_connection_is_told_not_to_wait() -> None:
    with socket.socket() as connection:
        assert connection.proto != socket.IPPROTO_TCP, "what asyncio looks at"
        assert not connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
        assert run(Protocol(connection).receive) == ["http"]
        assert connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="no such sockets here")
def test_what_knows_no_delay_is_left_alone() -> None:
    with socket.socket(socket.AF_UNIX) as connection:
        assert run(Protocol(connection).receive) == ["http"]

    async def receive() -> dict[str, Any]:
        return {}

    assert run(receive) == ["http"]
