"""What is done stays done; what is damaged, foreign or half-written does not count."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from sweep_sample import GRID, contents, sweep

from kh359.sweep.fault import SweepError, SweepFaultCode
from kh359.sweep.in_process import sweep_here
from kh359.sweep.ledger import Ledger, missing
from kh359.sweep.place import Place
from kh359.sweep.sweep import Partition, Sweep


@pytest.fixture
def folder(written: Path, tmp_path: Path) -> Path:
    return shutil.copytree(written, tmp_path / "out")


def left_in(folder: Path, small: Sweep) -> list[Partition]:
    return list(missing(Ledger(folder, small), small))


def finish(folder: Path, small: Sweep) -> list[Partition]:
    """Do what is left, as the command does; what that was."""
    ledger = Ledger(folder, small)
    left = list(missing(ledger, small))
    sweep_here(small, left, ledger, lambda partition: None)
    ledger.clear()
    return left


def test_a_finished_folder_has_nothing_left(folder: Path, small: Sweep) -> None:
    assert left_in(folder, small) == []


def test_nothing_but_tables_and_the_record_is_written(folder: Path, small: Sweep) -> None:
    names = list(contents(folder))
    assert len(names) == 1 + 3 * len(small.partitions)
    assert all(name.endswith(".parquet") or name == "sweep.json" for name in names)


def test_files_hold_no_clock_and_no_machine(written: Path, small: Sweep, tmp_path: Path) -> None:
    assert len(finish(tmp_path / "again", small)) == len(small.partitions)
    assert contents(tmp_path / "again") == contents(written)


def _flipped(path: Path, place: float) -> None:
    content = bytearray(path.read_bytes())
    content[int(place * (len(content) - 1))] ^= 0x10
    path.write_bytes(content)


DAMAGE: dict[str, Callable[[Path], object]] = {
    "gone": lambda path: path.unlink(),
    "empty": lambda path: path.write_bytes(b""),
    "cut": lambda path: path.write_bytes(path.read_bytes()[:-100]),
    "first byte": lambda path: _flipped(path, 0),
    "in the data": lambda path: _flipped(path, 0.2),
    "in the footer": lambda path: _flipped(path, 0.9),
    "twice": lambda path: shutil.copy(path, path.with_stem(path.stem[:-1] + "x")),
    "in a folder's place": lambda path: (path.unlink(), path.mkdir()),
}


@pytest.mark.parametrize("table", ["targets", "scenarios", "counts"])
@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_partition_is_not_done(
    folder: Path, small: Sweep, table: str, damage: str
) -> None:
    path = min((folder / table).glob("place=quang_ngai/part-00001-*"))
    DAMAGE[damage](path)
    left = left_in(folder, small)
    assert [(p.place_id, p.number) for p in left] == [("quang_ngai", 1)]


def test_damaged_partitions_are_done_again_and_alone(
    folder: Path, written: Path, small: Sweep
) -> None:
    _flipped(min((folder / "targets").glob("place=quang_ngai/part-00001-*")), 0.5)
    shutil.rmtree(folder / "counts" / "place=noi_gia_dinh")
    half = folder / "targets" / "place=quang_ngai" / ".part-00000-x.parquet.17.part"
    half.write_bytes(b"PAR1")
    redone = finish(folder, small)
    assert [(p.place_id, p.number) for p in redone] == [
        ("quang_ngai", 1),
        ("noi_gia_dinh", 0),
        ("noi_gia_dinh", 1),
    ]
    assert contents(folder) == contents(written)


def test_a_file_of_another_sweep_under_the_right_name_does_not_count(
    folder: Path, small: Sweep, places: tuple[Place, Place], tmp_path: Path
) -> None:
    """The digest is right, the record inside is not."""
    other = sweep(places, GRID.replace("draws = 100", "draws = 120"))
    ledger = Ledger(tmp_path / "other", other)
    sweep_here(other, other.partitions[:1], ledger, lambda partition: None)
    foreign = min((tmp_path / "other" / "targets").glob("place=quang_ngai/*"))
    own = min((folder / "targets").glob("place=quang_ngai/part-00000-*"))
    digest = foreign.stem.rpartition("-")[2]
    own.unlink()
    shutil.copy(foreign, own.with_stem(f"{own.stem.rpartition('-')[0]}-{digest}"))
    assert [(p.place_id, p.number) for p in left_in(folder, small)] == [("quang_ngai", 0)]


@pytest.mark.parametrize(
    "change", [("draws = 100", "draws = 120"), ("partition = 2", "partition = 3")]
)
def test_the_folder_of_another_sweep_is_refused(
    folder: Path, places: tuple[Place, Place], change: tuple[str, str]
) -> None:
    before = contents(folder)
    with pytest.raises(SweepError) as caught:
        Ledger(folder, sweep(places, GRID.replace(*change)))
    assert caught.value.code is SweepFaultCode.OTHER_SWEEP
    assert contents(folder) == before


@pytest.mark.parametrize("record", [b"", b"[]", b'{"sweep": 3}', b"\xff"])
def test_a_folder_with_a_damaged_record_is_refused(
    folder: Path, small: Sweep, record: bytes
) -> None:
    (folder / "sweep.json").write_bytes(record)
    with pytest.raises(SweepError) as caught:
        Ledger(folder, small)
    assert caught.value.code is SweepFaultCode.OTHER_SWEEP


def test_a_folder_with_other_files_is_refused(tmp_path: Path, small: Sweep) -> None:
    (tmp_path / "luong.xlsx").write_bytes(b"x")
    with pytest.raises(SweepError) as caught:
        Ledger(tmp_path, small)
    assert caught.value.code is SweepFaultCode.NOT_A_SWEEP
    assert [path.name for path in tmp_path.iterdir()] == ["luong.xlsx"]
