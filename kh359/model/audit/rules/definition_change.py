"""The plan changes what it counts under the same name."""

from collections.abc import Iterator

from kh359.model.audit.finding import Finding, Phrase, Severity, count, year
from kh359.model.audit.rule import Rule, marked
from kh359.model.audit.stated import aimed_at, stated_by_year
from kh359.plan.facts import Facts
from kh359.plan.series_break import DefinitionChange
from kh359.plan.target import Target

ONE = marked("{indicator}: {change}")
MANY = marked("{n} indicators ({indicators}): {change}")
ASK_NEW = marked(
    "Say where the old indicator closes and that the new one starts from nothing; no progress is "
    "to be read across."
)
ASKS = marked(
    "Use one definition for all milestones, or say that figures before and after {year} are not "
    "to be compared."
)


def find(facts: Facts) -> Iterator[Finding]:
    """Rows of definition_changes.csv, those with the same words for several indicators as one.

    Where the plan has targets on one side only, an indicator begins or ends there.

    A year with two figures is recorded there too; another rule tells it.
    """
    known = {indicator.indicator_id for indicator in aimed_at(facts)}
    alike: dict[tuple[int, str], list[DefinitionChange]] = {}
    for change in facts.definition_changes:
        if change.indicator_id in known and not _stated_twice(facts, change):
            alike.setdefault((change.year, change.note_vi), []).append(change)
    for changes in alike.values():
        yield _finding(facts, changes)


def _stated_twice(facts: Facts, change: DefinitionChange) -> bool:
    of_year = [t.value for t in facts.targets_of(change.indicator_id) if t.year == change.year]
    return len(set(of_year)) > 1


def _around(facts: Facts, change: DefinitionChange) -> tuple[Target, ...]:
    """The last target before the change and the first one after it."""
    stated = stated_by_year(facts, change.indicator_id)
    before = [s for s in stated if s.year < change.year][-1:]
    after = [s for s in stated if s.year >= change.year][:1]
    return tuple(target for s in (*before, *after) for target in s.targets)


def _finding(facts: Facts, changes: list[DefinitionChange]) -> Finding:
    first = changes[0]
    years = [target.year for change in changes for target in _around(facts, change)]
    both_sides = min(years) < first.year <= max(years)
    return Finding(
        rule_id=RULE.rule_id,
        severity=Severity.NOTABLE if both_sides else Severity.INFORMATION,
        indicator_ids=tuple(change.indicator_id for change in changes),
        targets=tuple(target for change in changes for target in _around(facts, change)),
        says=ONE if len(changes) == 1 else MANY,
        asks=ASKS if both_sides else ASK_NEW,
        figures=(year("year", first.year), count("n", len(changes))),
        phrases=(Phrase(key="change", vi=first.note_vi, en=first.note_en),),
    )


RULE = Rule(
    rule_id="definition_change",
    name=marked("Targets that change their definition on the way"),
    reason=marked(
        "A rise or fall between two ways of counting is no progress, and no series can be drawn "
        "through it."
    ),
    find=find,
)
