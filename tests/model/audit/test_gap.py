"""Milestones without a number."""

from audit_pieces import asked, figure, real, stated

from kh359.model.audit.finding import Severity
from kh359.model.audit.rules.gap import HOLE, REACHED, RULE, STOPS


def test_a_hole_is_found_with_its_ends() -> None:
    (found,) = asked(RULE, stated({2025: 10, 2040: 40, 2045: 50}))
    assert (found.says, found.severity) == (HOLE, Severity.NOTABLE)
    assert [figure(found, k) for k in ("before", "after", "n")] == [2025, 2040, 2]


def test_an_early_end_is_found() -> None:
    (below,) = asked(RULE, stated({2025: 10, 2030: 40}))
    (full,) = asked(RULE, stated({2025: 10, 2030: 100}))
    assert (below.says, below.severity) == (STOPS, Severity.NOTABLE)
    assert (full.says, full.severity) == (REACHED, Severity.INFORMATION)


def test_a_line_without_holes_to_the_end_is_sound() -> None:
    assert asked(RULE, stated({2035: 10, 2040: 40, 2045: 50})) == []


def test_the_plan() -> None:
    found = {f.says: f for f in RULE.find(real())}
    assert found[STOPS].indicator_ids == (
        "key_research_centres",
        "digital_tech_regional_share",
        "key_innovation_centres",
    )
    assert "gigabit_access" in found[REACHED].indicator_ids
    assert HOLE not in found
