"""A place of a sweep: the files of its data folder as bytes, so that a worker needs no disk."""

import tempfile
from dataclasses import dataclass
from pathlib import Path

from kh359.plan.facts import Facts
from kh359.plan.loading import load_facts
from kh359.plan.tables import FILE_NAMES
from kh359.sweep.fault import SweepError, SweepFaultCode


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One province or commune.

    version: of its facts; n_targets: how many of them a sweep looks at; contents: of its files,
    one for each of FILE_NAMES.
    """

    place_id: str
    version: str
    n_targets: int
    contents: tuple[bytes, ...]


def read_place(place_id: str, folder: Path, *, version: str, n_targets: int) -> Place:
    """The place of a folder whose facts have this version. Raises OSError."""
    contents = tuple((folder / name).read_bytes() for name in FILE_NAMES)
    return Place(place_id=place_id, version=version, n_targets=n_targets, contents=contents)


def facts_of(place: Place) -> Facts:
    """The facts of a place. Raises SweepError when they are not those of its version.

    They go through the one door to `data/`, `load_facts`, which takes a folder.
    """
    with tempfile.TemporaryDirectory(prefix="kh359-") as folder:
        for name, content in zip(FILE_NAMES, place.contents, strict=True):
            (Path(folder) / name).write_bytes(content)
        facts = load_facts(Path(folder))
    if facts.version != place.version:
        raise SweepError(SweepFaultCode.OTHER_DATA, place=place.place_id)
    return facts
