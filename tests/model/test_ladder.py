"""Five rungs: which fails first, when the last target is first met, what others managed."""

from dataclasses import replace

import numpy as np
import pytest
from plan_pieces import facts, observation, target

from kh359.model.assumptions import Assumptions, StartingValue
from kh359.model.evidence import Level
from kh359.model.family import Family
from kh359.model.ladder import ladder, ladders
from kh359.model.outlook import IndicatorOutlook, project_plan
from kh359.model.projection import Projection
from kh359.plan.facts import Facts
from kh359.plan.loading import load_facts

TARGETS = (target(2025, 30), target(2030, 40), target(2035, 60), target(2045, 90))


def outlook_of(plan: Facts, assumptions: Assumptions | None = None) -> IndicatorOutlook:
    return project_plan(plan, assumptions or Assumptions(), n_draws=200).indicators[0]


def on_paths(item: IndicatorOutlook, *paths: list[float], first: int = 2026) -> IndicatorOutlook:
    """The item with these paths, constant after their end, up to 2045."""
    years = np.arange(first, 2046)
    full = np.array([p + [p[-1]] * (years.size - len(p)) for p in paths])
    projection = Projection(
        indicator_id="coverage", family=Family.REFERENCE, years=years, paths=full
    )
    return replace(item, projection=projection)


def with_chances(item: IndicatorOutlook, chances: dict[int, float]) -> IndicatorOutlook:
    return replace(
        item,
        attainments=tuple(
            replace(a, p_met=chances.get(a.target.year, a.p_met)) for a in item.attainments
        ),
    )


@pytest.fixture(scope="module")
def observed() -> IndicatorOutlook:
    return outlook_of(facts(targets=TARGETS, observations=(observation(2025, 35),)))


def test_a_year_without_a_number_has_no_rung(observed: IndicatorOutlook) -> None:
    rungs = ladder(observed).rungs
    assert [None if r is None else r.year for r in rungs] == [2025, 2030, 2035, None, 2045]


@pytest.mark.parametrize(
    ("chances", "failing"),
    [
        ({2030: 0.9, 2035: 0.3, 2045: 0.1}, 2035),
        ({2030: 0.49, 2035: 0.8, 2045: 0.8}, 2030),
        ({2030: 0.5, 2035: 0.5, 2045: 0.5}, None),
        ({2030: 0.9, 2035: 0.9, 2045: 0.496}, None),  # printed as 50 %
        ({2030: 0.9, 2035: 0.9, 2045: 0.494}, 2045),  # printed as 49 %
    ],
)
def test_the_first_rung_below_an_even_chance_fails(
    observed: IndicatorOutlook, chances: dict[int, float], failing: int | None
) -> None:
    assert ladder(with_chances(observed, chances)).first_failing == failing


def test_a_missed_target_of_the_past_is_the_first_to_fail() -> None:
    missed = outlook_of(facts(targets=TARGETS, observations=(observation(2025, 20),)))
    assert ladder(missed).first_failing == 2025


def test_without_data_nothing_fails_and_nothing_is_known() -> None:
    silent = ladder(outlook_of(facts(targets=TARGETS)))
    assert silent.level is Level.NONE
    assert not silent.is_known
    assert (silent.first_failing, silent.first_year, silent.elsewhere) == (None, None, None)


def test_of_two_targets_the_harder_one_decides(observed: IndicatorOutlook) -> None:
    easy, hard = target(2045, 50), target(2045, 90).model_copy(update={"target_id": "coverage-2"})
    item = outlook_of(facts(targets=(easy, hard), observations=(observation(2025, 35),)))
    assert ladder(item).rungs[-1].hardest.target.value == 0.9  # type: ignore[union-attr]


def test_the_first_year_by_hand(observed: IndicatorOutlook) -> None:
    """Four paths to 90 %: in 2027, in 2026, in 2027 and back below, never."""
    item = on_paths(observed, [0.5, 0.9], [0.95], [0.5, 0.9, 0.7], [0.5])
    first = ladder(item).first_year
    assert first is not None
    assert first.target.value == 0.9
    assert dict(zip(first.years[:3].tolist(), first.shares[:3].tolist(), strict=True)) == {
        2026: 0.25,
        2027: 0.5,
        2028: 0,
    }
    assert first.never == 0.25
    assert first.shares.sum() + first.never == pytest.approx(1)


def test_elsewhere_is_the_share_of_the_furthest_target() -> None:
    item = outlook_of(facts(targets=TARGETS, observations=(observation(2025, 35),)))
    found = ladder(item).elsewhere
    assert found is not None
    assert item.reference is not None
    assert found.target.year == 2045
    assert found.share == item.reference.shares[-1].share
    *earlier, last = item.reference.shares
    few = (*earlier, replace(last, effective_n=9.9))
    nearer = ladder(replace(item, reference=replace(item.reference, shares=few))).elsewhere
    assert nearer is not None
    assert nearer.target.year == 2035
    none = tuple(replace(share, effective_n=9.9) for share in few)
    assert ladder(replace(item, reference=replace(item.reference, shares=none))).elsewhere is None


def test_an_assumed_start_gives_a_ladder_of_level_3() -> None:
    start = StartingValue(indicator_id="coverage", year=2025, value=0.3)
    item = outlook_of(facts(targets=TARGETS), Assumptions(starting_values=(start,)))
    assert ladder(item).level is Level.ASSUMED
    assert ladder(item).is_known
    assert ladder(item).rungs[0].fails is None  # type: ignore[union-attr]


def test_the_whole_plan_has_48_ladders() -> None:
    outlook = project_plan(load_facts(), Assumptions(), n_draws=200)
    known = ladders(outlook.indicators)
    assert len(known) == 48
    assert sum(len([r for r in item.rungs if r]) for item in known) == 193  # one year holds two
    assert {item.indicator.indicator_id for item in known if item.is_known} >= {
        "dossiers_online",
        "digital_economy_share",
    }
