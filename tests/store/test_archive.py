"""Everything as one file: the round trip is exact, a bad file changes nothing."""

import hashlib
import io
import json
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from kh359.model.scenario.scenario import Scenario
from kh359.plan.facts import Facts
from kh359.store import archive_file
from kh359.store.archive import Archive
from kh359.store.archive_staging import reflected
from kh359.store.briefing_shelf import Briefing, BriefingShelf
from kh359.store.database import Database, open_database
from kh359.store.person import Person
from kh359.store.scenario_shelf import ScenarioShelf
from kh359.store.store_error import NotAllowed, StoreCode, StoreError
from kh359.store.tables import METADATA

Parts = dict[str, bytes]


def packed(database: Database, person: Person) -> bytes:
    target = io.BytesIO()
    Archive(database).pack(person, target)
    return target.getvalue()


def content(database: Database) -> dict[str, list[tuple[object, ...]]]:
    with database.reading() as connection:
        return {
            table.name: sorted(tuple(row) for row in connection.execute(select(table)))
            for table in METADATA.sorted_tables
        }


def parts_of(packed: bytes) -> Parts:
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(parts: Parts, *, sealed: bool = True) -> bytes:
    """An archive of these parts; sealed: with checksums and counts that fit them, the manifest's
    own left out, as older archives have none.
    """
    if sealed:
        manifest = json.loads(parts["manifest.json"])
        del manifest["sha256"]
        for name in manifest["tables"]:
            part = parts[f"{name}.jsonl"]
            manifest["tables"][name] = {
                "rows": len(part.splitlines()),
                "sha256": hashlib.sha256(part).hexdigest(),
            }
        parts = parts | {"manifest.json": json.dumps(manifest).encode()}
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return target.getvalue()


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Database]:
    """Another person's store, empty."""
    opened = open_database(folder=tmp_path / "other")
    yield opened
    opened.close()


@pytest.fixture
def filled(database: Database, facts: Facts, hoa: Person, minh: Person, scenario: Scenario) -> str:
    """A store with a bit of everything; the id of a scenario with three versions."""
    shelf = ScenarioShelf(database, facts)
    key = shelf.create(hoa, scenario, why="dòng\nhai “trích” \\ 😀").scenario_id
    shelf.save(minh, key, replace(scenario, execution=(0.1 + 0.2,)), based_on=1)
    shelf.rename(minh, key, "Tên khác", based_on=2)
    shelf.delete(hoa, shelf.create(hoa, scenario, forked_from=f"{key}/2").scenario_id, based_on=1)
    BriefingShelf(database).create(
        hoa,
        Briefing(
            title="Giao ban tháng 11",
            link="v=1&moc=2035",
            data_version="abc",
            seed=2**40,
            made_on=date(2026, 11, 23),
        ),
    )
    return key


def test_the_round_trip_is_exact(
    database: Database, other: Database, filled: str, steward: Person, viewer: Person
) -> None:
    archive = packed(database, viewer)
    done = Archive(other).unpack(steward, io.BytesIO(archive))
    assert done.added["scenario_version"] == 5
    assert done.added["briefing_version"] == 1
    assert content(other) == content(database)
    assert packed(other, viewer) == archive


def test_what_is_there_already_stays(
    database: Database, other: Database, filled: str, steward: Person, facts: Facts
) -> None:
    Archive(other).unpack(steward, io.BytesIO(packed(database, steward)))
    shelf = ScenarioShelf(database, facts)
    newest = shelf.get(steward, filled)
    shelf.rename(steward, filled, "Mới hơn", based_on=newest.version)
    done = Archive(other).unpack(steward, io.BytesIO(packed(database, steward)))
    assert (done.added["scenario_version"], done.known["scenario_version"]) == (1, 5)
    assert ScenarioShelf(other, facts).get(steward, filled).name == "Mới hơn"
    # An older archive takes nothing back.
    old = Archive(database).unpack(steward, io.BytesIO(packed(other, steward)))
    assert (sum(old.added.values()), old.forked) == (0, 0)


def test_histories_that_went_apart_both_stay(
    database: Database, other: Database, filled: str, steward: Person, facts: Facts
) -> None:
    Archive(other).unpack(steward, io.BytesIO(packed(database, steward)))
    here, there = ScenarioShelf(database, facts), ScenarioShelf(other, facts)
    here.rename(steward, filled, "Bản ở đây", based_on=3)
    there.rename(steward, filled, "Bản ở kia", based_on=3)
    archive = packed(other, steward)
    done = Archive(database).unpack(steward, io.BytesIO(archive))
    assert done.forked == 1
    listed = {saved.name: saved for saved in here.list(steward)}
    assert set(listed) == {"Bản ở đây", "Bản ở kia"}
    assert listed["Bản ở đây"].scenario_id == filled
    assert listed["Bản ở kia"].origin == f"{filled}/4"
    assert len(here.versions(steward, listed["Bản ở kia"].scenario_id)) == 4
    again = Archive(database).unpack(steward, io.BytesIO(archive))
    assert (sum(again.added.values()), again.forked) == (0, 0)


def test_only_a_data_steward_imports(
    database: Database, filled: str, hoa: Person, viewer: Person
) -> None:
    archive = io.BytesIO(packed(database, viewer))
    for person in (hoa, viewer):
        with pytest.raises(NotAllowed):
            Archive(database).unpack(person, archive)


def _without(name: str) -> Callable[[Parts], bytes]:
    return lambda parts: zipped({n: p for n, p in parts.items() if n != name}, sealed=False)


def _with_row(change: Callable[[dict[str, object]], object]) -> Callable[[Parts], bytes]:
    """One row of the scenarios changed, the checksums right."""

    def changed(parts: Parts) -> bytes:
        lines = parts["scenario_version.jsonl"].splitlines()
        row = json.loads(lines[0])
        change(row)
        lines[0] = json.dumps(row).encode()
        return zipped(parts | {"scenario_version.jsonl": b"\n".join(lines)})

    return changed


def _with_manifest(*, careless: bool = False, **changes: object) -> Callable[[Parts], bytes]:
    """careless: the manifest's own checksum is left as it was."""

    def changed(parts: Parts) -> bytes:
        manifest = json.loads(parts["manifest.json"]) | changes
        if not careless:
            del manifest["sha256"]
        return zipped(parts | {"manifest.json": json.dumps(manifest).encode()}, sealed=False)

    return changed


BAD: dict[str, tuple[Callable[[Parts], bytes], StoreCode]] = {
    "empty": (lambda parts: b"", StoreCode.NOT_AN_ARCHIVE),
    "garbage": (lambda parts: bytes(range(256)) * 40, StoreCode.NOT_AN_ARCHIVE),
    "truncated": (lambda parts: zipped(parts)[:-300], StoreCode.NOT_AN_ARCHIVE),
    "another_zip": (lambda parts: zipped({"a": b"b"}, sealed=False), StoreCode.NOT_AN_ARCHIVE),
    "no_manifest": (_without("manifest.json"), StoreCode.NOT_AN_ARCHIVE),
    "deep_manifest": (
        lambda parts: zipped(parts | {"manifest.json": b"[" * 99_999}, sealed=False),
        StoreCode.NOT_AN_ARCHIVE,
    ),
    "other_format": (_with_manifest(format="zip"), StoreCode.NOT_AN_ARCHIVE),
    "newer_version": (_with_manifest(version=2), StoreCode.NEWER_ARCHIVE),
    "newer_schema": (_with_manifest(schema="9999"), StoreCode.NEWER_ARCHIVE),
    "edited_manifest": (
        _with_manifest(careless=True, schema="0001"),
        StoreCode.DAMAGED_ARCHIVE,
    ),
    "odd_schema": (_with_manifest(schema=["1"]), StoreCode.DAMAGED_ARCHIVE),
    "odd_tables": (_with_manifest(tables=[1]), StoreCode.DAMAGED_ARCHIVE),
    "a_part_missing": (_without("briefing_version.jsonl"), StoreCode.DAMAGED_ARCHIVE),
    "a_part_more": (
        lambda parts: zipped(parts | {"../x": b""}),
        StoreCode.DAMAGED_ARCHIVE,
    ),
    "a_part_changed": (
        lambda parts: zipped(parts | {"scenario_version.jsonl": b"{}"}, sealed=False),
        StoreCode.DAMAGED_ARCHIVE,
    ),
    "no_row": (
        lambda parts: zipped(parts | {"scenario_version.jsonl": b"[1]\n"}),
        StoreCode.DAMAGED_ARCHIVE,
    ),
    "deep_row": (
        lambda parts: zipped(parts | {"scenario_version.jsonl": b"[" * 99_999}),
        StoreCode.DAMAGED_ARCHIVE,
    ),
    "missing_column": (_with_row(lambda row: row.pop("text")), StoreCode.DAMAGED_ARCHIVE),
    "null": (_with_row(lambda row: row.update(text=None)), StoreCode.DAMAGED_ARCHIVE),
    "wrong_type": (_with_row(lambda row: row.update(text=3)), StoreCode.DAMAGED_ARCHIVE),
    "nan": (_with_row(lambda row: row.update(version=float("nan"))), StoreCode.DAMAGED_ARCHIVE),
    "true": (_with_row(lambda row: row.update(version=True)), StoreCode.DAMAGED_ARCHIVE),
    "huge": (_with_row(lambda row: row.update(version=2**64)), StoreCode.DAMAGED_ARCHIVE),
    "nul": (_with_row(lambda row: row.update(name="a\0b")), StoreCode.DAMAGED_ARCHIVE),
    "surrogate": (_with_row(lambda row: row.update(name="\ud800")), StoreCode.DAMAGED_ARCHIVE),
    "odd_act": (_with_row(lambda row: row.update(act="burnt")), StoreCode.DAMAGED_ARCHIVE),
    "odd_moment": (_with_row(lambda row: row.update(saved_at="x")), StoreCode.DAMAGED_ARCHIVE),
    "version_gap": (_with_row(lambda row: row.update(version=9)), StoreCode.DAMAGED_ARCHIVE),
    "long_id": (_with_row(lambda row: row.update(scenario_id="x" * 33)), StoreCode.DAMAGED_ARCHIVE),
}


@pytest.mark.parametrize("kind", BAD)
def test_a_bad_file_is_refused_and_changes_nothing(
    kind: str, sqlite_store: Database, steward: Person, scenario: Scenario, facts: Facts
) -> None:
    ScenarioShelf(sqlite_store, facts).create(steward, scenario)
    spoil, code = BAD[kind]
    parts = parts_of(packed(sqlite_store, steward))
    before = content(sqlite_store)
    with pytest.raises(StoreError) as caught:
        Archive(sqlite_store).unpack(steward, io.BytesIO(spoil(parts)))
    assert caught.value.code is code
    assert content(sqlite_store) == before


def test_a_bomb_is_not_unpacked(
    sqlite_store: Database, steward: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive_file, "LARGEST_ARCHIVE", 100_000)
    parts = parts_of(packed(sqlite_store, steward))
    bomb = zipped(parts | {"scenario_version.jsonl": b" " * 50_000_000})
    assert len(bomb) < 100_000
    with pytest.raises(StoreError) as caught:
        Archive(sqlite_store).unpack(steward, io.BytesIO(bomb))
    assert caught.value.code is StoreCode.TOO_LARGE


def test_what_could_not_be_read_back_is_not_written(
    sqlite_store: Database,
    steward: Person,
    scenario: Scenario,
    facts: Facts,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ScenarioShelf(sqlite_store, facts).create(steward, scenario)
    monkeypatch.setattr(archive_file, "LARGEST_ARCHIVE", 100)
    with pytest.raises(StoreError) as caught:
        packed(sqlite_store, steward)
    assert caught.value.code is StoreCode.TOO_LARGE


def test_every_column_has_a_type_that_json_has(sqlite_store: Database) -> None:
    with sqlite_store.reading() as connection:
        tables = reflected(connection).tables.values()
    kinds = {column.type.python_type for table in tables for column in table.columns}
    assert kinds <= {str, int, float, bool}
