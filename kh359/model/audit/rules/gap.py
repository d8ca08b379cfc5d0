"""Milestones without a number between or after those that have one."""

from collections.abc import Iterator
from itertools import pairwise

from kh359.model.audit.finding import Finding, Severity, count, year
from kh359.model.audit.rule import Rule, marked
from kh359.model.audit.stated import Stated, aimed_at, is_full, quantity, stated_by_year
from kh359.plan.facts import Facts
from kh359.plan.target import MILESTONE_YEARS

HOLE = marked(
    "{indicator}: the plan has a number for {before} and for {after}, but for {n} milestones "
    "between them it has none."
)
ASK_HOLE = marked("Set the numbers in between, or say that the indicator rests in those years.")
STOPS = marked(
    "{n} indicators end before {horizon} with less than full coverage ({indicators}): no number "
    "says what comes after."
)
ASK_STOPS = marked("Set later milestones, or say that the indicator is closed and why.")
REACHED = marked(
    "{n} indicators end before {horizon} at full coverage ({indicators}): nothing says that the "
    "level is to be kept."
)
ASK_REACHED = marked("Say that the level is kept, and who goes on reporting it.")


def find(facts: Facts) -> Iterator[Finding]:
    """Holes one by one; indicators that end early together, full coverage apart."""
    ended: dict[bool, list[Stated]] = {False: [], True: []}
    for indicator in aimed_at(facts):
        stated = stated_by_year(facts, indicator.indicator_id)
        yield from _holes(stated)
        if stated and stated[-1].year < MILESTONE_YEARS[-1]:
            ended[is_full(stated[-1].highest)].append(stated[-1])
    for full, last in ended.items():
        if last:
            yield _ended(last, full=full)


def _holes(stated: tuple[Stated, ...]) -> Iterator[Finding]:
    for before, after in pairwise(stated):
        missing = [year for year in MILESTONE_YEARS if before.year < year < after.year]
        if missing:
            yield Finding(
                rule_id=RULE.rule_id,
                severity=Severity.NOTABLE,
                indicator_ids=(before.highest.indicator_id,),
                targets=(*before.targets, *after.targets),
                says=HOLE,
                asks=ASK_HOLE,
                figures=(
                    year("before", before.year),
                    year("after", after.year),
                    count("n", len(missing)),
                    quantity("last_value", before.highest),
                    quantity("next_value", after.lowest),
                ),
            )


def _ended(last: list[Stated], *, full: bool) -> Finding:
    return Finding(
        rule_id=RULE.rule_id,
        severity=Severity.INFORMATION if full else Severity.NOTABLE,
        indicator_ids=tuple(stated.highest.indicator_id for stated in last),
        targets=tuple(target for stated in last for target in stated.targets),
        says=REACHED if full else STOPS,
        asks=ASK_REACHED if full else ASK_STOPS,
        figures=(count("n", len(last)), year("horizon", MILESTONE_YEARS[-1])),
    )


RULE = Rule(
    rule_id="gap",
    name=marked("Milestones without a number"),
    reason=marked("A line with a hole or an early end cannot be steered by in those years."),
    find=find,
)
