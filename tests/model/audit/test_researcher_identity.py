"""Density times people against the number of researchers."""

import pytest
from audit_pieces import asked, count, figure, real, renamed, stated
from plan_pieces import observation

from kh359.model.audit.finding import Severity
from kh359.model.audit.rules.researcher_identity import RULE
from kh359.plan.indicator import Role
from kh359.plan.unit import Unit

DENSITY = renamed(count("researchers_per_10k"), unit=Unit.PER_10K)
TOTAL = renamed(count("researchers_total"), unit=Unit.PEOPLE)
POPULATION = renamed(count("population"), unit=Unit.PEOPLE, role=Role.ECONOMY)
PEOPLE = (observation(2025, 2_000_000, indicator=POPULATION),)


def test_two_numbers_for_one_thing_are_serious() -> None:
    """7 per 10,000 of 2,000,000 people are 1,400, not 300."""
    targets = (*stated({2025: 7}, DENSITY), *stated({2025: 300}, TOTAL))
    (found,) = asked(RULE, targets, DENSITY, TOTAL, POPULATION, observations=PEOPLE)
    assert found.severity is Severity.SERIOUS
    assert figure(found, "implied") == 1400
    assert figure(found, "times") == pytest.approx(1400 / 300)
    assert found.indicator_ids == ("researchers_per_10k", "researchers_total")


def test_numbers_that_agree_within_a_tenth_are_not_found() -> None:
    targets = (*stated({2025: 7}, DENSITY), *stated({2025: 1450}, TOTAL))
    assert asked(RULE, targets, DENSITY, TOTAL, POPULATION, observations=PEOPLE) == []


def test_without_a_population_nothing_is_said() -> None:
    targets = (*stated({2025: 7}, DENSITY), *stated({2025: 300}, TOTAL))
    assert asked(RULE, targets, DENSITY, TOTAL, POPULATION) == []
    assert asked(RULE, targets, DENSITY, TOTAL) == []


def test_the_plan_in_all_years() -> None:
    """About 1.83 million people in 2022, growing: 7 per 10,000 are about 1,300 (plan: 300)."""
    (found,) = RULE.find(real())
    years = [2025, 2030, 2035, 2040, 2045]
    assert [figure(found, "total", y) for y in years] == [300, 400, 600, 800, 1000]
    assert [figure(found, "density", y) for y in years] == [7, 12, 14, 25, 30]
    for y in years:
        people = figure(found, "population", y)
        assert 1_825_564 < people < 2_400_000
        assert figure(found, "implied", y) == pytest.approx(
            figure(found, "density", y) * people / 10_000
        )
    assert figure(found, "times", 2025) == pytest.approx(4.3, abs=0.2)
    assert figure(found, "last_observed") == 2022
