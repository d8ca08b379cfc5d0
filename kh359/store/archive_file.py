"""The form of an archive: a ZIP with one file of JSON lines for each table, and a manifest.

See docs/decisions/store.md. What comes in is hostile until read: sizes are counted while
unpacking, never believed, and every part must be the one the manifest has the checksum of.
"""

import hashlib
import json
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from struct import error as StructError
from typing import Any, BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from kh359.store.store_error import StoreCode, StoreError

FORMAT = "kh359-store"
FORMAT_VERSION = 1
MANIFEST = "manifest.json"
SEAL = "sha256"
"""Key of the manifest's own checksum, over everything else in it."""
LARGEST_ARCHIVE = 64 * 2**20
"""Bytes of all parts together, unpacked."""
LARGEST_MANIFEST = 2**20

RawRow = dict[str, Any]
"""Column to text, number, true, false or null."""

_UNREADABLE = (
    BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    RuntimeError,
    KeyError,
    StructError,
    OverflowError,
)
"""All that zipfile and json raise for bytes that are none of theirs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchivedRows:
    """What an archive holds. schema: number of the migration its tables had."""

    schema: str
    tables: Mapping[str, list[RawRow]]


def write_archive(
    target: BinaryIO, schema: str, program: str, tables: Iterable[tuple[str, Iterable[RawRow]]]
) -> dict[str, int]:
    """Write the archive; the same rows give the same bytes. Returns the number of rows by table.

    program: version of this program, to be told. Raises StoreError TOO_LARGE.
    """
    left = LARGEST_ARCHIVE
    parts: dict[str, dict[str, object]] = {}
    counts: dict[str, int] = {}
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for name, rows in tables:
            counts[name], digest = 0, hashlib.sha256()
            with archive.open(_entry(_file_of(name)), "w") as part:
                for row in rows:
                    line = json.dumps(row, ensure_ascii=False).encode() + b"\n"
                    left -= len(line)
                    if left < 0:
                        raise _too_large()
                    digest.update(line)
                    part.write(line)
                    counts[name] += 1
            parts[name] = {"rows": counts[name], "sha256": digest.hexdigest()}
        manifest = {
            "format": FORMAT,
            "version": FORMAT_VERSION,
            "schema": schema,
            "program": program,
            "tables": parts,
        }
        sealed = manifest | {SEAL: _seal_of(manifest)}
        archive.writestr(_entry(MANIFEST), json.dumps(sealed, indent=1) + "\n")
    return counts


def read_archive(source: BinaryIO) -> ArchivedRows:
    """All rows of an archive whose every part is as the manifest says.

    Raises StoreError: NOT_AN_ARCHIVE, DAMAGED_ARCHIVE, NEWER_ARCHIVE, TOO_LARGE.
    """
    try:
        archive = ZipFile(source)
        entries = {entry.filename: entry for entry in archive.infolist()}
        manifest = json.loads(_part(archive, entries[MANIFEST], LARGEST_MANIFEST))
    except (*_UNREADABLE, RecursionError) as error:
        raise StoreError(StoreCode.NOT_AN_ARCHIVE, detail=str(error)) from error
    with archive:
        wanted = _checked_manifest(manifest)
        if set(entries) != {MANIFEST, *map(_file_of, wanted)}:
            raise _damaged(MANIFEST, "other parts than the manifest names")
        tables, left = {}, LARGEST_ARCHIVE
        for name, (count, digest) in wanted.items():
            content = _table_part(archive, entries[_file_of(name)], left, digest)
            left -= len(content)
            tables[name] = list(_rows(name, content))
            if len(tables[name]) != count:
                raise _damaged(_file_of(name), "number of rows")
    return ArchivedRows(schema=manifest["schema"], tables=tables)


def _checked_manifest(manifest: object) -> dict[str, tuple[int, str]]:
    """Rows and checksum by table."""
    if not isinstance(manifest, dict) or manifest.get("format") != FORMAT:
        raise StoreError(StoreCode.NOT_AN_ARCHIVE, detail=MANIFEST)
    version = manifest.get("version")
    if version != FORMAT_VERSION:
        newer = isinstance(version, int) and version > FORMAT_VERSION
        code = StoreCode.NEWER_ARCHIVE if newer else StoreCode.NOT_AN_ARCHIVE
        raise StoreError(code, place=MANIFEST, detail=str(version))
    if SEAL in manifest and manifest[SEAL] != _seal_of(manifest):  # older archives have none
        raise _damaged(MANIFEST, SEAL)
    try:
        wanted = {
            name: (int(part["rows"]), str(part["sha256"]))
            for name, part in manifest["tables"].items()
        }
        if not isinstance(manifest["schema"], str):
            raise TypeError("schema")
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise _damaged(MANIFEST, str(error)) from error
    return wanted


def _seal_of(manifest: Mapping[str, object]) -> str:
    told = {key: value for key, value in manifest.items() if key != SEAL}
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()


def _table_part(archive: ZipFile, entry: ZipInfo, most: int, digest: str) -> bytes:
    try:
        content = _part(archive, entry, most)
    except _UNREADABLE as error:
        raise _damaged(entry.filename, str(error)) from error
    if hashlib.sha256(content).hexdigest() != digest:
        raise _damaged(entry.filename, "sha256")
    return content


def _part(archive: ZipFile, entry: ZipInfo, most: int) -> bytes:
    """One part, read no further than `most` bytes. Raises StoreError TOO_LARGE."""
    if entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        raise ValueError(f"compression {entry.compress_type}")
    with archive.open(entry) as part:
        content = part.read(most + 1)
    if len(content) > most:
        raise _too_large()
    return content


def _rows(name: str, content: bytes) -> Iterator[RawRow]:
    for number, line in enumerate(content.splitlines(), 1):
        try:
            row = json.loads(line, parse_constant=_refuse_constant)
        except (ValueError, RecursionError) as error:
            raise _damaged(f"{_file_of(name)}:{number}", str(error)) from error
        if not isinstance(row, dict):
            raise _damaged(f"{_file_of(name)}:{number}", "no row")
        yield row


def _refuse_constant(word: str) -> None:
    raise ValueError(word)


def _entry(name: str) -> ZipInfo:
    """A part without the time and the system it was made on."""
    entry = ZipInfo(name)
    entry.compress_type = ZIP_DEFLATED
    entry.create_system = 3
    entry.external_attr = 0o644 << 16
    return entry


def _file_of(table: str) -> str:
    return f"{table}.jsonl"


def _damaged(place: str, detail: str) -> StoreError:
    return StoreError(StoreCode.DAMAGED_ARCHIVE, place=place, detail=detail)


def _too_large() -> StoreError:
    return StoreError(StoreCode.TOO_LARGE, detail=str(LARGEST_ARCHIVE))
