"""`--start`: units of the data folder in, decimals out, and a remedy for every slip."""

import pytest

from kh359.cli.error import CommandError
from kh359.cli.starting_value import starting_values
from kh359.locale.language import Language
from kh359.locale.translate import translator
from kh359.model.assumptions import StartingValue
from kh359.plan.facts import Facts
from kh359.plan.indicator import Driver, Group, Indicator, Kind, Role
from kh359.plan.unit import Unit

EN = translator("en")


def indicator(indicator_id: str, unit: Unit, upper: float | None) -> Indicator:
    return Indicator(
        indicator_id=indicator_id,
        name_vi="Tên",
        name_en="Name",
        group=Group.DIGITAL,
        role=Role.TARGET,
        unit=unit,
        kind=Kind.SHARE,
        lower=0,
        upper=upper,
        driver=Driver.PROVINCE,
    )


FACTS = Facts(
    indicators=(
        indicator("coverage_5g", Unit.PERCENT, 100),
        indicator("enterprises", Unit.ENTERPRISES, None),
    ),
    targets=(),
    milestones=(),
    observations=(),
    sources=(),
    breaks=(),
    definition_changes=(),
    peers=(),
    proxies=(),
    comparables=(),
    version="v",
)


def test_percent_becomes_a_decimal_and_the_year_is_2025() -> None:
    assert starting_values(["coverage_5g=45.5", "enterprises=12@2024"], FACTS, EN) == (
        StartingValue(indicator_id="coverage_5g", year=2025, value=0.455),
        StartingValue(indicator_id="enterprises", year=2024, value=12.0),
    )


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_point_is_the_decimal_mark_in_every_language(language: Language) -> None:
    read = starting_values(["coverage_5g=45.500"], FACTS, translator(language))
    assert [value.value for value in read] == [0.455]
    read = starting_values(["enterprises=1,000"], FACTS, translator(language))
    assert [value.value for value in read] == [1000.0]


def test_a_comma_and_a_percent_sign_are_read_where_they_mean_one_thing() -> None:
    (value,) = starting_values(["coverage_5g=45,5%"], FACTS, EN)
    assert value.value == pytest.approx(0.455)


@pytest.mark.parametrize(
    ("texts", "complaint"),
    [
        (["coverage_5g"], "write INDICATOR=VALUE"),
        (["coverage_5g=1e3"], "not a number. Type digits, for example 45.5"),
        (["coverage_5g=nan"], "not a number"),
        (["enterprises=" + "9" * 308], "The value is too large"),
        (["enterprises=" + "9" * 400], "must be a finite number"),
        (["coverage_5g= "], "No value was typed"),
        (["coverage_5g=45,500"], "The “,” in “45,500” was read as a thousands separator"),
        (["enterprises=1.000"], "“1.000” could mean two numbers.*write 1000"),
        (["enterprises=12.5"], "counts whole pieces. For example 12"),
        (["coverage_5g=50@25"], "write INDICATOR=VALUE"),
        (["coverage_5g=50@2030"], "The year must lie between 2015 and 2026"),
        (["coverage_5g=101"], "must not be above 100%"),
        (["enterprises=-1"], "must not be below 0 enterprises"),
        (["coverage5g=50"], "nearest: coverage_5g"),
        (["coverage_5g=50", "coverage_5g=60"], "names coverage_5g twice"),
    ],
)
def test_slips_are_refused(texts: list[str], complaint: str) -> None:
    with pytest.raises(CommandError, match=complaint):
        starting_values(texts, FACTS, EN)


@pytest.mark.parametrize("text", ["x" * 500, f"coverage_5g={'x' * 500}", f"{'x' * 500}=1"])
def test_a_long_text_is_quoted_in_short(text: str) -> None:
    with pytest.raises(CommandError) as caught:
        starting_values([text], FACTS, EN)
    assert "x" * 60 in str(caught.value)
    assert "x" * 80 not in str(caught.value)
