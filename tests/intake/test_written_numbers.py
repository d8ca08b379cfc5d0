"""Comma or point: what a figure means, and when a person must say."""

import pytest

from kh359.intake.finding import IntakeCode
from kh359.intake.number_convention import Decided, column_mark, read_figure, written
from kh359.intake.written_date import iso_date
from kh359.plan.problem import Code
from tests.intake.conftest import Check
from tests.intake.rows import row, table


@pytest.mark.parametrize(
    ("text", "whole", "upper", "mark", "value", "decided"),
    [
        ("45,5", False, 100, None, 45.5, Decided.ALONE),
        ("45.5", False, 100, ",", 45.5, Decided.ALONE),
        ("1.234,5", False, None, None, 1234.5, Decided.ALONE),
        ("1,234.5", False, None, None, 1234.5, Decided.ALONE),
        ("1.234.567", False, None, None, 1234567, Decided.ALONE),
        ("1.234", True, None, ".", 1234, Decided.UNIT),
        ("1,234", True, None, None, 1234, Decided.UNIT),
        ("1.234", False, None, ",", 1234, Decided.COLUMN),
        ("1.234", False, None, ".", 1.234, Decided.COLUMN),
        ("12,345", False, 100, None, 12.345, Decided.BOUNDS),
        ("1.234", False, None, None, 1.234, Decided.NOTHING),
        ("1,234", False, 5000, None, 1.234, Decided.NOTHING),
    ],
)
def test_what_a_figure_means(
    text: str, whole: bool, upper: float | None, mark: str, value: float, decided: Decided
) -> None:
    reading = read_figure(text, whole=whole, upper=upper, mark=mark)  # type: ignore[arg-type]
    assert (reading.number.value, reading.decided) == (value, decided)


@pytest.mark.parametrize(
    ("texts", "mark"),
    [
        (["45,5", "1.234", "x"], ","),
        (["45.5", "1,234"], "."),
        (["1.234.567"], ","),
        (["1.234", "2,345"], None),
        (["45,5", "45.5"], None),
        (["45", ""], None),
    ],
)
def test_a_column_gives_its_decimal_mark_away(texts: list[str], mark: str | None) -> None:
    assert column_mark(texts) == mark


@pytest.mark.parametrize(
    ("value", "text"), [(45.5, "45.5"), (1e15, "1000000000000000"), (1e-7, "0.0000001"), (3, "3")]
)
def test_a_number_is_written_plainly(value: float, text: str) -> None:
    assert written(value) == text


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("31/12/2025", "2025-12-31"),
        ("5.6.2025", "2025-06-05"),
        ("12/2025", "2025-12"),
        ("2025", "2025"),
        ("2025-12-31", "2025-12-31"),
        ("Quý 4/2025", "Quý 4/2025"),
    ],
)
def test_the_day_comes_first_in_a_date(text: str, iso: str) -> None:
    assert iso_date(text) == iso


GRDP = {"Chỉ_tiêu": "grdp_current", "Đơn_vị": "tỷ đồng"}


def test_a_figure_that_may_mean_two_is_refused_with_both(check: Check) -> None:
    report = check(table(row(**GRDP, Giá_trị="188.701")))
    (error,) = report.errors
    assert (error.code, error.place) == (IntakeCode.AMBIGUOUS_NUMBER, "E2")
    assert error.expected == "188.701 | 188701"


def test_another_figure_of_the_column_decides(check: Check) -> None:
    rows = (row(**GRDP, Giá_trị="188.702"), row(**GRDP, Năm="2024", Giá_trị="170.123,5"))
    report = check(table(*rows))
    assert [r.observation.value for r in report.rows] == [188702, 170123.5]
    assert [f.code for f in report.notes] == [IntakeCode.READ_AS]


def test_people_are_whole(check: Check) -> None:
    rows = row(Chỉ_tiêu="population", Đơn_vị="người", Giá_trị="1825564,5")
    (error,) = check(table(rows)).errors
    assert error.code == Code.NOT_A_WHOLE_NUMBER


@pytest.mark.parametrize("text", ["31,5%", "31.5 %", "31,5\u00a0%"])
def test_a_percent_sign_is_taken_off(check: Check, text: str) -> None:
    (checked,) = check(table(row(Giá_trị=text))).rows
    assert checked.cells["value"] == "31.5"


@pytest.mark.parametrize("text", ["khoảng 30", "1e3", "30-40", "#N/A", "1.23.4", "٣١"])
def test_what_is_no_number_is_refused(check: Check, text: str) -> None:
    (error,) = check(table(row(Giá_trị=text))).errors
    assert (error.code, error.value) == (Code.NOT_A_NUMBER, text)
