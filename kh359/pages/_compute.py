"""Loaders and results, cached by their values at the edge; the model itself caches nothing."""

import gc
from collections.abc import Iterable
from pathlib import Path

from kh359.locale.language import Language
from kh359.locale.rest_fault import rest_fault_text
from kh359.model.assumptions import Assumptions
from kh359.model.audit.audit import Audit, audit
from kh359.model.evaluation.evaluation import evaluate
from kh359.model.evaluation.run import ScenarioRun
from kh359.model.evaluation.stage import Stage, prepare, with_starts
from kh359.model.outlook import N_DRAWS, SEED, Outlook, project_plan
from kh359.model.scenario.scenario import Scenario, rest_scenario
from kh359.pages._facts_in_use import data_folder, in_use
from kh359.pages._file_stamp import file_stamp
from kh359.pages._kept import kept
from kh359.plan.facts import Facts
from kh359.scenarios.preset import FOLDER as PRESET_FOLDER
from kh359.scenarios.preset import PresetShelf, read_presets

MOST_STAGES, MOST_RUNS = 3, 10
"""Kept in memory; a run holds about 15 MB."""
Marks = tuple[str, Assumptions, int, int]
"""Data version, assumptions, seed and number of draws."""


def facts() -> Facts:
    """The facts this run settled on. Raises FactsError with every problem of `data/`."""
    return in_use().facts


def outlook(assumptions: Assumptions) -> Outlook:
    """The whole plan under these assumptions."""
    plan = facts()
    return _outlook(plan.version, assumptions, SEED, N_DRAWS, plan)


def plan_audit() -> Audit:
    """What the plan says against itself; no assumption of the user touches it."""
    plan = facts()
    return _plan_audit(plan.version, plan)


def rest() -> Scenario:
    """Every lever where the assumptions in the data put it."""
    plan = facts()
    return _rest(plan.version, plan)


def rest_fault(language: Language) -> str:
    """What in the assumptions leaves the levers nowhere to rest; empty where all is well."""
    plan = facts()
    return _rest_fault(plan.version, language, plan)


def presets(language: Language) -> tuple[Scenario, ...]:
    """The ready-made scenarios of the data folder, with names in this language."""
    english = language == "en"
    return tuple(p.english if english else p.vietnamese for p in preset_shelf().presets)


def preset_shelf() -> PresetShelf:
    """The ready-made scenarios, and the files among them that are broken."""
    plan, folder = facts(), data_folder()
    stamp = file_stamp(folder, _preset_files)
    return _preset_shelf(plan.version, str(folder), stamp, plan)


def stage(assumptions: Assumptions, scenario: Scenario) -> Stage:
    """What the runs of this scenario and of its baseline share: they have the same starts."""
    plan = facts()
    return _stage(plan.version, with_starts(assumptions, scenario), SEED, N_DRAWS, plan)


def run(ground: Stage, scenario: Scenario) -> ScenarioRun:
    """The outcome of a scenario on its stage."""
    return _run(marks(ground), scenario.name, scenario.content_hash, ground, scenario)


def run_of(ground: Stage, scenario: Scenario, indicator_id: str) -> ScenarioRun:
    """The outcome for one indicator alone, in a fraction of the time; not kept."""
    return evaluate(ground, scenario, only={indicator_id})


def baseline(ground: Stage) -> ScenarioRun:
    """The outcome with every lever at rest."""
    return _baseline(marks(ground), ground)


def marks(ground: Stage) -> Marks:
    """What tells one stage from another."""
    made = ground.outlook
    return made.data_version, made.assumptions, made.seed, made.n_draws


def _preset_files(folder: Path) -> Iterable[Path]:
    return sorted((folder / PRESET_FOLDER).glob("*.toml"))


@kept(most=12)
def _outlook(
    version: str, assumptions: Assumptions, seed: int, n_draws: int, _plan: Facts
) -> Outlook:
    return project_plan(_plan, assumptions, n_draws=n_draws, seed=seed)


@kept(most=2)
def _plan_audit(version: str, _plan: Facts) -> Audit:
    return audit(_plan)


@kept(most=2)
def _rest(version: str, _plan: Facts) -> Scenario:
    return rest_scenario(_plan)


@kept(most=2)
def _rest_fault(version: str, language: Language, _plan: Facts) -> str:
    return rest_fault_text(_plan, language)


@kept(most=2)
def _preset_shelf(version: str, folder: str, stamp: str, _plan: Facts) -> PresetShelf:
    return read_presets(_plan, Path(folder))


@kept(most=MOST_STAGES)
def _stage(version: str, assumptions: Assumptions, seed: int, n_draws: int, _plan: Facts) -> Stage:
    return prepare(_plan, _outlook(version, assumptions, seed, n_draws, _plan))


@kept(most=MOST_RUNS)
def _run(
    of_stage: Marks, name: str, content_hash: str, _ground: Stage, _scenario: Scenario
) -> ScenarioRun:
    return evaluate(_ground, _scenario)


@kept(most=MOST_STAGES)
def _baseline(of_stage: Marks, _ground: Stage) -> ScenarioRun:
    return evaluate(_ground, _ground.rest)


@kept(most=1)
def freeze_once() -> None:
    """Take what lives as long as the program out of the garbage collector's rounds."""
    gc.collect()
    gc.freeze()
