"""`--start`: units of the data folder in, decimals out, and a remedy for every slip."""

import pytest

from kh359.cli.error import CommandError
from kh359.cli.starting_value import starting_values
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


@pytest.mark.parametrize(
    ("texts", "complaint"),
    [
        (["coverage_5g"], "write INDICATOR=VALUE"),
        (["coverage_5g=45,5"], "a point as decimal mark"),
        (["coverage_5g=1e3"], "a point as decimal mark"),
        (["coverage_5g=nan"], "a point as decimal mark"),
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
