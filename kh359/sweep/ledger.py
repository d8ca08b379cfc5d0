"""The folder of a sweep. A partition is done when its files are there, whole and its own.

    OUT/sweep.json                                   what is being swept
    OUT/targets/place=ID/part-00000-PARTITION-DIGEST.parquet
    OUT/scenarios/…, OUT/counts/…                    alike

A file's name ends in a digest of its content, so that damage shows; it is written under another
name and then put in its place, so that nobody ever reads half of one.
"""

import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from kh359.sweep.fault import SweepError, SweepFaultCode
from kh359.sweep.sweep import SWEEP_VERSION, Partition, Sweep
from kh359.sweep.table import TableName, record_of

RECORD = "sweep.json"
UNFINISHED = ".part"
DIGEST_LENGTH = 16


class Ledger:
    """What of a sweep is done. Raises SweepError for a folder that is not this sweep's."""

    def __init__(self, folder: Path, sweep: Sweep) -> None:
        """Open the folder, or make it. Raises OSError when it cannot be read or written."""
        self.folder = folder
        self._open(sweep)
        self._found: dict[tuple[str, ...], list[Path]] = {}
        for path in folder.glob("*/place=*/part-*.parquet"):
            table, place, file = path.relative_to(folder).parts
            stem = (table, place, file.rpartition("-")[0])
            self._found.setdefault(stem, []).append(path)

    def is_done(self, partition: Partition) -> bool:
        """Whether all files of a partition are there and sound; reads them through."""
        return all(self._is_sound(name, partition) for name in TableName)

    def put(self, partition: Partition, files: Mapping[TableName, bytes]) -> None:
        """Keep the files of a partition; damaged ones give way to them. Raises OSError."""
        for name, content in files.items():
            folder = self.folder / name / _place_folder(partition)
            folder.mkdir(parents=True, exist_ok=True)
            path = folder / f"{_stem(partition)}-{_digest(content)}.parquet"
            for old in folder.glob(f"{_stem(partition)}-*.parquet"):
                if old.name != path.name:
                    old.unlink()
            _write(path, content)

    def clear(self) -> None:
        """Take away what killed runs left half-written."""
        for path in self.folder.glob(f"*/place=*/.*{UNFINISHED}"):
            path.unlink(missing_ok=True)

    def _open(self, sweep: Sweep) -> None:
        path = self.folder / RECORD
        if path.is_file():
            if _key_in(path) != sweep.key:
                raise SweepError(SweepFaultCode.OTHER_SWEEP, folder=str(self.folder))
            return
        if self.folder.exists() and any(self.folder.iterdir()):
            raise SweepError(SweepFaultCode.NOT_A_SWEEP, folder=str(self.folder))
        self.folder.mkdir(parents=True, exist_ok=True)
        _write(path, _record(sweep))

    def _is_sound(self, name: TableName, partition: Partition) -> bool:
        """One file and no other: a reader of the folder would read both."""
        found = self._found.get((name, _place_folder(partition), _stem(partition)), [])
        return len(found) == 1 and _is_sound(found[0], partition)


def _place_folder(partition: Partition) -> str:
    return f"place={partition.place_id}"


def _stem(partition: Partition) -> str:
    return f"part-{partition.number:05d}-{partition.partition_id}"


def _is_sound(path: Path, partition: Partition) -> bool:
    try:
        content = path.read_bytes()
        if path.stem.rpartition("-")[2] != _digest(content):
            return False
        schema = pq.read_schema(pa.BufferReader(content))
    except (OSError, pa.ArrowException):
        return False
    told = {key.decode(): value.decode() for key, value in (schema.metadata or {}).items()}
    return told.items() >= record_of(partition).items()


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:DIGEST_LENGTH]


def _write(path: Path, content: bytes) -> None:
    """All of it or nothing, under this path."""
    part = path.with_name(f".{path.name}.{os.getpid()}{UNFINISHED}")
    try:
        with part.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _key_in(path: Path) -> str | None:
    try:
        record = json.loads(path.read_bytes())
    except ValueError:
        return None
    key = record.get("sweep") if isinstance(record, dict) else None
    return key if isinstance(key, str) else None


def _record(sweep: Sweep) -> bytes:
    """What is swept, for people and programs; no clock in it."""
    grid = sweep.grid
    record = {
        "version": SWEEP_VERSION,
        "sweep": sweep.key,
        "code": sweep.settings.code,
        "name": grid.name,
        "base": grid.base,
        "varied": [column.name for column in grid.columns],
        "draws": grid.draws,
        "seed": grid.seed,
        "suppose_2025_met": grid.suppose_2025_met,
        "indicators": grid.indicators,
        "targets": grid.targets,
        "places": {place.place_id: place.version for place in sweep.places},
        "scenarios": sweep.n_scenarios,
        "partitions": len(sweep.partitions),
    }
    return (json.dumps(record, ensure_ascii=False, indent=2) + "\n").encode()


def missing(ledger: Ledger, sweep: Sweep) -> Iterator[Partition]:
    """The partitions that are not done, in order."""
    return (partition for partition in sweep.partitions if not ledger.is_done(partition))
