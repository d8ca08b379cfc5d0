"""Numbers in files: plain decimal notation whatever the machine's locale."""

import re
from math import inf, nextafter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kh359.locale.plain_number import DIGITS, plain


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (0.0, "0"),
        (-0.0, "0"),
        (-1e-9, "0"),
        (70.0, "70"),
        (100.0, "100"),
        (0.6, "0.6"),
        (0.07 * 100, "7"),
        (1 / 3, "0.333333"),
        (2e-6, "0.000002"),
        (1234567.5, "1234570"),
        (2 / 3 * 1e9, "666667000"),
        (98.765432, "98.7654"),
        (0.0123456789, "0.012346"),
        (-1234.5678, "-1234.57"),
        (1e15, "1000000000000000"),
    ],
)
def test_hand_written_examples(value: float | None, text: str) -> None:
    assert plain(value) == text


@given(st.floats(min_value=-1e12, max_value=1e12))
def test_reads_back_within_the_last_digit_and_has_no_exponent(value: float) -> None:
    text = plain(value)
    assert re.fullmatch(r"-?[0-9]+(\.[0-9]*[1-9])?", text)
    assert float(text) == pytest.approx(value, abs=10**-DIGITS, rel=5.1 * 10**-DIGITS)


@pytest.mark.parametrize("value", [0.07 * 100, 1 / 3, 1234.5678, 2 / 3 * 1e9, 0.3])
def test_the_last_bits_do_not_show(value: float) -> None:
    assert {plain(nextafter(value, 0)), plain(nextafter(value, inf))} == {plain(value)}


@pytest.mark.parametrize("value", [float("nan"), float("inf"), -float("inf")])
def test_what_has_no_plain_notation_is_refused(value: float) -> None:
    with pytest.raises(ValueError, match="no plain notation"):
        plain(value)
