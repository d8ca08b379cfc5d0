"""A small sweep over the project's own data and over a made-up place beside it."""

import csv
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from kh359.plan.loading import DATA_FOLDER, load_facts
from kh359.plan.problem import Code, FactsError
from kh359.sweep.grid_text import read_grid
from kh359.sweep.place import Place, read_place
from kh359.sweep.sweep import Sweep
from kh359.sweep.wanted import n_wanted

GRID = """\
version = 1
draws = 100
suppose_2025_met = true
partition = 2
indicators = ["coverage_5g", "st_budget_share"]
targets = ["dossiers_online-2035"]
[levers]
execution = [60, 89, 100]
"""
"""Three scenarios, two partitions a place."""


def made_up_folder(folder: Path) -> Path:
    """A copy of `data/` in which execution rests at 75 % in place of 89 %: no real place."""
    shutil.copytree(DATA_FOLDER, folder, ignore=shutil.ignore_patterns("scenarios", "sweeps"))
    path = folder / "assumptions.csv"
    text = path.read_text("utf-8")
    assert ",percent,70,89,92," in text
    path.write_text(text.replace(",percent,70,89,92,", ",percent,70,75,92,"), "utf-8")
    return folder


def place(place_id: str, folder: Path, text: str = GRID) -> Place:
    facts = load_facts(folder)
    wanted = n_wanted(read_grid(text.encode()), facts)
    return read_place(place_id, folder, version=facts.version, n_targets=wanted)


def sweep(places: Sequence[Place], text: str = GRID) -> Sweep:
    return Sweep(grid=read_grid(text.encode()), places=tuple(places))


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a folder, by its path there."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def bare_folder(folder: Path) -> Path:
    """A place with the plan's targets and not a single figure of its own."""
    shutil.copytree(DATA_FOLDER, folder, ignore=shutil.ignore_patterns("scenarios", "sweeps"))
    for name in ("history", "ratios", "peers", "breaks", "comparables"):
        path = folder / f"{name}.csv"
        path.write_text(path.read_text("utf-8").splitlines()[0] + "\n", "utf-8")
    with pytest.raises(FactsError) as caught:
        load_facts(folder)
    unused = {p.value for p in caught.value.problems if p.code == Code.UNUSED_SOURCE}
    sources = folder / "sources.csv"
    with sources.open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    with sources.open("w", encoding="utf-8", newline="") as file:
        used = (row for row in rows if row[header.index("source_id")] not in unused)
        csv.writer(file).writerows([header, *used])
    return folder
