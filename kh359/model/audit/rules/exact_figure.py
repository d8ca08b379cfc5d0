"""Targets worded as an exact figure where more would be better."""

from collections.abc import Iterator

from kh359.model.audit.finding import Finding, Severity, count
from kh359.model.audit.rule import Rule, marked
from kh359.model.audit.stated import aimed_at, is_full
from kh359.plan.facts import Facts
from kh359.plan.target import Comparator, Target

EXACT = marked(
    "{n} indicators are set at an exact figure below full coverage ({indicators}): read literally, "
    "more than the figure would miss the target. The program reads “at least”."
)
MIXED = marked(
    "{n} indicators are worded “at least” at some milestones and as an exact figure at others "
    "({indicators})."
)
ASKS = marked("Write “at least” throughout, or say that the figure is a ceiling.")


def find(facts: Facts) -> Iterator[Finding]:
    """Two findings at most: always exact, and sometimes."""
    always: dict[str, list[Target]] = {}
    sometimes: dict[str, list[Target]] = {}
    for indicator in aimed_at(facts):
        targets = [t for t in facts.targets_of(indicator.indicator_id) if not is_full(t)]
        exact = [target for target in targets if target.comparator is Comparator.EQUAL]
        if exact:
            kind = always if len(exact) == len(targets) else sometimes
            kind[indicator.indicator_id] = exact
    for found, says in ((sometimes, MIXED), (always, EXACT)):
        if found:
            yield _finding(found, says)


def _finding(found: dict[str, list[Target]], says: str) -> Finding:
    return Finding(
        rule_id=RULE.rule_id,
        severity=Severity.INFORMATION,
        indicator_ids=tuple(found),
        targets=tuple(target for targets in found.values() for target in targets),
        says=says,
        asks=ASKS,
        figures=(count("n", len(found)),),
    )


RULE = Rule(
    rule_id="exact_figure",
    name=marked("Exact figures where more is better"),
    reason=marked(
        "“Exactly 7%” and “at least 7%” are judged differently; the plan's sentences use both."
    ),
    find=find,
)
