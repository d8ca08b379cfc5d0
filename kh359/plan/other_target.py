"""A target that another plan of the province sets for an indicator of this one."""

from typing import ClassVar

from pydantic import Field, model_validator

from kh359.plan.fact import Fact
from kh359.plan.observation import Match, Region
from kh359.plan.problem import Code, fault
from kh359.plan.target import Comparator
from kh359.plan.unit import Unit


class OtherTarget(Fact):
    """One row of `plan_targets.csv`: an aim, never an observation. Percent units become decimals.

    region: the area the other plan is for. match: how close its definition is to this plan's;
    OTHER is kept for the record and compared with nothing.
    """

    scaled: ClassVar[tuple[str, ...]] = ("value", "value_high")

    plan_vi: str
    plan_en: str
    indicator_id: str
    region: Region
    year: int = Field(ge=2020, le=2050)
    comparator: Comparator
    value: float = Field(ge=0)
    value_high: float | None = None
    unit: Unit
    match: Match
    source_id: str
    note_vi: str | None = None
    note_en: str | None = None

    @model_validator(mode="after")
    def _range_is_whole(self) -> "OtherTarget":
        is_range = self.comparator is Comparator.RANGE
        if is_range and self.value_high is None:
            raise fault(Code.MISSING_VALUE, "value_high")
        if not is_range and self.value_high is not None:
            raise fault(Code.UNEXPECTED_VALUE, "value_high")
        if self.value_high is not None and self.value_high <= self.value:
            raise fault(Code.WRONG_ORDER, "value_high", "> value")
        return self
