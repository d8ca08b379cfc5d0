"""'Met' by hand: equality, coverage, rounding, first year, words."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from plan_pieces import count, facts, observation, share, target

from kh359.model.assumptions import Assumptions
from kh359.model.attainment import (
    Verdict,
    first_year_met,
    growth,
    is_met,
    judge,
    likelihood,
    observed_value,
    year_quantiles,
)
from kh359.model.evidence import gather_evidence
from kh359.model.family import Family
from kh359.model.history import FloatArray, History
from kh359.model.projection import Projection
from kh359.plan.observation import Match, Region
from kh359.plan.target import Comparator
from kh359.plan.unit import Unit


def _met(value: float, goal: object) -> bool:
    return bool(is_met(np.array(value), goal))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("value", "met"), [(0.5, True), (0.1 + 0.4, True), (0.4999, False), (0.7, True)]
)
@pytest.mark.parametrize("comparator", [Comparator.AT_LEAST, Comparator.EQUAL])
def test_reaching_a_share_meets_it(value: float, met: bool, comparator: Comparator) -> None:
    assert _met(value, target(2030, 50, comparator=comparator)) is met


@pytest.mark.parametrize(("value", "met"), [(0.79, False), (0.8, True), (0.85, True), (0.95, True)])
def test_a_range_asks_for_its_low_end(value: float, met: bool) -> None:
    assert _met(value, target(2040, 80, comparator=Comparator.RANGE, high=90)) is met


@pytest.mark.parametrize(("value", "met"), [(0.995, True), (0.9949, False), (1.0, True)])
def test_full_coverage_counts_from_99_5_percent(value: float, met: bool) -> None:
    assert _met(value, target(2030, 100)) is met
    assert _met(value, target(2030, 1.0, unit=Unit.INDEX)) is met
    assert not _met(0.9899, target(2030, 99))  # 99 % is not full coverage


@pytest.mark.parametrize(("value", "met"), [(11.5, True), (11.49, False), (12.0, True)])
def test_counts_are_rounded_half_up(value: float, met: bool) -> None:
    assert _met(value, target(2030, 12, indicator=count())) is met
    assert not _met(value, target(2030, 12.1, unit=Unit.PER_10K))


def _projection(paths: FloatArray, first: int = 2026) -> Projection:
    return Projection(
        indicator_id="coverage",
        family=Family.DRIFT,
        years=np.arange(first, first + paths.shape[1]),
        paths=paths,
    )


def test_first_year_met_in_and_by() -> None:
    # Five paths, 2026-2030: met at once; met, then lost; exactly equal in 2028; last year; never.
    paths = np.array(
        [
            [0.5, 0.6, 0.7, 0.8, 0.9],
            [0.6, 0.4, 0.4, 0.4, 0.4],
            [0.1, 0.2, 0.5, 0.6, 0.7],
            [0.1, 0.1, 0.1, 0.1, 0.5],
            [0.1, 0.1, 0.1, 0.1, 0.1],
        ]
    )
    goal, projection = target(2030, 50), _projection(paths)
    first = first_year_met(projection, goal)
    assert first.tolist() == [2026, 2026, 2028, 2030, math.inf]
    assert year_quantiles(first) == (2026, 2028, math.inf)
    evidence = gather_evidence(facts(), share(), Assumptions())
    outcome = judge(goal, evidence, None, projection, None)
    assert outcome.p_met == pytest.approx(3 / 5)
    assert outcome.p_met_by == pytest.approx(4 / 5)
    assert outcome.first_year == (2026, 2028, math.inf)
    assert outcome.p50 == pytest.approx(0.5)
    assert outcome.verdict is Verdict.EVEN


def test_never_is_not_averaged_with_a_year() -> None:
    first = np.array([2030.0] * 99 + [math.inf])
    assert year_quantiles(first) == (2030, 2030, 2030)
    assert year_quantiles(np.array([2030.0, math.inf])) == (2030, 2030, math.inf)


@pytest.mark.parametrize(
    ("p", "word"),
    [
        (1.0, Verdict.VERY_LIKELY),
        (0.90, Verdict.VERY_LIKELY),
        (0.8951, Verdict.VERY_LIKELY),
        (0.8949, Verdict.LIKELY),
        (0.66, Verdict.LIKELY),
        (0.65, Verdict.EVEN),
        (0.33, Verdict.EVEN),
        (0.32, Verdict.UNLIKELY),
        (0.10, Verdict.UNLIKELY),
        (0.09, Verdict.VERY_UNLIKELY),
        (0.0, Verdict.VERY_UNLIKELY),
    ],
)
def test_words_of_likelihood(p: float, word: Verdict) -> None:
    assert likelihood(p) is word


@given(st.lists(st.floats(0, 1), min_size=12, max_size=12), st.floats(0, 100), st.floats(0, 100))
def test_harder_targets_are_never_likelier(values: list[float], one: float, other: float) -> None:
    paths = np.array(values).reshape(4, 3)
    low, high = sorted((one, other))
    evidence = gather_evidence(facts(), share(), Assumptions())
    easy = judge(target(2030, low), evidence, None, _projection(paths, 2028), None)
    hard = judge(target(2030, high), evidence, None, _projection(paths, 2028), None)
    if high < 100:  # full coverage is met from 99.5
        assert easy.p_met is not None
        assert hard.p_met is not None
        assert hard.p_met <= easy.p_met
    assert easy.p_met_by is not None
    assert easy.p_met is not None
    assert easy.p_met_by >= easy.p_met


def test_a_past_target_is_judged_on_the_provinces_own_figure_only() -> None:
    goal = target(2025, 50)
    nation = observation(2025, 90, region=Region.NATION)
    old = observation(2025, 90, region=Region.OLD_PROVINCE)
    other = observation(2025, 90, match=Match.OTHER)
    assert observed_value(facts(observations=[nation, old, other]), goal) is None
    near = observation(2025, 49.9, match=Match.NEAR)
    known = facts(observations=[nation, near])
    assert observed_value(known, goal) == pytest.approx(0.499)
    evidence = gather_evidence(known, share(), Assumptions())
    assert judge(goal, evidence, None, None, 0.499).verdict is Verdict.NOT_MET
    assert judge(goal, evidence, None, None, 0.5).verdict is Verdict.MET
    unknown = judge(goal, evidence, None, None, None)
    assert (unknown.verdict, unknown.p_met) == (Verdict.NO_DATA, None)


def test_a_past_target_is_never_projected() -> None:
    evidence = gather_evidence(facts(), share(), Assumptions())
    projection = _projection(np.full((10, 20), 0.9), first=2023)
    assert judge(target(2025, 50), evidence, None, projection, None).verdict is Verdict.NO_DATA


def test_growth_needed_and_seen() -> None:
    history = History(years=np.array([2020, 2023, 2025]), values=np.array([0.2, 0.3, 0.4]))
    needed, seen = growth(target(2030, 60), history)
    assert needed == pytest.approx(0.04)
    assert seen == pytest.approx(0.04)
    assert growth(target(2030, 60), None) == (None, None)
    alone = History(years=np.array([2025]), values=np.array([0.4]))
    assert growth(target(2025, 60), alone) == (None, None)
