"""Office files (PowerPoint, Excel, Word) whose bytes depend on nothing but what is in them."""

import io
import re
import zipfile
from datetime import date

from kh359.export.archive import archive

_STAMP = re.compile(rb"(<dcterms:(created|modified)\b[^>]*>)[^<]*(</dcterms:)")


def dated(content: bytes, day: date) -> bytes:
    """The same file, created and last changed on `day`, also inside workbooks behind its charts."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    return archive({name: _part(name, data, day) for name, data in parts.items()}, day)


def _part(name: str, data: bytes, day: date) -> bytes:
    if name == "docProps/core.xml":
        when = f"{day.isoformat()}T00:00:00Z".encode()
        return _STAMP.sub(rb"\g<1>" + when + rb"\g<3>", data)
    return dated(data, day) if name.endswith(".xlsx") else data
