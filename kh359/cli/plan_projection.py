"""`project`: the whole plan under the given assumptions, as three tables."""

from argparse import Namespace
from pathlib import Path

from kh359.cli.console import tell
from kh359.cli.error import CommandError
from kh359.cli.evidence_table import evidence_table
from kh359.cli.fact_check import checked_facts
from kh359.cli.output_folder import write_together
from kh359.cli.starting_value import starting_values
from kh359.cli.table import attainment_table, projection_table
from kh359.locale.translate import Translator
from kh359.model.assumptions import Assumptions
from kh359.model.evidence import Start
from kh359.model.outlook import Outlook, project_plan
from kh359.reference.backtest import backtest

DRAWS = (100, 20_000)
"""Fewer cannot tell 5 % from 10 %; more only costs memory."""


def project(options: Namespace, say: Translator) -> tuple[Path, ...]:
    """Write attainment, projections and evidence into `options.out`; returns their paths."""
    if not DRAWS[0] <= options.draws <= DRAWS[1]:
        raise CommandError(say("--draws must lie in {low}-{high}.", low=DRAWS[0], high=DRAWS[1]))
    if options.seed < 0:
        raise CommandError(say("--seed must not be negative."))
    tell(say("Reading the facts …"))
    facts = checked_facts(options.data, say)
    assumptions = Assumptions(
        suppose_2025_met=options.suppose_2025_met,
        starting_values=starting_values(options.start, facts, say),
    )
    tell(say("Projecting {n} indicators …", n=len(facts.indicators)))
    outlook = project_plan(facts, assumptions, n_draws=options.draws, seed=options.seed)
    _tell_unused(outlook, say)
    tables = {
        "attainment.csv": attainment_table(outlook, facts.targets),
        "projections.csv": projection_table(outlook),
        "evidence.csv": evidence_table(outlook, backtest()),
    }
    return write_together(options.out, tables, say)


def _tell_unused(outlook: Outlook, say: Translator) -> None:
    for typed in outlook.assumptions.starting_values:
        if outlook.of(typed.indicator_id).evidence.start is not Start.TYPED:
            tell(
                say(
                    "The starting value of {id} is not used: observations come first.",
                    id=typed.indicator_id,
                )
            )
