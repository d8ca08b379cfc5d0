"""A later target below an earlier one."""

from audit_pieces import asked, change, count, figure, real, stated

from kh359.model.audit.finding import Severity
from kh359.model.audit.rules.falls_back import ASK_RESTARTED, RULE


def test_a_fall_is_serious_and_carries_both_figures() -> None:
    (found,) = asked(RULE, stated({2025: 85, 2030: 80, 2035: 95}))
    assert found.severity is Severity.SERIOUS
    assert [t.target_id for t in found.targets] == ["coverage-2025", "coverage-2030"]
    assert (figure(found, "earlier"), figure(found, "later")) == (0.85, 0.8)


def test_rising_and_level_targets_are_no_fall() -> None:
    assert asked(RULE, stated({2025: 80, 2030: 80, 2035: 95})) == []


def test_a_fall_between_two_ways_of_counting_is_only_notable() -> None:
    firms = count()
    (found,) = asked(RULE, stated({2025: 5, 2030: 4}, firms, per_year_from=2030), firms)
    assert (found.severity, found.asks) == (Severity.NOTABLE, ASK_RESTARTED)
    changed = asked(RULE, stated({2025: 85, 2030: 80}), definition_changes=(change(2030),))
    assert [f.severity for f in changed] == [Severity.NOTABLE]


def test_the_plan() -> None:
    found = {f.targets[1].target_id: f for f in RULE.find(real())}
    eid, firms = found["eid_level2-2030"], found["st_enterprises-2045"]
    assert (figure(eid, "earlier"), figure(eid, "later")) == (0.85, 0.8)
    assert eid.clauses == ("II.2.1.e.12", "II.2.2.e.12")
    assert (figure(firms, "earlier"), figure(firms, "later")) == (70, 60)
    assert firms.severity is Severity.SERIOUS
    assert found["st_tasks_accepted-2030"].severity is Severity.NOTABLE
    assert len(found) == 3
