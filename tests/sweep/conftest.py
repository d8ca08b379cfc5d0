"""The places of the sample, read once, and its folder as one process writes it."""

from pathlib import Path

import pytest
from sweep_sample import made_up_folder, place, sweep

from kh359.plan.loading import DATA_FOLDER
from kh359.sweep.in_process import sweep_here
from kh359.sweep.ledger import Ledger
from kh359.sweep.place import Place
from kh359.sweep.sweep import Sweep


@pytest.fixture(scope="session")
def other_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made_up_folder(tmp_path_factory.mktemp("made_up") / "data")


@pytest.fixture(scope="session")
def places(other_folder: Path) -> tuple[Place, Place]:
    return place("quang_ngai", DATA_FOLDER), place("noi_gia_dinh", other_folder)


@pytest.fixture(scope="session")
def small(places: tuple[Place, Place]) -> Sweep:
    return sweep(places)


@pytest.fixture(scope="session")
def written(small: Sweep, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("swept") / "out"
    sweep_here(small, small.partitions, Ledger(folder, small), lambda partition: None)
    return folder
