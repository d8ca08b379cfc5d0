"""What can happen to the file: each is told by its name, and takes nothing that was saved."""

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import event

from kh359.model.scenario.scenario import Scenario
from kh359.plan.facts import Facts
from kh359.store.database import Database, open_database
from kh359.store.database_fault import store_error
from kh359.store.person import Person, Right
from kh359.store.scenario_shelf import ScenarioShelf
from kh359.store.store_error import StoreCode, StoreError

NOBODY = 65534
HOLDING = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA locking_mode = " + sys.argv[2])
connection.execute("BEGIN IMMEDIATE")
connection.execute("CREATE TABLE held (x)")
print("held", flush=True)
sys.stdin.readline()
"""


def code_of(call: Callable[[], object]) -> StoreCode:
    with pytest.raises(StoreError) as caught:
        call()
    return caught.value.code


@pytest.fixture
def shelf(sqlite_store: Database, facts: Facts) -> ScenarioShelf:
    return ScenarioShelf(sqlite_store, facts)


@contextmanager
def held(path: Path, mode: str = "NORMAL") -> Iterator[None]:
    """Another process holds the write lock of the file."""
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDING, str(path), mode],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        yield


def test_locked_by_another_process(
    shelf: ScenarioShelf, store_file: Path, hoa: Person, scenario: Scenario
) -> None:
    key = shelf.create(hoa, scenario).scenario_id
    with held(store_file):
        began = time.monotonic()
        with pytest.raises(StoreError) as caught:
            shelf.rename(hoa, key, "Mới", based_on=1)
        assert (caught.value.code, caught.value.detail) == (StoreCode.LOCKED, "0.2")
        assert caught.value.place == str(store_file)
        assert time.monotonic() - began < 3
        # Reading waits for no writer.
        assert [saved.name for saved in shelf.list(hoa)] == [scenario.name]
    assert shelf.rename(hoa, key, "Mới", based_on=1).version == 2


def test_writers_of_one_process_wait_longer_for_each_other(
    shelf: ScenarioShelf, sqlite_store: Database, hoa: Person, scenario: Scenario
) -> None:
    """0.2 s is what a writer waits for another process: more than that is fine within ours."""
    with ThreadPoolExecutor(1) as pool:
        with sqlite_store.writing(hoa, Right.SAVE_SCENARIOS):
            waiting = pool.submit(shelf.create, hoa, scenario)
            time.sleep(0.4)
        assert waiting.result().version == 1
        with sqlite_store.writing(hoa, Right.SAVE_SCENARIOS):
            refused = pool.submit(shelf.create, hoa, scenario).exception()
    assert isinstance(refused, StoreError)
    assert (refused.code, refused.detail) == (StoreCode.LOCKED, "1.2")


def test_a_file_held_for_itself_by_another_program(
    shelf: ScenarioShelf, store_file: Path, hoa: Person
) -> None:
    with held(store_file, "EXCLUSIVE"):
        assert code_of(lambda: shelf.list(hoa)) is StoreCode.LOCKED
        assert code_of(lambda: open_database(f"sqlite:///{store_file}", patience=0.1)) is (
            StoreCode.LOCKED
        )
    assert shelf.list(hoa) == ()


def test_a_deleted_file_is_noticed_and_not_made_again(
    shelf: ScenarioShelf, store_file: Path, hoa: Person, scenario: Scenario
) -> None:
    shelf.create(hoa, scenario)
    aside = store_file.rename(store_file.with_name("aside"))
    assert code_of(lambda: shelf.list(hoa)) is StoreCode.GONE
    assert code_of(lambda: shelf.create(hoa, scenario)) is StoreCode.GONE
    assert not store_file.exists()
    aside.rename(store_file)
    assert len(shelf.list(hoa)) == 1


def test_a_removed_folder_is_noticed(
    shelf: ScenarioShelf, store_file: Path, hoa: Person, scenario: Scenario
) -> None:
    shutil.rmtree(store_file.parent)
    assert code_of(lambda: shelf.create(hoa, scenario)) is StoreCode.GONE
    assert not store_file.parent.exists()


def test_a_place_that_cannot_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", "utf-8")
    (tmp_path / "kh359.sqlite3").mkdir()
    assert code_of(lambda: open_database(folder=tmp_path / "file")) is StoreCode.NO_ACCESS
    assert code_of(lambda: open_database(folder=tmp_path)) is StoreCode.NO_ACCESS


@pytest.fixture
def closed_off(store_file: Path) -> Iterator[Callable[[int, int], Path]]:
    """A copy of the store with these rights to file and folder, for a user who is not root."""
    if os.name == "nt":
        pytest.skip("rights of Unix")
    folder = Path(tempfile.mkdtemp())
    path = Path(shutil.copy(store_file, folder))
    is_root = os.geteuid() == 0

    def close(file: int, directory: int) -> Path:
        path.chmod(file)
        folder.chmod(directory)
        if is_root:
            os.seteuid(NOBODY)
        return path

    yield close
    if is_root:
        os.seteuid(0)
    folder.chmod(0o700)
    shutil.rmtree(folder)


@pytest.mark.parametrize(("file", "folder"), [(0o444, 0o555), (0o444, 0o777), (0o666, 0o555)])
def test_what_may_only_be_read_is_read(
    closed_off: Callable[[int, int], Path],
    shelf: ScenarioShelf,
    facts: Facts,
    hoa: Person,
    scenario: Scenario,
    file: int,
    folder: int,
) -> None:
    path = closed_off(file, folder)
    database = open_database(f"sqlite:///{path}")
    kept = ScenarioShelf(database, facts)
    assert kept.list(hoa) == ()
    assert code_of(lambda: kept.create(hoa, scenario)) is StoreCode.READ_ONLY
    database.close()


def test_what_may_not_be_read_is_told(closed_off: Callable[[int, int], Path]) -> None:
    path = closed_off(0o000, 0o755)
    assert code_of(lambda: open_database(f"sqlite:///{path}")) is StoreCode.NO_ACCESS


def test_a_folder_that_takes_no_file_is_told(closed_off: Callable[[int, int], Path]) -> None:
    path = closed_off(0o666, 0o555)
    assert code_of(lambda: open_database(folder=path.parent / "new")) is StoreCode.NO_ACCESS


def test_a_full_disk_loses_nothing_that_was_saved(
    shelf: ScenarioShelf, sqlite_store: Database, hoa: Person, scenario: Scenario
) -> None:
    key = shelf.create(hoa, scenario).scenario_id

    def fill(connection: sqlite3.Connection, record: object) -> None:
        # SQLite then takes the pages there are for all there can be.
        connection.execute("PRAGMA max_page_count = 1")

    event.listen(sqlite_store._engine, "connect", fill)
    versions = 1

    def save_until_full() -> None:
        nonlocal versions
        for _ in range(50):
            changed = replace(scenario, note=f"{versions}" * 700)
            shelf.save(hoa, key, changed, based_on=versions)
            versions += 1

    assert code_of(save_until_full) is StoreCode.DISK_FULL
    event.remove(sqlite_store._engine, "connect", fill)
    kept = shelf.versions(hoa, key)
    assert [saved.version for saved in kept] == list(range(versions, 0, -1))
    assert shelf.scenario(kept[-1]) == scenario
    assert shelf.rename(hoa, key, "Đã dọn đĩa", based_on=versions).version == versions + 1


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (sqlite3.SQLITE_FULL, StoreCode.DISK_FULL),
        (sqlite3.SQLITE_IOERR_SHMSIZE, StoreCode.DISK_FULL),
        (sqlite3.SQLITE_IOERR_FSYNC, StoreCode.UNREACHABLE),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, StoreCode.LOCKED),
        (sqlite3.SQLITE_READONLY_DBMOVED, StoreCode.GONE),
        (sqlite3.SQLITE_CORRUPT_INDEX, StoreCode.CORRUPTED),
        (sqlite3.SQLITE_CONSTRAINT_NOTNULL, StoreCode.FAILED),
    ],
)
def test_what_sqlite_says_by_its_number(number: int, code: StoreCode) -> None:
    cause = sqlite3.OperationalError("lý do")
    cause.sqlite_errorcode = number
    assert store_error(cause, place="x", path=Path("x")).code is code


def _garbage(content: bytes) -> bytes:
    return b"\x89PNG not a database at all" * 200


def _half(content: bytes) -> bytes:
    return content[: len(content) // 2]


def _end_cut(content: bytes) -> bytes:
    return content[:-5000]


def _broken_page(content: bytes) -> bytes:
    return content[:4096] + os.urandom(4096) + content[8192:]


def _zeros_inside(content: bytes) -> bytes:
    return content[:4096] + bytes(len(content) - 4096)


@pytest.mark.parametrize("spoil", [_garbage, _half, _end_cut, _broken_page, _zeros_inside])
def test_a_damaged_file_is_named_and_left_alone(
    shelf: ScenarioShelf,
    store_file: Path,
    hoa: Person,
    scenario: Scenario,
    spoil: Callable[[bytes], bytes],
) -> None:
    shelf.create(hoa, scenario)
    spoilt = spoil(store_file.read_bytes())
    store_file.write_bytes(spoilt)
    with pytest.raises(StoreError) as caught:
        open_database(f"sqlite:///{store_file}")
    assert (caught.value.code, caught.value.place) == (StoreCode.CORRUPTED, str(store_file))
    assert store_file.read_bytes() == spoilt
    # A program that had it open before may meet the damage later, and then says the same.
    with only_told_as_corrupted():
        shelf.create(hoa, scenario)
    with only_told_as_corrupted():
        shelf.list(hoa)


@contextmanager
def only_told_as_corrupted() -> Iterator[None]:
    try:
        yield
    except StoreError as error:
        if error.code is not StoreCode.CORRUPTED:
            raise
