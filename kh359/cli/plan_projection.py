"""`project`: the whole plan under the given assumptions, as tables; scenarios beside them."""

from argparse import Namespace
from collections.abc import Mapping
from pathlib import Path

import numpy as np

from kh359.cli.comparison_files import comparison_files
from kh359.cli.console import tell
from kh359.cli.evidence_table import evidence_table
from kh359.cli.output_folder import write_together
from kh359.cli.scenario_choice import chosen_scenarios
from kh359.cli.scenario_comparison import Compared, Comparison, compare
from kh359.cli.stated_assumptions import stated_assumptions
from kh359.cli.table import attainment_table, projection_table
from kh359.locale.override_conflict import conflict_text
from kh359.locale.translate import Translator
from kh359.model.evidence import Start
from kh359.model.outlook import Outlook, project_plan
from kh359.plan.facts import Facts
from kh359.reference.backtest import backtest


def project(options: Namespace, say: Translator) -> tuple[Path, ...]:
    """Write attainment, projections and evidence into `options.out`; returns their paths.

    They are those of `--scenario` where it is given. With any scenario its comparison is written
    as well.
    """
    facts, assumptions = stated_assumptions(options, say)
    chosen = chosen_scenarios(options, facts, say)
    tell(say("Projecting {n} indicators …", n=len(facts.indicators)))
    outlook = project_plan(facts, assumptions, n_draws=options.draws, seed=options.seed)
    if not chosen:
        _tell_unused(outlook, say)
        return write_together(options.out, _outlook_tables(outlook, facts), say)
    tell(say("Evaluating {n} scenarios …", n=len(chosen)))
    comparison = compare(facts, outlook, chosen)
    _tell_unused(outlook, say)
    _tell_conflicts(comparison, say)
    shown = comparison.scenarios[0] if options.scenario is not None else comparison.rest
    tables = _outlook_tables(shown.outlook, facts, _decided(shown))
    return write_together(options.out, tables | comparison_files(comparison, say), say)


def _outlook_tables(
    outlook: Outlook, facts: Facts, decided: Mapping[str, bool] | None = None
) -> dict[str, bytes]:
    return {
        "attainment.csv": attainment_table(outlook, facts.targets, decided),
        "projections.csv": projection_table(outlook),
        "evidence.csv": evidence_table(outlook, backtest()),
    }


def _decided(item: Compared) -> dict[str, bool]:
    """Targets that the scenario's levers set, and whether they meet them."""
    run = item.run
    rows = np.flatnonzero(run.decided)
    return {run.target_ids[row]: bool(run.met[row].all()) for row in rows}


def _tell_unused(outlook: Outlook, say: Translator) -> None:
    for typed in outlook.assumptions.starting_values:
        if outlook.of(typed.indicator_id).evidence.start is not Start.TYPED:
            tell(
                say(
                    "The starting value of {id} is not used: observations come first.",
                    id=typed.indicator_id,
                )
            )


def _tell_conflicts(comparison: Comparison, say: Translator) -> None:
    for item in comparison.scenarios:
        for conflict in item.conflicts:
            tell(f"{item.typed}: {conflict_text(conflict, comparison.facts, say.language)}")
