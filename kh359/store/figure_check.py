"""Whether archived figures hold together, so that everything that reads them can."""

import hashlib
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from kh359.store.figure_change import ChangeAct

Rows = Mapping[str, Sequence[Mapping[str, Any]]]


def check_figures(tables: Rows) -> None:
    """Raises ValueError with what does not fit. tables: all rows of an archive by table."""
    changes = {row["change_id"]: row for row in tables["figure_change"]}
    for row in changes.values():
        ChangeAct(row["act"])
        _known([*row["parents"].split(), *filter(None, [row["undoes"]])], changes)
    lines = Counter(row["change_id"] for row in tables["figure_line"])
    if any(row["lines"] != lines[key] for key, row in changes.items()):
        raise ValueError("lines")
    for row in tables["figure_line"]:
        _known([row["change_id"]], changes)
        _cells(row["before"] or "{}")
        _cells(row["after"] or "{}")
    for row in tables["figure_source"]:
        _known([row["change_id"]], changes)
        if _cells(row["cells"]).get("source_id") != row["source_id"]:
            raise ValueError("source_id")
    for row in tables["figure_vintage"]:
        _known(row["heads"].split(), changes)
    _check_files(tables)


def _check_files(tables: Rows) -> None:
    """Every kept file has the content its hash names."""
    kept = set()
    for row in tables["base_file"]:
        if hashlib.sha256(row["content"].encode()).hexdigest() != row["content_hash"]:
            raise ValueError("content_hash")
        kept.add(row["content_hash"])
    _known([row["content_hash"] for row in tables["base_version"]], kept)


def _known(ids: Sequence[str], known: Mapping[str, object] | set[str]) -> None:
    for one in ids:
        if one not in known:
            raise ValueError(one)


def _cells(text: str) -> Mapping[str, str]:
    """The cells of a row of `data/`."""
    try:
        cells = json.loads(text)
    except RecursionError as error:
        raise ValueError("cells") from error
    if not isinstance(cells, dict) or not all(isinstance(cell, str) for cell in cells.values()):
        raise ValueError("cells")
    return cells
