"""Percent and decimals: one number, whichever way it is written."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kh359.plan.unit import Unit

finite = st.floats(allow_nan=False, allow_infinity=False)


@pytest.mark.parametrize(
    ("shown", "decimal"), [(0.7, 0.007), (1.1, 0.011), (7, 0.07), (14.5, 0.145), (57, 0.57)]
)
def test_percent_is_the_decimal_a_person_would_write(shown: float, decimal: float) -> None:
    """Division gives 0.006999… for 0.7, and multiplication 7.000…01 for 0.07."""
    assert Unit.PERCENT.to_decimal(shown) == decimal
    assert Unit.PERCENT.to_shown(decimal) == shown


@given(st.integers(-(10**7), 10**7), st.integers(0, 6))
def test_short_percents_are_rounded_once(digits: int, places: int) -> None:
    written = Decimal(digits).scaleb(-places)
    assert Unit.PERCENT.to_decimal(float(written)) == float(written / 100)
    assert Unit.PERCENT.to_shown(Unit.PERCENT.to_decimal(float(written))) == float(written)


@given(finite, st.sampled_from((Unit.PERCENT, Unit.RATIO, Unit.PEOPLE)))
def test_what_is_written_in_full_comes_back_bit_for_bit(value: float, unit: Unit) -> None:
    back = unit.to_decimal(unit.to_written(value))
    assert repr(back) == repr(value)
