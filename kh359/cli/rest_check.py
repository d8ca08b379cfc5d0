"""Where the levers rest, or what in `assumptions.csv` leaves them nowhere to rest."""

from kh359.cli.error import CommandError
from kh359.locale.rest_fault import rest_fault_text
from kh359.locale.translate import Translator
from kh359.model.scenario.scenario import Scenario, rest_scenario
from kh359.plan.facts import Facts


def checked_rest(facts: Facts, say: Translator) -> Scenario:
    """Every lever at rest. Raises CommandError with every row that is missing or out of range."""
    fault = rest_fault_text(facts, say.language)
    if fault:
        raise CommandError(fault)
    return rest_scenario(facts)
