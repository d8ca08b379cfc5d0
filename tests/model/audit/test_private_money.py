"""The share of GRDP against the share of the budget."""

import pytest
from audit_pieces import asked, figure, real, renamed, share, stated

from kh359.model.audit.finding import Severity
from kh359.model.audit.rules.private_money import RULE, needed_times
from kh359.plan.prior import Prior, PriorGrade, PriorKind
from kh359.plan.unit import Unit

BUDGET = renamed(share("st_budget_share"))
GRDP = renamed(share("sti_grdp_share"))


def prior(name: str, unit: Unit, low: float, mode: float, high: float) -> Prior:
    return Prior(
        assumption_id=name,
        kind=PriorKind.BUDGET,
        name_vi=name,
        name_en=name,
        unit=unit,
        low=low,
        mode=mode,
        high=high,
        grade=PriorGrade.OWN,
        note_vi="-",
        note_en="-",
    )


PRIORS = (
    prior("budget_grdp_share", Unit.PERCENT, 13, 16, 20),
    prior("cofinancing", Unit.RATIO, 0.5, 1.5, 2.5),
)


def test_the_money_needed_by_hand() -> None:
    """GRDP 100,000; budget 16,000; 1 % of it is 160; 2 % of GRDP is 2,000: 1,840 more, 11.5 x."""
    assert needed_times(0.01, 0.02, 0.16) == pytest.approx((2000 - 160) / 160)


def test_more_than_was_ever_seen_is_notable_and_never_serious() -> None:
    targets = (*stated({2025: 1, 2030: 10}, BUDGET), *stated({2025: 2, 2030: 3}, GRDP))
    (found,) = asked(RULE, targets, BUDGET, GRDP, priors=PRIORS)
    assert found.severity is Severity.NOTABLE
    assert [t.year for t in found.targets] == [2025, 2025]  # 2030 needs 0.875 only
    assert figure(found, "times") == pytest.approx(11.5)


def test_money_within_reach_is_not_found() -> None:
    targets = (*stated({2025: 1}, BUDGET), *stated({2025: 0.5}, GRDP))
    assert asked(RULE, targets, BUDGET, GRDP, priors=PRIORS) == []


def test_without_the_assumptions_nothing_is_said() -> None:
    targets = (*stated({2025: 1}, BUDGET), *stated({2025: 2}, GRDP))
    assert asked(RULE, targets, BUDGET, GRDP) == []


def test_the_plan() -> None:
    (found,) = RULE.find(real())
    share_of_grdp = real().prior_by_id["budget_grdp_share"].mode
    assert figure(found, "times", 2045) == pytest.approx(0.03 / (0.03 * share_of_grdp) - 1)
    assert {t.year for t in found.targets} == {2025, 2030, 2035, 2040, 2045}
