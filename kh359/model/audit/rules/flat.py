"""The same value over three milestones or more."""

from collections.abc import Iterator
from itertools import groupby

from kh359.model.audit.finding import Finding, Severity, count, year
from kh359.model.audit.rule import Rule, marked
from kh359.model.audit.stated import Stated, aimed_at, is_full, quantity, stated_by_year
from kh359.plan.facts import Facts

LONGEST = 2
"""Milestones that may share one value without a word."""

SAYS = marked(
    "{indicator}: {value} at all {n} milestones from {first} to {last}; nothing more is asked for "
    "in {years} years."
)
ASKS = marked("Say whether keeping the level is the aim, or raise it.")
FULL = marked(
    "{n} indicators stay at full coverage for three milestones or more ({indicators}): nothing "
    "more can be asked of them."
)
ASK_FULL = marked("Consider a target of quality or use in their place.")


def find(facts: Facts) -> Iterator[Finding]:
    """Runs of one value; those of full coverage are natural and told together."""
    full: list[tuple[Stated, ...]] = []
    for indicator in aimed_at(facts):
        for run in _runs(stated_by_year(facts, indicator.indicator_id)):
            if is_full(run[0].highest):
                full.append(run)
            else:
                yield _finding(run)
    if full:
        yield _fullness(full)


def _runs(stated: tuple[Stated, ...]) -> Iterator[tuple[Stated, ...]]:
    for _, members in groupby(stated, key=lambda s: s.highest.value):
        run = tuple(members)
        if len(run) > LONGEST:
            yield run


def _finding(run: tuple[Stated, ...]) -> Finding:
    first, last = run[0].highest, run[-1].highest
    return Finding(
        rule_id=RULE.rule_id,
        severity=Severity.NOTABLE,
        indicator_ids=(first.indicator_id,),
        targets=tuple(target for stated in run for target in stated.targets),
        says=SAYS,
        asks=ASKS,
        figures=(
            quantity("value", first),
            count("n", len(run)),
            year("first", first.year),
            year("last", last.year),
            count("years", last.year - first.year),
        ),
    )


def _fullness(full: list[tuple[Stated, ...]]) -> Finding:
    return Finding(
        rule_id=RULE.rule_id,
        severity=Severity.INFORMATION,
        indicator_ids=tuple(run[0].highest.indicator_id for run in full),
        targets=tuple(target for run in full for stated in run for target in stated.targets),
        says=FULL,
        asks=ASK_FULL,
        figures=(count("n", len(full)),),
    )


RULE = Rule(
    rule_id="flat",
    name=marked("Targets that stay flat"),
    reason=marked("A target that never moves gives no direction for the years it spans."),
    find=find,
)
