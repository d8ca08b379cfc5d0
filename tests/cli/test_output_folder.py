"""Tables are written whole or not at all."""

from pathlib import Path

import pytest

from kh359.cli.error import CommandError
from kh359.cli.output_folder import write_together
from kh359.locale.translate import translator

VI = translator("vi")


def test_makes_the_folder_and_leaves_nothing_else(tmp_path: Path) -> None:
    folder = tmp_path / "kết quả" / "2026"
    paths = write_together(folder, {"a.csv": b"1\n", "b.csv": b"2\n"}, VI)
    assert [path.read_bytes() for path in paths] == [b"1\n", b"2\n"]
    assert sorted(path.name for path in folder.iterdir()) == ["a.csv", "b.csv"]


def test_a_failure_keeps_the_old_tables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_together(tmp_path, {"a.csv": b"old", "b.csv": b"old"}, VI)
    write = Path.write_bytes

    def full_disk(path: Path, content: bytes) -> int:
        if path.name.startswith(".b.csv"):
            raise OSError(28, "No space left on device")
        return write(path, content)

    monkeypatch.setattr(Path, "write_bytes", full_disk)
    with pytest.raises(CommandError, match="ổ đĩa đã đầy"):
        write_together(tmp_path, {"a.csv": b"new", "b.csv": b"new"}, VI)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.csv", "b.csv"]
    assert (tmp_path / "a.csv").read_bytes() == b"old"


def test_a_table_that_cannot_be_replaced_keeps_the_others(tmp_path: Path) -> None:
    write_together(tmp_path, {"a.csv": b"old"}, VI)
    (tmp_path / "b.csv").mkdir()
    with pytest.raises(CommandError, match="đó là một thư mục"):
        write_together(tmp_path, {"a.csv": b"new", "b.csv": b"new", "c.csv": b"new"}, VI)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.csv", "b.csv"]
    assert (tmp_path / "a.csv").read_bytes() == b"old"


@pytest.mark.parametrize("held", ["a.csv", "b.csv"])
def test_a_table_open_in_a_spreadsheet_keeps_both_as_they_were(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, held: str
) -> None:
    """Windows refuses to put a file in the place of an open one."""
    write_together(tmp_path, {"a.csv": b"old", "b.csv": b"old"}, VI)
    replace = Path.replace

    def refuse_held(path: Path, target: Path) -> Path:
        if target.name == held:
            raise PermissionError(13, "Permission denied")
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", refuse_held)
    with pytest.raises(CommandError, match="không có quyền"):
        write_together(tmp_path, {"a.csv": b"new", "b.csv": b"new"}, VI)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.csv", "b.csv"]
    assert {path.read_bytes() for path in tmp_path.iterdir()} == {b"old"}


def test_a_file_in_the_folders_place_is_named_with_a_remedy(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file", "utf-8")
    with pytest.raises(CommandError) as caught:
        write_together(tmp_path / "out", {"a.csv": b""}, VI)
    assert str(tmp_path / "out") in str(caught.value)
    assert "--out" in str(caught.value)
