"""A run killed in the middle of a file: the same command goes on, and the folder ends the same."""

import subprocess
import sys
from pathlib import Path

from sweep_sample import GRID, contents

from kh359.cli.command import run
from kh359.plan.loading import DATA_FOLDER

KILLED = """\
import os, sys
from kh359.cli.command import run
from kh359.sweep import ledger

write, written = ledger._write, []

def die(path, content):
    written.append(path)
    if len(written) == {file}:
        part = path.with_name(f".{{path.name}}.{{os.getpid()}}{{ledger.UNFINISHED}}")
        part.write_bytes(content[: len(content) // 2])
        os.kill(os.getpid(), 9)
    write(path, content)

ledger._write = die
run(sys.argv[1:])
"""
"""Runs the command, and dies half-way through a file as if the power had gone."""


def test_a_run_killed_in_the_middle_of_a_file_goes_on_where_it_was(
    written: Path, other_folder: Path, tmp_path: Path
) -> None:
    grid, out = tmp_path / "grid.toml", tmp_path / "out"
    places = {"quang_ngai": DATA_FOLDER, "noi_gia_dinh": other_folder}
    named = (f'[[place]]\nid = "{name}"\ndata = {str(path)!r}\n' for name, path in places.items())
    grid.write_text(GRID + "".join(named), "utf-8")
    arguments = ["sweep", str(grid), "--out", str(out)]
    # The record is the first file, three files make a partition: the ninth is in the third.
    killed = subprocess.run(
        [sys.executable, "-c", KILLED.format(file=9), *arguments], capture_output=True
    )
    assert killed.returncode != 0
    kept = {path.name: path.stat().st_mtime_ns for path in out.rglob("part-*.parquet")}
    assert len(kept) == 3 + 3 + 1
    assert len(list(out.rglob(".*.part"))) == 1
    assert run(arguments) == 0
    assert contents(out) == contents(written)
    done = {p.name: p.stat().st_mtime_ns for p in out.rglob("part-*.parquet")}
    assert sum(done[name] == then for name, then in kept.items()) == 3 + 3
