"""What a PNG tells beside its pixels: how many of them make an inch, and texts.

Chunks as in the PNG specification (ISO/IEC 15948): pHYs, and iTXt in UTF-8.
"""

import struct
import zlib
from collections.abc import Iterable

_HEAD = 8 + 25
"""The signature and the first chunk, IHDR, which is always 25 bytes long."""
_METRE = 39.3701
"""Inches."""


def described(png: bytes, dpi: int, texts: Iterable[tuple[str, str]]) -> bytes:
    """The same picture with its resolution and texts (keyword in Latin letters, text)."""
    dots = round(dpi * _METRE)
    chunks = [_chunk(b"pHYs", struct.pack(">IIB", dots, dots, 1))]
    chunks += [_text(keyword, text) for keyword, text in texts]
    return png[:_HEAD] + b"".join(chunks) + png[_HEAD:]


def _text(keyword: str, text: str) -> bytes:
    """Uncompressed, without language and translated keyword."""
    body = keyword.encode("latin-1") + b"\0\0\0\0\0" + text.encode("utf-8")
    return _chunk(b"iTXt", body)


def _chunk(kind: bytes, body: bytes) -> bytes:
    check = zlib.crc32(kind + body)
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", check)
