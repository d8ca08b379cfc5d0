"""A target that is lower than an earlier one."""

from collections.abc import Iterator

from kh359.model.audit.finding import Finding, Severity, year
from kh359.model.audit.rule import Rule, marked
from kh359.model.audit.stated import Step, aimed_at, quantity, steps
from kh359.plan.facts import Facts

SAME = marked(
    "{indicator}: the plan asks for {earlier} in {earlier_year} and only {later} in {later_year}."
)
RESTARTED = marked(
    "{indicator}: {earlier} in {earlier_year}, then {later} from {later_year} on. The two are not "
    "counted in the same way, so it is not clear whether the target falls."
)
ASK_SAME = marked(
    "Clarify which figure holds; a later target should not lie below {earlier}, unless a reason "
    "is given."
)
ASK_RESTARTED = marked(
    "State whether the figure of {earlier_year} is for that year alone or a total, in the same "
    "words as for {later_year}."
)


def find(facts: Facts) -> Iterator[Finding]:
    """Milestones below the one before; of two figures for a year the higher one counts."""
    for indicator in aimed_at(facts):
        for step in steps(facts, indicator.indicator_id):
            if step.later.highest.value < step.earlier.highest.value:
                yield _finding(step)


def _finding(step: Step) -> Finding:
    earlier, later = step.earlier.highest, step.later.highest
    return Finding(
        rule_id=RULE.rule_id,
        severity=Severity.SERIOUS if step.is_alike else Severity.NOTABLE,
        indicator_ids=(earlier.indicator_id,),
        targets=(earlier, later),
        says=SAME if step.is_alike else RESTARTED,
        asks=ASK_SAME if step.is_alike else ASK_RESTARTED,
        figures=(
            quantity("earlier", earlier),
            year("earlier_year", earlier.year),
            quantity("later", later),
            year("later_year", later.year),
        ),
    )


RULE = Rule(
    rule_id="falls_back",
    name=marked("Targets that fall back"),
    reason=marked(
        "More is better for every indicator of the plan, so a later target below an earlier one "
        "is a slip of the pen or needs a reason."
    ),
    find=find,
)
