"""Formats against hand-written expectations."""

from math import inf

import pytest

from kh359.locale.language import Language
from kh359.locale.number import (
    chance_digits,
    date,
    expected_count,
    figure,
    number,
    percent,
    probability,
    year,
    year_range,
)
from kh359.locale.unit import quantity, target_short, target_text, unit_label
from kh359.plan.indicator import Group
from kh359.plan.target import Comparator, Period, Target
from kh359.plan.unit import Unit


@pytest.mark.parametrize(
    ("value", "digits", "vi", "en"),
    [
        (1234567.5, 2, "1.234.567,5", "1,234,567.5"),
        (0.25, 1, "0,2", "0.2"),
        (-3.0, 1, "−3", "−3"),
        (-0.001, 1, "0", "0"),
        (8.0, 0, "8", "8"),
    ],
)
def test_number(value: float, digits: int, vi: str, en: str) -> None:
    assert (number(value, "vi", digits=digits), number(value, "en", digits=digits)) == (vi, en)


def test_percent() -> None:
    assert percent(0.125, "vi") == "12,5\u00a0%"
    assert percent(0.125, "en") == "12.5%"


@pytest.mark.parametrize(
    ("value", "vi", "en"),
    [(9.0, "9,0", "9.0"), (8.96, "9,0", "9.0"), (0.04, "0,0", "0.0"), (-1.25, "−1,2", "−1.2")],
)
def test_an_expected_count_keeps_its_decimal(value: float, vi: str, en: str) -> None:
    assert (expected_count(value, "vi"), expected_count(value, "en")) == (vi, en)


@pytest.mark.parametrize(
    ("p", "vi"),
    [
        (0.0, "<1\u00a0%"),
        (0.0099, "<1\u00a0%"),
        (0.01, "1\u00a0%"),
        (0.723, "72\u00a0%"),
        (0.4996, "49,9\u00a0%"),
        (0.5, "50\u00a0%"),
        (0.494, "49\u00a0%"),
        (0.8995, "89,9\u00a0%"),
        (0.0955, "9,5\u00a0%"),
        (0.326, "32,6\u00a0%"),
        (0.335, "34\u00a0%"),
        (0.99, "99\u00a0%"),
        (0.9901, ">99\u00a0%"),
        (1.0, ">99\u00a0%"),
        (None, "–"),
    ],
)
def test_probability_never_claims_certainty(p: float | None, vi: str) -> None:
    assert probability(p, "vi") == vi


@pytest.mark.parametrize(
    ("p", "digits"),
    [(0.5, 0), (0.494, 0), (0.496, 1), (0.4995, 2), (0.4997, 2), (0.325, 1), (0.33, 0), (0.42, 0)],
)
def test_a_format_keeps_a_probability_below_the_limit_of_a_word(p: float, digits: int) -> None:
    assert chance_digits(p) == digits


@pytest.mark.parametrize(
    ("value", "unit", "projected", "vi"),
    [
        (0.7391, Unit.PERCENT, False, "73,91"),
        (0.73914, Unit.PERCENT, True, "73,9"),
        (0.0043, Unit.PERCENT, True, "0,43"),
        (0.6, Unit.INDEX, False, "0,60"),
        (0.6123, Unit.INDEX, False, "0,6123"),
        (0.6123, Unit.INDEX, True, "0,61"),
        (12345.678, Unit.BN_VND, True, "12.346"),
        (43.29, Unit.SCORE_100, False, "43,29"),
        (8.0, Unit.ENTERPRISES, False, "8"),
    ],
)
def test_figure(value: float, unit: Unit, projected: bool, vi: str) -> None:
    assert figure(value, unit, "vi", projected=projected) == vi


def test_quantity_carries_its_unit() -> None:
    assert quantity(0.5, Unit.PERCENT, "vi") == "50\u00a0%"
    assert quantity(8, Unit.ENTERPRISES, "vi") == "8 doanh nghiệp"
    assert quantity(2, Unit.PAPERS, "vi", per_year=True) == "2 bài báo/năm"
    assert quantity(2, Unit.PAPERS, "en", per_year=True) == "2 papers/year"
    assert quantity(7, Unit.PER_10K, "vi") == "7 người/1 vạn dân"
    assert quantity(0.6, Unit.INDEX, "vi") == "0,60"
    assert unit_label(Unit.MN_VND, "vi") == "triệu đồng/người"


def test_year_and_date() -> None:
    assert (year(2031.0, "vi"), year(inf, "vi"), year(inf, "en")) == (
        "2031",
        "đến 2045 chưa đạt",
        "not met by 2045",
    )
    spans = [(2031, 2040), (2041, inf), (2033, 2033), (inf, inf)]
    assert [year_range(low, high, "vi") for low, high in spans] == [
        "từ 2031 đến 2040",
        "từ 2041 trở đi",
        "",
        "",
    ]
    assert [date(d, "vi") for d in ("2025-07-01", "2025-07", "2025", None)] == [
        "01/07/2025",
        "07/2025",
        "2025",
        "không ghi ngày",
    ]
    assert date("2025-07-01", "en") == "2025-07-01"


@pytest.mark.parametrize(
    ("comparator", "high", "language", "text", "short"),
    [
        (Comparator.AT_LEAST, None, "vi", "ít nhất 3\u00a0%", "≥ 3"),
        (Comparator.EQUAL, None, "vi", "đạt 3\u00a0%", "= 3"),
        (Comparator.RANGE, 5, "vi", "từ 3 đến 5\u00a0%", "3–5"),
        (Comparator.RANGE, 5, "en", "from 3 to 5%", "3–5"),
    ],
)
def test_target(
    comparator: Comparator, high: float | None, language: Language, text: str, short: str
) -> None:
    target = Target(
        target_id="x-2030",
        indicator_id="x",
        group=Group.SCIENCE,
        year=2030,
        comparator=comparator,
        value=3,
        value_high=high,
        unit=Unit.PERCENT,
        period=Period.LEVEL,
        clause="II.2.2.c.1",
    )
    assert target_text(target, language) == text
    assert target_short(target, language) == short


@pytest.mark.parametrize(
    ("value", "vietnamese"),
    [(8.5556e50, "8,56E50"), (-1e15, "−1E15"), (999_999_999_999_999.0, "999.999.999.999.999")],
)
def test_a_number_beyond_counting_can_still_be_quoted(value: float, vietnamese: str) -> None:
    """Found by fuzzing: execution = 8555…5 (51 digits) in a scenario file."""
    assert number(value, "vi") == vietnamese
    assert figure(value, Unit.INDEX, "vi")
