"""Users' figures in an archive: they come back with their history, or not at all."""

import io
import json
from collections.abc import Callable
from typing import Any

import pytest

from kh359.plan.loading import data_files
from kh359.store.archive import Archive
from kh359.store.database import Database, open_database
from kh359.store.figures import Figures
from kh359.store.person import Person
from kh359.store.store_error import StoreCode, StoreError
from tests.store.figure_steps import batch_of
from tests.store.test_archive import packed, parts_of, zipped

Row = dict[str, Any]


@pytest.fixture
def figures(sqlite_store: Database, steward: Person) -> Figures:
    """Two changes, the first one undone."""
    figures = Figures(sqlite_store, data_files())
    change = figures.accept(steward, batch_of(figures.current(), {}), "nhập")
    figures.undo(steward, change.change_id, "nhầm")
    return figures


def test_figures_come_back_with_their_history(
    figures: Figures,
    sqlite_store: Database,
    steward: Person,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    other = open_database(folder=tmp_path_factory.mktemp("other"))
    Archive(other).unpack(steward, io.BytesIO(packed(sqlite_store, steward)))
    there = Figures(other, data_files())
    assert there.list() == figures.list()
    assert len(there.list()) == 2
    assert there.current().facts.version == figures.current().facts.version
    other.close()


def changed(table: str, **cells: object) -> Callable[[dict[str, bytes]], bytes]:
    """An archive with other values in the first row of a table, its checksums right."""

    def change(parts: dict[str, bytes]) -> bytes:
        rows = [json.loads(line) for line in parts[f"{table}.jsonl"].splitlines()]
        rows[0] |= cells
        lines = [json.dumps(row).encode() for row in rows]
        return zipped(parts | {f"{table}.jsonl": b"\n".join(lines)})

    return change


@pytest.mark.parametrize(
    "spoil",
    [
        changed("figure_change", act="burnt"),
        changed("figure_change", parents="khong_co"),
        changed("figure_change", undoes="khong_co"),
        changed("figure_change", lines=9),
        changed("figure_line", after="[1"),
        changed("figure_line", before="[1]"),
        changed("figure_line", after='{"value": 3}'),
        changed("figure_line", after="[" * 99_999),
        changed("figure_line", change_id="x"),
        changed("figure_source", cells="{}"),
        changed("figure_vintage", heads="khong_co"),
        changed("base_file", content="indicator_id\n"),
        changed("base_version", content_hash="0" * 64),
    ],
)
def test_figures_that_do_not_hold_together_stay_outside(
    figures: Figures,
    sqlite_store: Database,
    steward: Person,
    spoil: Callable[[dict[str, bytes]], bytes],
) -> None:
    before = figures.list()
    spoilt = spoil(parts_of(packed(sqlite_store, steward)))
    with pytest.raises(StoreError) as caught:
        Archive(sqlite_store).unpack(steward, io.BytesIO(spoilt))
    assert caught.value.code is StoreCode.DAMAGED_ARCHIVE
    assert figures.list() == before
