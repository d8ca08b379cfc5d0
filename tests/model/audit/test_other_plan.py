"""Another plan of the province asks for something else."""

import pytest
from audit_pieces import asked, figure, real, stated

from kh359.model.audit.finding import Severity
from kh359.model.audit.rules.other_plan import EARLIER, LATER, RULE, SAME_YEAR
from kh359.plan.observation import Match, Region
from kh359.plan.other_target import OtherTarget
from kh359.plan.target import Comparator
from kh359.plan.unit import Unit


def aim(year: int, value: float, **changed: object) -> OtherTarget:
    made = OtherTarget(
        plan_vi="Kế hoạch khác",
        plan_en="Another plan",
        indicator_id="coverage",
        region=Region.PROVINCE,
        year=year,
        comparator=Comparator.AT_LEAST,
        value=value,
        unit=Unit.PERCENT,
        match=Match.SAME,
        source_id="paper",
    )
    return made.model_copy(update=changed)


TARGETS = stated({2025: 7, 2030: 10, 2035: 40})


@pytest.mark.parametrize(
    ("other", "says", "milestone"),
    [
        (aim(2030, 30), SAME_YEAR, 2030),
        (aim(2030, 5), SAME_YEAR, 2030),
        (aim(2027, 50), EARLIER, 2030),
        (aim(2024, 8), EARLIER, 2025),
        (aim(2028, 5), LATER, 2025),
        (aim(2040, 30), LATER, 2035),
    ],
)
def test_aims_that_cannot_both_hold(other: OtherTarget, says: str, milestone: int) -> None:
    (found,) = asked(RULE, TARGETS, other_targets=(other,))
    assert (found.says, [t.year for t in found.targets]) == (says, [milestone])
    assert found.source_ids == ("paper",)


@pytest.mark.parametrize(
    "other",
    [aim(2030, 10), aim(2027, 8), aim(2040, 60), aim(2020, 3), aim(2030, 5, value_high=0.12)],
)
def test_aims_that_fit(other: OtherTarget) -> None:
    assert asked(RULE, TARGETS, other_targets=(other,)) == []


def test_only_the_same_definition_and_area_is_serious() -> None:
    near = aim(2030, 30, match=Match.NEAR)
    old = aim(2030, 30, region=Region.OLD_PROVINCE)
    severities = [
        f.severity for f in asked(RULE, TARGETS, other_targets=(aim(2030, 30), near, old))
    ]
    assert severities == [Severity.SERIOUS, Severity.NOTABLE, Severity.NOTABLE]


def test_another_quantity_is_not_compared() -> None:
    assert asked(RULE, TARGETS, other_targets=(aim(2030, 30, match=Match.OTHER),)) == []


def test_the_plan() -> None:
    found = {(f.indicator_ids[0], f.targets[0].year): f for f in RULE.find(real())}
    congress = found["digital_economy_share", 2030]
    assert (figure(congress, "theirs"), figure(congress, "own")) == (0.3, 0.1)
    assert congress.severity is Severity.SERIOUS
    assert figure(found["digital_economy_share", 2025], "theirs") == 0.2
    assert figure(found["sme_digital", 2025], "theirs") == 0.5
    signature = found["digital_signature", 2030]
    assert (figure(signature, "theirs"), figure(signature, "own")) == (0.5, 0.1)
    assert ("officials_digital_mastery", 2025) not in found
