"""What in `assumptions.csv` leaves the levers nowhere to rest, in words."""

from kh359.locale.language import Language
from kh359.locale.scenario_fault import scenario_fault_text
from kh359.locale.translate import translator
from kh359.model.response.needed_prior import missing_priors
from kh359.model.scenario.fault import ScenarioError
from kh359.model.scenario.scenario import rest_scenario
from kh359.plan.facts import Facts


def rest_fault_text(facts: Facts, language: Language) -> str:
    """Every missing row, or every value out of range, a line each; empty where all is well."""
    say, missing = translator(language), missing_priors(facts)
    if missing:
        return say(
            "assumptions.csv lacks rows that scenarios need: {ids}. Put them back, or restore "
            "the file from its last good version.",
            ids=", ".join(missing),
        )
    try:
        rest_scenario(facts)
    except ScenarioError as error:
        lines = [f"- {scenario_fault_text(fault, facts, language)}" for fault in error.faults]
        return "\n".join([say("Values of assumptions.csv at which no lever may rest:"), *lines])
    return ""
