"""HTTP/1.1 over one kept connection, as much of it as the load trial's users need."""

from __future__ import annotations

import asyncio
import gzip
import json
from dataclasses import dataclass
from typing import Any


@dataclass
class Connection:
    """To a host and port. cookie: what the server gave, sent with every further request."""

    address: str
    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    cookie: str = ""

    @classmethod
    async def open(cls, address: str) -> Connection:
        """Raises OSError where nobody listens."""
        host, port = address.rsplit(":", 1)
        return cls(address, *await asyncio.open_connection(host, int(port), limit=2**22))

    def close(self) -> None:
        """Hang up."""
        self.writer.close()

    async def get(self, path: str) -> tuple[int, bytes]:
        """Status and content."""
        return await self._ask("GET", path, b"", "")

    async def post(self, path: str, content: Any) -> tuple[int, bytes]:
        """Status and content of the answer to a JSON value."""
        return await self._ask("POST", path, json.dumps(content).encode(), "application/json")

    async def _ask(self, method: str, path: str, body: bytes, kind: str) -> tuple[int, bytes]:
        lines = {
            "Host": self.address,
            "Accept-Encoding": "gzip",
            "Cookie": self.cookie,
            "Content-Type": kind,
            "Content-Length": str(len(body)) if body else "",
        }
        sent = "".join(f"{name}: {value}\r\n" for name, value in lines.items() if value)
        head = await self._head(f"{method} {path} HTTP/1.1\r\n{sent}\r\n".encode() + body)
        first, *rest = head.decode("latin-1").split("\r\n")
        told = [line.partition(": ")[::2] for line in rest if line]
        for name, value in told:
            if name.lower() == "set-cookie":
                self._keep(value)
        headers = {name.lower(): value for name, value in told}
        content = await self._content(headers)
        if headers.get("content-encoding") == "gzip":
            content = gzip.decompress(content)
        return int(first.split()[1]), content

    async def _head(self, question: bytes) -> bytes:
        """Ask; where the server has hung up meanwhile, once more, as a browser does."""
        try:
            self.writer.write(question)
            return await self.reader.readuntil(b"\r\n\r\n")
        except (asyncio.IncompleteReadError, ConnectionError):
            self.writer.close()
            fresh = await Connection.open(self.address)
            self.reader, self.writer = fresh.reader, fresh.writer
            self.writer.write(question)
            return await self.reader.readuntil(b"\r\n\r\n")

    async def _content(self, headers: dict[str, str]) -> bytes:
        if headers.get("transfer-encoding") != "chunked":
            return await self.reader.readexactly(int(headers.get("content-length", "0")))
        content = b""
        while size := int(await self.reader.readline(), 16):
            content += await self.reader.readexactly(size)
            await self.reader.readline()
        await self.reader.readline()
        return content

    def _keep(self, told: str) -> None:
        name, _, value = told.partition(";")[0].partition("=")
        held = dict(item.split("=", 1) for item in self.cookie.split("; ") if item)
        held[name] = value
        self.cookie = "; ".join(f"{key}={kept}" for key, kept in held.items())
