"""Two figures for one indicator and one year."""

from collections.abc import Iterator

from kh359.model.audit.finding import Finding, Severity, year
from kh359.model.audit.rule import Rule, marked
from kh359.model.audit.stated import Stated, aimed_at, quantity, stated_by_year
from kh359.plan.facts import Facts

SAYS = marked("{indicator}: for {year} the plan states two levels, {low} and {high}.")
ASKS = marked("Keep one of the two; until then both are counted, and the higher one decides.")


def find(facts: Facts) -> Iterator[Finding]:
    """Years with targets of different value."""
    for indicator in aimed_at(facts):
        for stated in stated_by_year(facts, indicator.indicator_id):
            if stated.lowest.value < stated.highest.value:
                yield _finding(stated)


def _finding(stated: Stated) -> Finding:
    return Finding(
        rule_id=RULE.rule_id,
        severity=Severity.SERIOUS,
        indicator_ids=(stated.lowest.indicator_id,),
        targets=stated.targets,
        says=SAYS,
        asks=ASKS,
        figures=(
            year("year", stated.year),
            quantity("low", stated.lowest),
            quantity("high", stated.highest),
        ),
    )


RULE = Rule(
    rule_id="stated_twice",
    name=marked("Targets stated twice"),
    reason=marked("Two levels for one year cannot both be the target that is reported on."),
    find=find,
)
