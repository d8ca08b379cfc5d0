"""Whether files have changed, looked at once a second at most: a page asks many times in a run."""

from collections.abc import Callable, Iterable
from pathlib import Path
from time import monotonic

FRESH_SECONDS = 1.0
"""For so long what was seen is taken to hold."""
_MOST_FOLDERS = 8
_seen: dict[tuple[str, str], tuple[float, str]] = {}


def file_stamp(folder: Path, files: Callable[[Path], Iterable[Path]]) -> str:
    """A text that changes when one of these files of the folder does.

    One text, not a tuple: Streamlit's cache hashes every item of a tuple by itself.
    """
    key, now = (str(folder), files.__name__), monotonic()
    when, stamp = _seen.get(key, (-FRESH_SECONDS, ""))
    if now - when >= FRESH_SECONDS:
        stamp = "|".join(_mark(file) for file in files(folder))
        if len(_seen) >= _MOST_FOLDERS:
            _seen.clear()
        _seen[key] = now, stamp
    return stamp


def _mark(file: Path) -> str:
    """Empty where there is nothing to read, which loading will tell."""
    try:
        status = file.stat()
    except OSError:
        return ""
    return f"{file.name}:{status.st_mtime_ns}:{status.st_size}"
