"""`check`: counts when the facts are sound, every problem at once when they are not."""

import shutil
from pathlib import Path

import pytest

from kh359.cli.command import run

DATA = Path(__file__).parents[2] / "data"


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A copy of the facts with three faults in two files."""
    folder = tmp_path / "data"
    shutil.copytree(DATA, folder)
    edit(folder / "targets.csv", 2, "percent", "parsec")
    edit(folder / "targets.csv", 4, ",1,,", ',"1,5",,')
    edit(folder / "milestones.csv", 2, "chưa", "mai")
    return folder


def edit(path: Path, row: int, old: str, new: str) -> None:
    lines = path.read_text("utf-8").splitlines(keepends=True)
    assert old in lines[row - 1]
    lines[row - 1] = lines[row - 1].replace(old, new, 1)
    path.write_text("".join(lines), "utf-8")


def test_sound_facts_are_counted(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(("check", "--lang", "vi")) == 0
    lines = [line.split(maxsplit=1) for line in capsys.readouterr().out.splitlines()]
    assert ["194", "mục tiêu định lượng"] in lines
    assert ["18", "mốc định tính"] in lines


def test_all_of_the_plan_or_a_warning(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(("check", "--lang", "vi")) == 0
    assert "có 194 mục tiêu và 18 mốc: có đủ ở đây." in capsys.readouterr().out
    folder = shutil.copytree(DATA, tmp_path / "data")
    lines = (folder / "milestones.csv").read_text("utf-8").splitlines(keepends=True)
    lines.remove(next(line for line in lines if ",chưa,," in line))
    (folder / "milestones.csv").write_text("".join(lines), "utf-8")
    assert run(("check", "--data", str(folder), "--lang", "vi")) == 0
    assert "CẢNH BÁO, ở đây có 194 và 17." in capsys.readouterr().out


def test_money_that_moves_nothing_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = shutil.copytree(DATA, tmp_path / "data")
    head, *_ = (folder / "responses.csv").read_text("utf-8").splitlines(keepends=True)
    (folder / "responses.csv").write_text(head, "utf-8")
    assert run(("check", "--data", str(folder), "--lang", "vi")) == 0
    assert "CẢNH BÁO: responses.csv không có dòng nào" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["n" * 5000, "milestones.csv/x"])
def test_a_folder_that_cannot_be_read_is_told(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(("check", "--data", str(DATA / name), "--lang", "en")) == 1
    told = capsys.readouterr().err
    assert "cannot be read: " in told or "There is no folder" in told


def test_every_problem_is_listed_at_once(broken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(("check", "--data", str(broken), "--lang", "vi")) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    for place in (
        "targets.csv, dòng 2, cột unit, giá trị 'parsec'",
        "targets.csv, dòng 4, cột value, giá trị '1,5'",
        "milestones.csv, dòng 2, cột status, giá trị 'mai'",
    ):
        assert place in captured.err
    assert captured.err.count("  → ") == int(captured.err.split()[1])


def test_a_long_cell_is_clipped_and_every_problem_listed(
    broken: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with (broken / "peers.csv").open("a", encoding="utf-8", newline="") as file:
        file.writelines(f"x,Huế,2025,{'z' * 5000}{n},percent,main,,,\n" for n in range(150))
    assert run(("check", "--data", str(broken), "--lang", "vi")) == 1
    told = capsys.readouterr().err
    assert told.count("\n- peers.csv") == 300
    assert "z" * 79 + "…" in told
    assert "z" * 80 not in told


def test_nothing_is_projected_from_broken_facts(broken: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert run(("project", "--data", str(broken), "--out", str(out))) == 1
    assert not out.exists()


def test_a_folder_that_is_not_there_is_said_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(("check", "--data", str(tmp_path / "nope"), "--lang", "en")) == 1
    assert capsys.readouterr().err.strip() == f"There is no folder {tmp_path / 'nope'}."


def test_indicators_without_a_figure_are_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(("check", "--lang", "vi")) == 0
    levels, names = capsys.readouterr().out.split("\n\n")[1].split("Chưa có số liệu dùng được")
    counts = [int(line.split()[0]) for line in levels.splitlines()[1:]]
    assert sum(counts) == 48
    assert f"cho {counts[-1]} chỉ tiêu" in names
    assert names.count("; ") + len(names.splitlines()) - 1 == counts[-1]
    # A rank is no score, and a number of stations is no coverage: both stay unknown.
    assert "Chỉ số chuyển đổi số cấp tỉnh (DTI)" in names
    assert "Phủ sóng 5G" in names
