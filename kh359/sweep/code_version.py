"""Which program makes the numbers: two that differ must not fill one folder."""

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path

PACKAGES = ("plan", "reference", "model", "scenarios", "sweep")
"""Those below the interface: nothing else touches a number of a sweep."""
SUFFIXES = frozenset({".py", ".npz", ".json"})
LIBRARIES = ("numpy", "scipy", "statsmodels", "pyarrow")
VERSION_LENGTH = 12


@cache
def code_version() -> str:
    """Short SHA-256 over the program's files and the versions of the libraries that compute.

    Line ends of the source do not count: Git changes them.
    """
    root = Path(__file__).resolve().parents[1]
    digest = hashlib.sha256()
    for path in sorted(p for name in PACKAGES for p in (root / name).rglob("*")):
        if path.suffix in SUFFIXES and path.is_file():
            content = path.read_bytes()
            if path.suffix == ".py":
                content = content.replace(b"\r\n", b"\n")
            digest.update(f"{path.relative_to(root).as_posix()}\n{len(content)}\n".encode())
            digest.update(content)
    for library in LIBRARIES:
        digest.update(f"{library}=={version(library)}\n".encode())
    return digest.hexdigest()[:VERSION_LENGTH]
