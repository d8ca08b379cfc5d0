"""The best plan in words."""

from dataclasses import replace

from kh359.locale.language import Language
from kh359.locale.money import money_text
from kh359.locale.number import expected_count
from kh359.locale.translate import translator
from kh359.model.scenario.scenario import Scenario
from kh359.model.solve.aim import Limits
from kh359.model.solve.best_plan import BestPlan


def plan_head(plan: BestPlan, language: Language, *, weighted: bool = False) -> str:
    """What the best plan brings against the scenario it starts from."""
    say = translator(language)
    text = say(
        "With at most {ceiling} in 2026–2045 (2025 prices) the best plan found spends {spent} and "
        "brings {expected} expected targets of {counted}; the present scenario spends "
        "{spent_before} and brings {before}.",
        ceiling=money_text(plan.limits.ceiling, language),
        spent=money_text(plan.spent, language),
        expected=expected_count(plan.expected, language),
        counted=len(plan.target_ids),
        spent_before=money_text(plan.spent_before, language),
        before=expected_count(plan.before, language),
    )
    if weighted:
        text += " " + say("Targets are weighted as chosen.")
    met, total = plan.set_by_levers
    if total:
        text += " " + say(
            "Of the {total} targets on shares of money, which the levers set themselves, it meets "
            "{met}.",
            total=total,
            met=met,
        )
    if not plan.before_allowed:
        text += " " + say("The present scenario itself does not keep these limits.")
    return text


def plan_caution(language: Language) -> str:
    """What an optimum on assumptions is worth."""
    say = translator(language)
    return say(
        "The optimum follows from assumptions about the effect of money; it says where "
        "the assumptions point, not where money must go. Expected targets are a sum of "
        "probabilities. Targets whose figure the levers set themselves are not counted."
    )


def plan_named(scenario: Scenario, limits: Limits, language: Language) -> Scenario:
    """The plan's scenario with a name and a note that say where it comes from."""
    say = translator(language)
    ceiling = money_text(limits.ceiling, language)
    return replace(
        scenario,
        name=say("Best plan, at most {ceiling} in 2026–2045", ceiling=ceiling),
        note=say(
            "Found by goal seek: the split and timing that make most targets likely. Rests on the "
            "assumptions of this program."
        ),
    )
