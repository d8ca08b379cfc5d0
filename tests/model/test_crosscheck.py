"""Other systems' verdicts, by hand from their formulas."""

import numpy as np
import pytest
from plan_pieces import facts, share, target

from kh359.model.assumptions import Assumptions
from kh359.model.attainment import Attainment, Verdict
from kh359.model.crosscheck import (
    Extrapolation,
    Ratio,
    cross_check,
    linear_extrapolation,
    progress_ratio,
)
from kh359.model.evidence import gather_evidence
from kh359.model.history import History


def _history(years: list[int], values: list[float]) -> History:
    return History(years=np.array(years), values=np.array(values))


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        # Base .20 in 2015, target .80 in 2030: required CAGR 4^(1/15) - 1 = 9.68 % a year.
        (0.50, Ratio.SUBSTANTIAL),  # 2.5^(1/10) - 1 = 9.60 %, ratio .991
        (0.48, Ratio.MODERATE),  # 2.4^(1/10) - 1 = 9.15 %, ratio .945
        (0.36, Ratio.MODERATE),  # 1.8^(1/10) - 1 = 6.05 %, ratio .625
        (0.35, Ratio.LIMITED),  # 1.75^(1/10) - 1 = 5.76 %, ratio .594
        (0.20, Ratio.LIMITED),  # no change: ratio 0
        (0.19, Ratio.DETERIORATION),
        (0.80, Ratio.ACHIEVED),
        (0.85, Ratio.ACHIEVED),
    ],
)
def test_statcan_ratio(last: float, expected: Ratio) -> None:
    assert progress_ratio(target(2030, 80), _history([2015, 2025], [0.2, last])) is expected


def test_statcan_passes_a_straight_path_that_misses() -> None:
    # A straight path from .20 (2015) on course for .62 in 2030, 70 % of the gap to .80, stands at
    # .48 in 2025: ratio .945, one hair below "substantial"; the line says that it falls short.
    history = _history([2015, 2025], [0.2, 0.48])
    assert progress_ratio(target(2030, 80), history) is Ratio.MODERATE
    assert linear_extrapolation(target(2030, 80), history) is Extrapolation.FALLS_SHORT
    assert linear_extrapolation(target(2030, 62), history) is Extrapolation.REACHES


@pytest.mark.parametrize(
    "history",
    [None, _history([2025], [0.4]), _history([2020, 2025], [0.0, 0.3])],
)
def test_no_ratio_without_two_figures_or_from_zero(history: History | None) -> None:
    assert progress_ratio(target(2030, 80), history) is Ratio.NOT_AVAILABLE


def test_falling_through_a_target_is_deterioration() -> None:
    # Down from .9 to .7 with a target of .8: growth is the desired direction.
    history = _history([2020, 2025], [0.9, 0.7])
    assert progress_ratio(target(2030, 80), history) is Ratio.DETERIORATION


def test_extrapolation_is_the_least_squares_line() -> None:
    # Through (0, 1), (1, 2), (2, 2): slope 1/2, intercept 7/6; at 5 it says 11/3 = 3.67.
    history = _history([2020, 2021, 2022], [0.01, 0.02, 0.02])
    assert linear_extrapolation(target(2025, 3.66), history) is Extrapolation.REACHES
    assert linear_extrapolation(target(2025, 3.67), history) is Extrapolation.FALLS_SHORT
    past = _history([2024, 2025], [0.01, 0.02])
    assert linear_extrapolation(target(2025, 2), past) is Extrapolation.NOT_AVAILABLE


@pytest.mark.parametrize(
    ("p_met", "agree"), [(0.8, True), (0.5, True), (0.49, False), (None, None)]
)
def test_agreement_means_the_same_side_of_one_half(p_met: float | None, agree: bool | None) -> None:
    # .2 -> .6 in ten years: CAGR 11.6 %, ratio 1.20, and the line reaches .8 in 2030.
    attainment = Attainment(
        target=target(2030, 80),
        level=gather_evidence(facts(), share(), Assumptions()).level,
        verdict=Verdict.LIKELY,
        p_met=p_met,
    )
    check = cross_check(attainment, _history([2015, 2025], [0.2, 0.6]))
    assert (check.ratio, check.extrapolation) == (Ratio.SUBSTANTIAL, Extrapolation.REACHES)
    assert check.agree is agree
    assert cross_check(attainment, None).agree is None
