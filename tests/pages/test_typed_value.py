"""What a user types as a starting value."""

import pytest

from kh359.locale.language import Language
from kh359.locale.starting_value import Refused, read_typed
from kh359.model.assumptions import StartingValue
from kh359.plan.loading import load_facts

SHARE = load_facts().indicator_by_id["coverage_5g"]


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [("45,5", "vi", 0.455), (" 45 ", "vi", 0.45), ("45.5", "en", 0.455), ("100", "vi", 1.0)],
)
def test_percent_is_typed_as_percent(text: str, language: Language, value: float) -> None:
    expected = StartingValue(indicator_id="coverage_5g", year=2025, value=value)
    assert read_typed(text, 2025, SHARE, language) == expected


@pytest.mark.parametrize(
    ("text", "year", "words"),
    [
        ("", 2025, "không phải là số"),
        ("năm mươi", 2025, "ví dụ 45,5"),
        ("0.455", 2025, "không phải là số"),
        ("100,1", 2025, "không được lớn hơn 100\u00a0%"),
        ("-1", 2025, "không được nhỏ hơn 0\u00a0%"),
        ("50", 2027, "2015 đến 2026"),
    ],
)
def test_anything_else_is_refused_with_a_remedy(text: str, year: int, words: str) -> None:
    with pytest.raises(Refused, match=words):
        read_typed(text, year, SHARE, "vi")
