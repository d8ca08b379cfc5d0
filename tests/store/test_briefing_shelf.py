"""Saved briefings on both databases."""

from dataclasses import replace
from datetime import date

import pytest

from kh359.store.act import Act
from kh359.store.briefing_shelf import Briefing, BriefingShelf
from kh359.store.database import Database
from kh359.store.person import Person
from kh359.store.store_error import Conflict, StoreCode, StoreError

BRIEFING = Briefing(
    title="Giao ban tháng 11",
    note="Ba việc cần quyết",
    link="v=1&moc=2035&kb=%7B%22name%22%3A%22Qua%CC%89ng%22%7D",
    data_version="3f2a",
    vintage="2026-11",
    seed=2**63 - 1,
    made_on=date(2026, 11, 23),
)


def test_a_briefing_comes_back_as_it_was(database: Database, hoa: Person, viewer: Person) -> None:
    shelf = BriefingShelf(database)
    saved = shelf.create(hoa, BRIEFING, why="để họp lại")
    (listed,) = shelf.list(viewer)
    assert listed == saved == shelf.get(viewer, saved.briefing_id)
    assert listed.briefing == BRIEFING
    assert (listed.owner, listed.version, listed.why) == ("Lê Thị Hoa", 1, "để họp lại")


def test_versions_conflicts_and_deletion(database: Database, hoa: Person, minh: Person) -> None:
    shelf = BriefingShelf(database)
    key = shelf.create(hoa, BRIEFING).briefing_id
    shelf.save(minh, key, replace(BRIEFING, title="Sửa"), based_on=1)
    with pytest.raises(Conflict) as caught:
        shelf.save(hoa, key, BRIEFING, based_on=1)
    assert (caught.value.name, caught.value.saved_by) == ("Sửa", "Trần Minh")
    shelf.delete(hoa, key, based_on=2)
    assert (shelf.list(hoa), len(shelf.list(hoa, deleted=True))) == ((), 1)
    shelf.restore(hoa, key, based_on=3)
    assert [saved.act for saved in shelf.versions(hoa, key)] == [
        Act.RESTORED,
        Act.DELETED,
        Act.SAVED,
        Act.CREATED,
    ]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"title": "  "}, StoreCode.NAMELESS),
        ({"title": "x" * 201}, StoreCode.TOO_LONG),
        ({"note": "x" * 2_001}, StoreCode.TOO_LONG),
        ({"link": "v=1\nx"}, StoreCode.HIDDEN_CHARACTER),
        ({"link": "v" * 65_537}, StoreCode.TOO_LONG),
    ],
)
def test_texts_are_checked(
    sqlite_store: Database, hoa: Person, change: dict[str, str], code: StoreCode
) -> None:
    with pytest.raises(StoreError) as caught:
        BriefingShelf(sqlite_store).create(hoa, replace(BRIEFING, **change))  # type: ignore[arg-type]
    assert caught.value.code is code
