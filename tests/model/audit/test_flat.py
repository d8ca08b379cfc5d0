"""One value over three milestones or more."""

from audit_pieces import asked, figure, real, stated

from kh359.model.audit.finding import Severity
from kh359.model.audit.rules.flat import FULL, RULE, SAYS


def test_three_equal_milestones_are_flat() -> None:
    (found,) = asked(RULE, stated({2025: 12, 2030: 12, 2035: 12, 2040: 13}))
    assert (found.says, found.severity) == (SAYS, Severity.NOTABLE)
    assert [figure(found, k) for k in ("value", "n", "first", "last")] == [0.12, 3, 2025, 2035]


def test_two_equal_milestones_are_not() -> None:
    assert asked(RULE, stated({2025: 12, 2030: 12, 2035: 13, 2040: 13})) == []


def test_full_coverage_is_only_for_information() -> None:
    (found,) = asked(RULE, stated({2030: 100, 2035: 100, 2040: 100}))
    assert (found.says, found.severity) == (FULL, Severity.INFORMATION)


def test_the_plan() -> None:
    found = list(RULE.find(real()))
    below = {f.indicator_ids[0]: figure(f, "n") for f in found if f.says == SAYS}
    assert below == {"sti_grdp_share": 4, "public_st_organisations": 5}
    assert ("full_online_services" in f.indicator_ids for f in found if f.says == FULL)
