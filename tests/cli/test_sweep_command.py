"""`sweep`: the numbers of `project`, the same folder again, refusals in words."""

import csv
import shutil
from pathlib import Path

import pyarrow.dataset as ds
import pytest

from kh359.cli.command import run
from kh359.locale.plain_number import plain
from kh359.plan.loading import DATA_FOLDER

GRID = """\
version = 1
base = "nen.toml"
draws = 100
seed = 11
suppose_2025_met = true
[levers]
execution = [70, 95]
"""
BASE = """\
version = 1
budget_grdp_share = 14
[overrides.coverage_5g]
pace = 5
start_value = 45.5
start_year = 2025
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("grids")
    (folder / "grid.toml").write_text(GRID, "utf-8")
    (folder / "nen.toml").write_text(BASE, "utf-8")
    assert run(["sweep", str(folder / "grid.toml"), "--out", str(folder / "out")]) == 0
    return folder


def test_a_scenario_of_a_sweep_has_the_numbers_of_project(folder: Path) -> None:
    scenario = folder / "one.toml"
    scenario.write_text(BASE.replace("budget", "execution = 95\nbudget", 1), "utf-8")
    options = ("--draws", "100", "--seed", "11", "--suppose-2025-met")
    out = folder / "project"
    assert run(["project", "--scenario", str(scenario), "--out", str(out), *options]) == 0
    with (out / "attainment.csv").open(encoding="utf-8", newline="") as file:
        expected = [
            (r["target_id"], r["p_met"], r["evidence"], r["verdict"]) for r in csv.DictReader(file)
        ]
    table = ds.dataset(folder / "out" / "targets", partitioning="hive").to_table()
    told = [
        (row["target_id"], plain(row["p_met"]), str(row["evidence"]), row["verdict"])
        for row in table.to_pylist()
        if row["execution"] == 95
    ]
    assert told == expected
    assert sum(p_met != "" for _, p_met, _, _ in told) > 100
    with (out / "scenarios.csv").open(encoding="utf-8", newline="") as file:
        (_, typed) = csv.DictReader(file)
    scenarios = ds.dataset(folder / "out" / "scenarios", partitioning="hive").to_table()
    assert typed["hash"] in scenarios["scenario"].to_pylist()


def test_the_same_command_again_has_nothing_to_do(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = {p: p.stat().st_mtime_ns for p in (folder / "out").rglob("*.parquet")}
    assert len(before) == 3
    arguments = ["sweep", str(folder / "grid.toml"), "--out", str(folder / "out")]
    assert run([*arguments, "--lang", "en"]) == 0
    spoken = capsys.readouterr()
    assert "1 of 1 partitions are done already." in spoken.err
    assert spoken.out == f"Done. Scenarios in {folder / 'out'}: 2.\n"
    assert {p: p.stat().st_mtime_ns for p in (folder / "out").rglob("*.parquet")} == before
    assert run([*arguments, "--no-resume"]) == 0
    assert all(path.stat().st_mtime_ns > then for path, then in before.items())


def test_a_dry_run_tells_how_much_it_is_and_writes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    grid = DATA_FOLDER / "sweeps" / "tien_va_giai_ngan.toml"
    out = tmp_path / "out"
    assert run(["sweep", str(grid), "--dry-run", "--out", str(out)]) == 0
    told = capsys.readouterr().out
    assert told.startswith("Số kịch bản: 1.000 (mỗi nơi 1.000); số nơi: 1; số phần: 10; ")
    assert not out.exists()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("version = 1\ndraws = 1\n[levers]\nexecution = [101]\n", ("2 lỗi", "“draws”", "101 %")),
        ('version = 1\nbase = "khong_co"\n', ("khong_co", "giu_nguyen")),
        ('version = 1\nbase = "loi.toml"\n', ("loi.toml", "execution", "0 % đến 100 %")),
        ('version = 1\nindicators = ["coverage5g"]\n', ("coverage5g", "gần nhất: coverage_5g")),
        ('version = 1\n[[place]]\nid = "a"\ndata = "khong"\n', ("Nơi a:", "khong")),
        ('version = 1\n[[place]]\nid = "b"\ndata = "hong"\n', ("Nơi b:", "targets.csv")),
    ],
)
def test_what_cannot_be_swept_is_refused_in_words(
    text: str, words: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    grid = tmp_path / "luoi.toml"
    grid.write_text(text, "utf-8")
    (tmp_path / "loi.toml").write_text("version = 1\nexecution = 300\n", "utf-8")
    broken = shutil.copytree(DATA_FOLDER, tmp_path / "hong")
    (broken / "targets.csv").unlink()
    assert run(["sweep", str(grid), "--out", str(tmp_path / "out"), "--lang", "vi"]) == 1
    told = capsys.readouterr().err.replace("\xa0", " ")
    assert all(word in told for word in words)
    assert not (tmp_path / "out").exists()


def test_a_grid_that_is_not_there_and_a_folder_that_is_not_given(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["sweep", str(tmp_path / "x.toml"), "--out", str(tmp_path / "out")]) == 1
    assert "x.toml" in capsys.readouterr().err
    assert run(["sweep", str(tmp_path / "x.toml"), "--lang", "en"]) == 1
    assert "--out" in capsys.readouterr().err


def test_the_folder_of_another_grid_is_left_alone(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "khac.toml").write_text(GRID.replace("95", "96"), "utf-8")
    before = sorted((folder / "out").rglob("*"))
    assert run(["sweep", str(folder / "khac.toml"), "--out", str(folder / "out")]) == 1
    assert "lượt quét khác" in capsys.readouterr().err
    assert sorted((folder / "out").rglob("*")) == before


def test_a_folder_that_cannot_be_written_is_told(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("x", "utf-8")
    arguments = ["sweep", str(folder / "grid.toml"), "--out", str(tmp_path / "file" / "out")]
    assert run([*arguments, "--lang", "en"]) == 1
    assert "a part of the path is a file" in capsys.readouterr().err
