"""The scenarios that come with the data, one file each in `data/scenarios/`."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from kh359.model.scenario.fault import LeverFault, LeverFaultCode, ScenarioError
from kh359.model.scenario.scenario import Scenario
from kh359.plan.facts import Facts
from kh359.plan.loading import DATA_FOLDER
from kh359.scenarios.scenario_file import read_scenario_file

FOLDER = "scenarios"
"""Inside a data folder."""
FIRST = (
    "giu_nguyen",
    "dung_muc_tieu_ngan_sach",
    "nghi_quyet_dai_hoi",
    "von_tu_nhan",
    "hai_con_so",
    "cat_20",
    "giai_ngan_cham",
    "don_ha_tang",
    "chuyen_doi_so_truoc",
)
"""The order in which a planner meets them; others follow by their id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preset:
    """A scenario to start from. preset_id: its file's name. Both hold the same levers."""

    preset_id: str
    vietnamese: Scenario
    english: Scenario


@dataclass(frozen=True, slots=True, kw_only=True)
class BrokenFile:
    """A file of the folder that cannot be used, and why."""

    file: str
    faults: tuple[LeverFault, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PresetShelf:
    """What lies in the folder: one broken file takes nothing from the others."""

    presets: tuple[Preset, ...]
    broken: tuple[BrokenFile, ...]

    def of(self, preset_id: str) -> Preset | None:
        """The preset of an id; None where there is none."""
        return next((p for p in self.presets if p.preset_id == preset_id), None)


def read_presets(facts: Facts, folder: Path | None = None) -> PresetShelf:
    """Read `scenarios/` of a data folder (the project's own by default); none is no fault."""
    folder = (DATA_FOLDER if folder is None else folder) / FOLDER
    presets, broken = [], []
    for path in _in_order(folder.glob("*.toml")):
        try:
            presets.append(_read(path, facts))
        except ScenarioError as error:
            broken.append(BrokenFile(file=path.name, faults=error.faults))
        except OSError as error:
            reason = error.strerror or str(error)
            fault = LeverFault(code=LeverFaultCode.NOT_READABLE, value=reason)
            broken.append(BrokenFile(file=path.name, faults=(fault,)))
    return PresetShelf(presets=tuple(presets), broken=tuple(broken))


def _read(path: Path, facts: Facts) -> Preset:
    return Preset(
        preset_id=path.stem,
        vietnamese=read_scenario_file(path, facts),
        english=read_scenario_file(path, facts, english=True),
    )


def _in_order(paths: Iterable[Path]) -> list[Path]:
    places = {preset_id: place for place, preset_id in enumerate(FIRST)}
    return sorted(paths, key=lambda path: (places.get(path.stem, len(FIRST)), path.stem))
