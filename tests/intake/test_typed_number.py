"""Numbers as people type them, where the comma or the point is the custom."""

import pytest

from kh359.intake.typed_number import Mark, NotANumber, read_number

READ: list[tuple[str, Mark, float]] = [
    ("45,5", ",", 45.5),
    ("45.5", ",", 45.5),
    ("0.62", ",", 0.62),
    ("0.455", ",", 0.455),
    ("45.500", ",", 45_500),
    ("45,500", ",", 45.5),
    ("1.000.000", ",", 1_000_000),
    ("1.234,5", ",", 1234.5),
    ("1,234.5", ",", 1234.5),
    ("1 000", ",", 1000),
    ("1\u00a0000,5", ",", 1000.5),
    (" 12 ", ",", 12),
    ("-3,5", ",", -3.5),
    ("\u22123,5", ",", -3.5),
    ("45.5", ".", 45.5),
    ("45,5", ".", 45.5),
    ("45,500", ".", 45_500),
    ("45.500", ".", 45.5),
]


@pytest.mark.parametrize(("text", "mark", "value"), READ)
def test_what_means_one_thing_is_read(text: str, mark: Mark, value: float) -> None:
    assert read_number(text, mark).value == pytest.approx(value)


@pytest.mark.parametrize(
    "text",
    ["", "abc", "1e3", "nan", "inf", "1.23.4", "1,2,3", "1.2,3.4", "5,", ",5", "1  000", "４"],
)
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(NotANumber):
        read_number(text, ",")


def test_it_is_told_how_the_marks_were_read() -> None:
    assert read_number("45.500", ",").grouped
    assert not read_number("45.5", ",").grouped
    assert read_number("1,000", ",").thousand_like
    assert not read_number("0,455", ",").thousand_like
    assert not read_number("12,50", ",").thousand_like
    assert not read_number("1.000", ",").decimals
