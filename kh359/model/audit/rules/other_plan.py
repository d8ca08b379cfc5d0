"""Another plan of the province asks for something else."""

from collections.abc import Iterator

from kh359.model.attainment import TOLERANCE
from kh359.model.audit.finding import Figure, Finding, Form, Phrase, Severity, year
from kh359.model.audit.rule import Rule, marked
from kh359.model.audit.stated import Stated, quantity, stated_by_year
from kh359.plan.facts import Facts
from kh359.plan.observation import Match, Region
from kh359.plan.other_target import OtherTarget

SAME_YEAR = marked("{indicator}: {plan} asks for {theirs} in {year}, this plan for {own}. {note}")
EARLIER = marked(
    "{indicator}: {plan} already asks for {theirs} in {their_year}, this plan only for {own} in "
    "{year}. {note}"
)
LATER = marked(
    "{indicator}: {plan} asks for only {theirs} in {their_year}, this plan for {own} already in "
    "{year}. {note}"
)
ASKS = marked("Say which of the two is reported on, and with which definition.")


def find(facts: Facts) -> Iterator[Finding]:
    """Aims that this plan's targets cannot be read together with; OTHER definitions are left."""
    for other in facts.other_targets:
        stated = stated_by_year(facts, other.indicator_id)
        if other.match is Match.OTHER or not stated:
            continue
        found = _clash(stated, other)
        if found is not None:
            yield _finding(other, *found)


def _clash(stated: tuple[Stated, ...], other: OtherTarget) -> tuple[str, Stated] | None:
    """The sentence and the milestone that does not fit; None where both plans can hold.

    In a year of its own the values must be equal. A later milestone below the aim, or an earlier
    one above it, does not fit either.
    """
    low, high = other.value, other.value_high or other.value
    for milestone in stated:
        least, most = milestone.lowest.value, milestone.highest.value
        if milestone.year == other.year:
            fits = least <= high + TOLERANCE and most >= low - TOLERANCE
            return None if fits else (SAME_YEAR, milestone)
    after = next((s for s in stated if s.year > other.year), None)
    if after is not None and after.highest.value < low - TOLERANCE:
        return EARLIER, after
    before = next((s for s in reversed(stated) if s.year < other.year), None)
    if before is not None and before.lowest.value > high + TOLERANCE:
        return LATER, before
    return None


def _finding(other: OtherTarget, says: str, milestone: Stated) -> Finding:
    of_today = other.match is Match.SAME and other.region is Region.PROVINCE
    return Finding(
        rule_id=RULE.rule_id,
        severity=Severity.SERIOUS if of_today else Severity.NOTABLE,
        indicator_ids=(other.indicator_id,),
        targets=milestone.targets,
        says=says,
        asks=ASKS,
        figures=(
            Figure(
                key="theirs",
                value=other.value,
                form=Form.STATED,
                unit=other.unit,
                year=other.year,
            ),
            year("their_year", other.year),
            quantity("own", milestone.highest),
            year("year", milestone.year),
        ),
        phrases=(
            Phrase(key="plan", vi=other.plan_vi, en=other.plan_en),
            Phrase(key="note", vi=other.note_vi or "", en=other.note_en or ""),
        ),
        source_ids=(other.source_id,),
    )


RULE = Rule(
    rule_id="other_plan",
    name=marked("Targets that disagree with another plan of the province"),
    reason=marked(
        "Departments report on several plans; where two ask for different things of one indicator, "
        "both cannot be steered by."
    ),
    find=find,
)
