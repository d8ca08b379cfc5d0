"""A quantitative target of the plan."""

from enum import StrEnum
from typing import ClassVar

from pydantic import Field, field_validator, model_validator

from kh359.plan.fact import Fact
from kh359.plan.indicator import Group
from kh359.plan.problem import Code, fault
from kh359.plan.unit import Unit

MILESTONE_YEARS: tuple[int, ...] = (2025, 2030, 2035, 2040, 2045)


class Comparator(StrEnum):
    """How the plan words the target."""

    AT_LEAST = ">="
    EQUAL = "="
    RANGE = "range"


class Period(StrEnum):
    """Whether the figure is a level at year's end or an amount in each year."""

    LEVEL = "level"
    PER_YEAR = "per_year"


class Target(Fact):
    """One row of `targets.csv`. `value` and `value_high` are decimals for percent units."""

    scaled: ClassVar[tuple[str, ...]] = ("value", "value_high")

    target_id: str = Field(pattern=r"^[a-z][a-z0-9_]*-20[0-9]{2}(-[0-9])?$")
    indicator_id: str
    group: Group
    year: int
    comparator: Comparator
    value: float = Field(ge=0)
    value_high: float | None = None
    unit: Unit
    period: Period
    clause: str = Field(pattern=r"^II\.2\.[1-5]\.[a-e]\.[0-9]+$")

    @field_validator("year")
    @classmethod
    def _milestone_year(cls, year: int) -> int:
        if year not in MILESTONE_YEARS:
            expected = ", ".join(map(str, MILESTONE_YEARS))
            raise fault(Code.UNKNOWN_CHOICE, "year", expected)
        return year

    @model_validator(mode="after")
    def _range_is_whole(self) -> "Target":
        is_range = self.comparator is Comparator.RANGE
        if is_range and self.value_high is None:
            raise fault(Code.MISSING_VALUE, "value_high")
        if not is_range and self.value_high is not None:
            raise fault(Code.UNEXPECTED_VALUE, "value_high")
        if self.value_high is not None and self.value_high <= self.value:
            raise fault(Code.WRONG_ORDER, "value_high", "> value")
        return self
