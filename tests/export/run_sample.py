"""Two dossiers of the project's own facts: levers at rest, and a scenario with an awkward name;
and their files, each made once.
"""

from dataclasses import replace
from datetime import date
from functools import lru_cache

from kh359.export.dossier import Dossier
from kh359.export.kind import ExportFile
from kh359.export.registry import KIND_BY_ID
from kh359.export.watch import Watch
from kh359.model.assumptions import Assumptions
from kh359.model.evaluation.evaluation import evaluate
from kh359.model.evaluation.run import ScenarioRun
from kh359.model.evaluation.stage import Stage, prepare
from kh359.model.outlook import project_plan
from kh359.plan.facts import Facts
from kh359.plan.loading import load_facts

DAY = date(2026, 11, 23)
AWKWARD = '=HYPERLINK("http://x";"Thêm <b>tiền</b> & người | *")'
"""A name that a spreadsheet would run, HTML would read and a path would refuse."""


@lru_cache(maxsize=1)
def facts() -> Facts:
    return load_facts()


@lru_cache(maxsize=1)
def stage() -> Stage:
    outlook = project_plan(facts(), Assumptions(suppose_2025_met=True), n_draws=200)
    return prepare(facts(), outlook)


@lru_cache(maxsize=2)
def run(*, moved: bool) -> ScenarioRun:
    ground = stage()
    scenario = replace(ground.rest.with_value("execution", 0, 0.6), name=AWKWARD)
    return evaluate(ground, scenario if moved else ground.rest)


@lru_cache(maxsize=4)
def dossier(*, moved: bool, language: str = "vi") -> Dossier:
    return Dossier(
        facts=facts(),
        stage=stage(),
        run=run(moved=moved),
        baseline=run(moved=False),
        language="vi" if language == "vi" else "en",
        day=DAY,
    )


def made(kind_id: str, *, moved: bool = False, language: str = "vi") -> ExportFile:
    return _made(kind_id, moved, language)


@lru_cache(maxsize=32)
def _made(kind_id: str, moved: bool, language: str) -> ExportFile:
    return KIND_BY_ID[kind_id].make(dossier(moved=moved, language=language), Watch())
