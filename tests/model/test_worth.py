"""What one more figure is worth: textbook cases, properties, and what it does to the ranking."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kh359.model.assumptions import Assumptions
from kh359.model.outlook import project_plan
from kh359.model.worth.doubt import JUDGED, UNTOUCHED, narrowed, told_first
from kh359.model.worth.next_figure import Basis
from kh359.model.worth.worth import FigureWorth, Gain, figure_worth, ranking
from kh359.plan.facts import Facts
from kh359.plan.wanted import Standing, WantedFigure
from tests.model.plan_pieces import count, facts, observation, share, target

CHANCES = st.lists(st.floats(0, 1), min_size=1, max_size=20)


def worth_of(plan: Facts, indicator_id: str = "coverage", *, this_year: int = 2026) -> FigureWorth:
    outlook = project_plan(plan, Assumptions(), n_draws=200)
    return figure_worth(plan, outlook.of(indicator_id), this_year=this_year, n_draws=200, seed=359)


def test_two_equal_chances_by_hand() -> None:
    # 0.2 or 0.6: mean 0.4, doubt 0.24; after it 0.16 or 0.24, mean 0.20; cleared 0.04 of 1/4.
    doubt = narrowed([0.2, 0.6])
    assert doubt.before == pytest.approx(0.24)
    assert doubt.after == pytest.approx(0.20)
    assert doubt.cleared == pytest.approx(0.16)
    # Nothing could be said before: 0.25 - 0.20 = 0.05 of 1/4.
    assert told_first([0.2, 0.6]).cleared == pytest.approx(0.2)


def test_one_toss_of_an_unknown_coin_is_worth_what_the_textbook_says() -> None:
    # Uniform prior on the chance of heads; the next toss moves its mean to 1/3 or 2/3. The
    # preposterior variance of a beta-binomial is V n / (n + a + b) = 1/12 * 1/3 = 1/36.
    doubt = narrowed([1 / 3, 2 / 3])
    assert doubt.before - doubt.after == pytest.approx(1 / 36)


def test_the_ends_of_the_scale() -> None:
    assert JUDGED.cleared == 1
    assert UNTOUCHED.cleared == 0
    assert told_first([0.5, 0.5]).cleared == 0
    assert told_first([0.0, 1.0]).cleared == 1
    assert narrowed([0.7, 0.7]).cleared == pytest.approx(0)


@given(CHANCES)
def test_a_figure_never_adds_doubt(chances: list[float]) -> None:
    doubt = narrowed(chances)
    assert 0 <= doubt.after <= doubt.before <= 0.25 + 1e-12
    assert doubt.before - doubt.after == pytest.approx(np.var(chances), abs=1e-9)
    first = told_first(chances)
    assert 0 <= first.cleared <= 1
    assert first.cleared >= doubt.cleared - 1e-9  # saying nothing is never less doubtful


def test_without_a_figure_its_year_would_be_judged_and_the_rest_counted() -> None:
    plan = facts(targets=[target(2025, 40), target(2030, 60), target(2035, 80)])
    worth = worth_of(plan)
    assert worth.figure is not None
    assert worth.figure.basis is Basis.SUPPOSED
    # Six parts between 0 and the nearest target ahead (60 %), each by its middle.
    assert worth.figure.values == pytest.approx([0.05, 0.15, 0.25, 0.35, 0.45, 0.55])
    assert [one.gain for one in worth.targets] == [Gain.JUDGED, Gain.COUNTED, Gain.COUNTED]
    assert 1 < worth.cleared <= 3
    assert all(one.p_now is None for one in worth.targets)


def test_with_a_figure_the_next_year_narrows_what_is_ahead_and_leaves_what_is_judged() -> None:
    plan = facts(targets=[target(2025, 40), target(2030, 60)], observations=[observation(2025, 50)])
    worth = worth_of(plan)
    assert worth.figure is not None
    assert (worth.figure.year, worth.figure.basis) == (2026, Basis.PREDICTED)
    judged, ahead = worth.targets
    assert (judged.gain, judged.doubt) == (Gain.NONE, UNTOUCHED)
    assert ahead.gain is Gain.NARROWED
    assert ahead.p_low is not None
    assert ahead.p_high is not None
    assert ahead.p_now is not None
    assert ahead.p_low < ahead.p_now < ahead.p_high
    assert 0 < worth.cleared < 1


def test_a_figure_that_is_yet_to_come_clears_nothing() -> None:
    plan = facts(targets=[target(2030, 60)], observations=[observation(2026, 50)])
    worth = worth_of(plan)
    assert worth.figure is None
    assert worth.cleared == 0
    a_year_later = worth_of(plan, this_year=2027)
    assert a_year_later.figure is not None
    assert a_year_later.figure.year == 2027


def test_what_is_counted_is_tried_in_whole_numbers() -> None:
    firms = count()
    plan = facts([firms], targets=[target(2030, 10, indicator=firms)])
    worth = worth_of(plan, "firms")
    assert worth.figure is not None
    assert worth.figure.values.tolist() == [1, 2, 4, 6, 8, 9]  # 5/6, 15/6, ... to the even number


@pytest.mark.parametrize("years", [{2025}, {2035}, {2025, 2040, 2045}])
def test_one_more_target_never_makes_a_figure_worth_less(years: set[int]) -> None:
    every = [target(year, 30 + (year - 2025)) for year in sorted(years | {2030})]
    some = [one for one in every if one.year == 2030]
    assert worth_of(facts(targets=every)).cleared >= worth_of(facts(targets=some)).cleared


def test_the_ranking_is_sorted_repeats_itself_and_leaves_out_what_cannot_be_measured() -> None:
    known, unknown, future = share("known"), share("unknown"), share("future")
    plan = facts(
        [known, unknown, future],
        targets=[target(2030, 60, indicator=one) for one in (known, unknown, future)],
        observations=[observation(2025, 50, indicator=known)],
    )
    nothing = WantedFigure(
        indicator_ids="future",
        standing=Standing.NOTHING_YET,
        note_vi="chưa có",
        note_en="nothing",
        claim="test",
    )
    plan = replace(plan, wanted=(nothing,))
    outlook = project_plan(plan, Assumptions(), n_draws=200)
    told: list[tuple[int, int]] = []
    ranked = ranking(
        plan,
        outlook,
        this_year=2026,
        n_draws=200,
        told=lambda done, of: told.append((done, of)),
    )
    assert [one.item.indicator.indicator_id for one in ranked] == ["unknown", "known"]
    assert told == [(1, 2), (2, 2)]
    again = ranking(plan, outlook, this_year=2026, n_draws=200)
    assert [one.cleared for one in ranked] == [one.cleared for one in again]
