"""Where the levers rest, or what in `assumptions.csv` leaves them nowhere to rest."""

from kh359.cli.error import CommandError
from kh359.locale.scenario_fault import scenario_fault_text
from kh359.locale.translate import Translator
from kh359.model.needed_prior import missing_priors
from kh359.model.scenario import Scenario, rest_scenario
from kh359.model.scenario_fault import ScenarioError
from kh359.plan.facts import Facts


def checked_rest(facts: Facts, say: Translator) -> Scenario:
    """Every lever at rest. Raises CommandError with every row that is missing or out of range."""
    missing = missing_priors(facts)
    if missing:
        raise CommandError(
            say(
                "assumptions.csv lacks rows that scenarios need: {ids}. Put them back, or restore "
                "the file from its last good version.",
                ids=", ".join(missing),
            )
        )
    try:
        return rest_scenario(facts)
    except ScenarioError as error:
        lines = [f"- {scenario_fault_text(fault, facts, say.language)}" for fault in error.faults]
        heading = say("Values of assumptions.csv at which no lever may rest:")
        raise CommandError("\n".join([heading, *lines])) from error
