"""Targets worded as an exact figure."""

from audit_pieces import asked, real, stated

from kh359.model.audit.rules.exact_figure import EXACT, MIXED, RULE
from kh359.plan.target import Comparator


def test_an_exact_figure_below_full_coverage_is_found() -> None:
    (found,) = asked(RULE, stated({2025: 7, 2030: 10}, comparator=Comparator.EQUAL))
    assert (found.says, len(found.targets)) == (EXACT, 2)


def test_at_least_and_exactly_in_turn_is_said() -> None:
    mixed = (*stated({2030: 10}), *stated({2035: 20}, comparator=Comparator.EQUAL))
    (found,) = asked(RULE, mixed)
    assert (found.says, [t.year for t in found.targets]) == (MIXED, [2035])


def test_full_coverage_and_at_least_are_well_worded() -> None:
    full = stated({2030: 100}, comparator=Comparator.EQUAL)
    assert asked(RULE, (*stated({2025: 80}), *full)) == []


def test_the_plan() -> None:
    found = {f.says: f for f in RULE.find(real())}
    assert found[MIXED].indicator_ids == ("digital_signature",)
    assert {"digital_economy_share", "sti_grdp_share"} <= set(found[EXACT].indicator_ids)
