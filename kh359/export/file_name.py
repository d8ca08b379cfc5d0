"""Names of files that Windows, macOS and a ZIP all take, with Vietnamese letters."""

import re
import unicodedata

LONGEST = 100
"""Letters without the ending: a folder's path has to fit as well."""

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
_DEVICES = frozenset(
    {"con", "prn", "aux", "nul", *(f"{d}{n}" for d in ("com", "lpt") for n in range(1, 10))}
)


def file_name(text: str, ending: str) -> str:
    """`text` as the name of a file; what Windows forbids becomes a space."""
    composed = unicodedata.normalize("NFC", text)
    plain = " ".join(_FORBIDDEN.sub(" ", composed).split())[:LONGEST].rstrip(" .")
    if not plain or plain.split(".")[0].lower() in _DEVICES:
        plain = f"_{plain}"
    return f"{plain}.{ending}"
