"""What a user types as a starting value."""

import pytest

from kh359.locale.language import Language
from kh359.locale.starting_value import Refused, offered_years, read_typed
from kh359.plan.indicator import Indicator
from kh359.plan.loading import load_facts

FACTS = load_facts()
SHARE = FACTS.indicator_by_id["coverage_5g"]
INDEX = FACTS.indicator_by_id["dti"]
PEOPLE = FACTS.indicator_by_id["researchers_total"]


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("45,5", "vi", 0.455),
        (" 45 ", "vi", 0.45),
        ("45.5", "en", 0.455),
        ("100", "vi", 1.0),
        ("45%", "vi", 0.45),
        ("45,5\u00a0%", "vi", 0.455),
        ("45.5", "vi", 0.455),
    ],
)
def test_percent_is_typed_as_percent(text: str, language: Language, value: float) -> None:
    read = read_typed(text, 2025, SHARE, language, this_year=2026)
    assert (read.indicator_id, read.year) == ("coverage_5g", 2025)
    assert read.value == pytest.approx(value)


def test_index_and_whole_pieces() -> None:
    assert read_typed("0.62", 2025, INDEX, "vi", this_year=2026).value == pytest.approx(0.62)
    assert read_typed("1.000", 2025, PEOPLE, "vi", this_year=2026).value == 1000
    assert read_typed("1,000", 2025, PEOPLE, "en", this_year=2026).value == 1000


@pytest.mark.parametrize(
    ("indicator", "text", "year", "words"),
    [
        (SHARE, "", 2025, "Chưa nhập giá trị"),
        (SHARE, "%", 2025, "Chưa nhập giá trị"),
        (SHARE, "năm mươi", 2025, "không phải là số.*ví dụ 45,5"),
        (INDEX, "abc", 2025, "ví dụ 0,62"),
        (INDEX, "62%", 2025, "không phải là số"),
        (PEOPLE, "abc", 2025, "ví dụ 12"),
        (PEOPLE, "350,5", 2025, "nguyên"),
        (PEOPLE, "1,000", 2025, "viết 1000"),
        (SHARE, "45.500", 2025, "không được lớn hơn.*đọc là dấu phân cách hàng nghìn"),
        (SHARE, "100,1", 2025, "không được lớn hơn 100\u00a0%"),
        (SHARE, "-1", 2025, "không được nhỏ hơn 0\u00a0%"),
        (SHARE, "50", 2027, "2015 đến 2026"),
    ],
)
def test_anything_else_is_refused_with_a_remedy(
    indicator: Indicator, text: str, year: int, words: str
) -> None:
    with pytest.raises(Refused, match=words):
        read_typed(text, year, indicator, "vi", this_year=2026)


def test_the_year_of_the_clock_is_the_last_and_a_chosen_one_stays_on_offer() -> None:
    assert read_typed("50", 2027, SHARE, "vi", this_year=2027).year == 2027
    assert offered_years(2027, None)[0] == 2027
    assert offered_years(2027, 2031)[:2] == [2031, 2027]
