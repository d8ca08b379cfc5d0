"""What is counted changes under one name."""

from audit_pieces import asked, change, count, real, share, stated

from kh359.model.audit.finding import Severity
from kh359.model.audit.rules.definition_change import MANY, ONE, RULE


def test_the_targets_around_the_change_are_named() -> None:
    targets = stated({2025: 10, 2030: 20, 2035: 30})
    (found,) = asked(RULE, targets, definition_changes=(change(2030),))
    assert (found.says, found.severity) == (ONE, Severity.NOTABLE)
    assert [t.year for t in found.targets] == [2025, 2030]


def test_without_a_change_nothing_is_found() -> None:
    assert asked(RULE, stated({2025: 10, 2030: 20})) == []


def test_the_same_words_for_several_indicators_are_one_finding() -> None:
    targets = (*stated({2025: 10, 2030: 20}), *stated({2025: 1, 2030: 2}, count()))
    changes = (change(2030), change(2030, count()))
    (found,) = asked(RULE, targets, share(), count(), definition_changes=changes)
    assert (found.says, found.indicator_ids) == (MANY, ("coverage", "firms"))


def test_an_indicator_that_only_begins_there_is_for_information() -> None:
    (found,) = asked(RULE, stated({2035: 50, 2040: 80}), definition_changes=(change(2035),))
    assert found.severity is Severity.INFORMATION


def test_the_plan() -> None:
    found = list(RULE.find(real()))
    signature = [f for f in found if f.indicator_ids == ("digital_signature",)]
    assert [f.clauses for f in signature] == [
        ("II.2.2.e.12", "II.2.3.e.8"),
        ("II.2.3.e.8", "II.2.4.e.8"),
    ]
    assert not [f for f in found if "st_enterprises" in f.indicator_ids]
    assert {i for f in found for i in f.indicator_ids} >= {"st_tasks_accepted", "coverage_6g"}
