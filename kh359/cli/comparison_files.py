"""The files of a comparison: tables for programs, one paragraph a scenario for people."""

from collections.abc import Callable

from kh359.cli.comparison_table import (
    count_table,
    lever_table,
    money_table,
    scenario_table,
    target_table,
)
from kh359.cli.scenario_comparison import Compared, Comparison
from kh359.locale.number import number
from kh359.locale.override_conflict import conflict_text
from kh359.locale.scenario_summary import scenario_summary
from kh359.locale.translate import Translator

TABLES: dict[str, Callable[[Comparison], bytes]] = {
    "scenarios.csv": scenario_table,
    "comparison.csv": target_table,
    "counts.csv": count_table,
    "money.csv": money_table,
    "levers.csv": lever_table,
}
SUMMARY = "summary.txt"
COMPARISON_FILES = (*TABLES, SUMMARY)


def comparison_files(comparison: Comparison, say: Translator) -> dict[str, bytes]:
    """Name and content of each file."""
    tables = {name: table(comparison) for name, table in TABLES.items()}
    return tables | {SUMMARY: _summary(comparison, say).encode("utf-8")}


def _summary(comparison: Comparison, say: Translator) -> str:
    """What all scenarios share, then a paragraph for each."""
    parts = [
        _shared(comparison, say),
        *(_paragraph(item, comparison, say) for item in comparison.all),
    ]
    return "\n\n".join(parts) + "\n"


def _shared(comparison: Comparison, say: Translator) -> str:
    made = comparison.rest.stage.outlook
    lines = [
        say(
            "Data version {version}, seed {seed}, {draws} draws; every scenario on the same draws.",
            version=made.data_version,
            seed=made.seed,
            draws=number(made.n_draws, say.language, digits=0),
        )
    ]
    if made.assumptions.suppose_2025_met:
        lines.append(
            say("Assumption for all of them: every 2025 target without data was just met.")
        )
    return "\n".join(lines)


def _paragraph(item: Compared, comparison: Comparison, say: Translator) -> str:
    """Number in the tables, what was typed, hash; note; paragraph; what in it has no effect."""
    label = item.typed or say("every lever at rest")
    facts, language = comparison.facts, say.language
    return "\n".join(
        [
            f"{item.number}. {label} ({item.run.scenario.content_hash})",
            *item.run.scenario.note.splitlines(),
            scenario_summary(item.run, item.baseline, facts, language),
            *(f"! {conflict_text(conflict, facts, language)}" for conflict in item.conflicts),
        ]
    )
