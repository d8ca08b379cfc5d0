"""What `kill_store.py` lets be saved: contents that can be told whole from half."""

import io
from dataclasses import replace

from kh359.intake.check import check_records
from kh359.intake.check_report import CheckedBatch
from kh359.intake.vocabulary import Column
from kh359.locale.intake_vocabulary import vocabulary_of
from kh359.model.scenario.scenario import Scenario, rest_scenario
from kh359.model.scenario.text import write_json
from kh359.plan.facts import Facts
from kh359.plan.observation import Observation
from kh359.plan.overlay import LaidOver
from kh359.plan.user_figure import UserObservation
from kh359.store.archive_file import write_archive
from kh359.store.person import Person, Role
from kh359.store.schema import known_revisions
from kh359.store.tables import METADATA

STEWARD = Person("Người thử", frozenset({Role.DATA_STEWARD}))
IMPORTED = 300
"""Scenarios of one import."""
FIGURES = ("digital_signature", "coverage_5g", "digital_economy_share", "sme_digital")
"""Indicators of one table."""


def version_of(facts: Facts, number: int) -> Scenario:
    """The same content for the same number, long enough to lie on more than one page."""
    rest = rest_scenario(facts)
    return replace(rest, name=f"Bản {number}", note=f"{number} " * (790 // len(f"{number} ")))


def archive_of(facts: Facts, number: int) -> bytes:
    """An archive of scenarios whose ids begin with the number."""
    scenario = version_of(facts, number)
    row = {
        "version": 1,
        "act": "created",
        "owner": STEWARD.name,
        "saved_by": STEWARD.name,
        "saved_at": "2026-11-23T00:00:00.000000Z",
        "why": "",
        "origin": "",
        "name": scenario.name,
        "content_hash": scenario.content_hash,
        "text": write_json(scenario, facts.indicator_by_id),
    }
    rows = [{"scenario_id": f"{number:08x}{n:024x}", **row} for n in range(IMPORTED)]
    packed = io.BytesIO()
    tables = {name: rows if name == "scenario_version" else [] for name in sorted(METADATA.tables)}
    write_archive(packed, known_revisions()[-1], "benchmark", tables.items())
    return packed.getvalue()


def table_of(current: LaidOver, value: float) -> CheckedBatch:
    """A sound table: the same percentage for several indicators."""
    rows = [
        {
            Column.INDICATOR: indicator_id,
            Column.REGION: "qn_new",
            Column.YEAR: "2025",
            Column.VALUE: f"{value:.3f}".replace(".", ","),
            Column.UNIT: "%",
            Column.GRADE: "official",
            Column.MATCH: "same",
            Column.SOURCE_TITLE: "Báo cáo thử",
            Column.SOURCE_PUBLISHER: "Sở thử",
            Column.SOURCE_DOCUMENT: "1/BC",
        }
        for indicator_id in FIGURES
    ]
    report = check_records(rows, current, vocabulary_of(current.facts), today="2026-11-23")
    return report.batch("all")


def is_ours(figure: Observation) -> bool:
    """A figure of such a table that stands today."""
    return isinstance(figure, UserObservation) and not figure.superseded
