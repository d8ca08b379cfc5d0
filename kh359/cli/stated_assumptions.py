"""The facts and what the command line supposes about them: the same options for every command."""

from argparse import Namespace

from kh359.cli.console import tell
from kh359.cli.error import CommandError
from kh359.cli.fact_check import checked_facts
from kh359.cli.starting_value import starting_values
from kh359.locale.translate import Translator
from kh359.model.assumptions import Assumptions
from kh359.plan.facts import Facts

DRAWS = (100, 20_000)
"""Fewer cannot tell 5 % from 10 %; more only costs memory."""


def stated_assumptions(options: Namespace, say: Translator) -> tuple[Facts, Assumptions]:
    """Read `--data`, `--suppose-2025-met` and `--start`; check `--draws` and `--seed`.

    Raises CommandError in words.
    """
    if not DRAWS[0] <= options.draws <= DRAWS[1]:
        raise CommandError(say("--draws must lie in {low}-{high}.", low=DRAWS[0], high=DRAWS[1]))
    if options.seed < 0:
        raise CommandError(say("--seed must not be negative."))
    tell(say("Reading the facts …"))
    facts = checked_facts(options.data, say)
    return facts, Assumptions(
        suppose_2025_met=options.suppose_2025_met,
        starting_values=starting_values(options.start, facts, say),
    )
