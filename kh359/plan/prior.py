"""What is supposed about the economy, the budget and the effect of money: every row a giả định."""

from enum import StrEnum
from typing import ClassVar

from pydantic import Field, model_validator

from kh359.plan.fact import Fact
from kh359.plan.problem import Code, fault
from kh359.plan.unit import Unit


class PriorKind(StrEnum):
    """What a supposed quantity is about."""

    ECONOMY = "economy"
    BUDGET = "budget"
    SPLIT = "split"
    LED_SHARE = "led_share"
    DEPRECIATION = "depreciation"
    LAG = "lag"
    ELASTICITY = "elasticity"


UNIT_OF_KIND: dict[PriorKind, Unit] = {
    PriorKind.SPLIT: Unit.PERCENT,
    PriorKind.LED_SHARE: Unit.PERCENT,
    PriorKind.DEPRECIATION: Unit.PERCENT,
    PriorKind.LAG: Unit.YEARS,
    PriorKind.ELASTICITY: Unit.RATIO,
}
"""The one unit of a kind; the economy and the budget have several."""
PARTS_OF_A_WHOLE = (PriorKind.SPLIT, PriorKind.LED_SHARE, PriorKind.DEPRECIATION)
NEVER_NEGATIVE = (PriorKind.LAG, PriorKind.ELASTICITY)


class PriorGrade(StrEnum):
    """What a supposed quantity rests on."""

    A = "A"
    """A randomised or quasi-experimental study."""
    B = "B"
    """A meta-analysis, or a comparison of many countries."""
    C = "C"
    """One study, or an administrative figure."""
    OWN = "own"
    """No source was found: our own supposition."""


class Prior(Fact):
    """One row of `assumptions.csv`: a triangular distribution. Percent units become decimals.

    no_effect: probability (decimal) that the true value is zero whatever the range says; only for
    elasticities. source_ids: rows of `sources.csv`, divided by |; empty only for grade "own".
    """

    scaled: ClassVar[tuple[str, ...]] = ("low", "mode", "high")

    assumption_id: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    kind: PriorKind
    name_vi: str
    name_en: str
    unit: Unit
    low: float
    mode: float
    high: float
    no_effect: float | None = Field(default=None, ge=0, le=1)
    grade: PriorGrade
    source_ids: str | None = None
    note_vi: str
    note_en: str

    @property
    def sources(self) -> tuple[str, ...]:
        """Ids of the sources, in the order of the file."""
        return tuple(self.source_ids.split("|")) if self.source_ids else ()

    @model_validator(mode="after")
    def _in_order(self) -> "Prior":
        if not self.low <= self.mode <= self.high:
            raise fault(Code.WRONG_ORDER, "mode", "low <= mode <= high")
        return self

    @model_validator(mode="after")
    def _sourced_unless_own(self) -> "Prior":
        if self.grade is not PriorGrade.OWN and not self.source_ids:
            raise fault(Code.MISSING_VALUE, "source_ids")
        return self

    @model_validator(mode="after")
    def _only_elasticities_may_be_void(self) -> "Prior":
        is_elasticity = self.kind is PriorKind.ELASTICITY
        if is_elasticity and self.no_effect is None:
            raise fault(Code.MISSING_VALUE, "no_effect")
        if not is_elasticity and self.no_effect is not None:
            raise fault(Code.UNEXPECTED_VALUE, "no_effect")
        return self

    @model_validator(mode="after")
    def _unit_fits_the_kind(self) -> "Prior":
        unit = UNIT_OF_KIND.get(self.kind, self.unit)
        if self.unit is not unit:
            raise fault(Code.UNKNOWN_CHOICE, "unit", unit)
        return self

    @model_validator(mode="after")
    def _range_fits_the_kind(self) -> "Prior":
        if self.kind in PARTS_OF_A_WHOLE:
            if self.low < 0:
                raise fault(Code.NOT_0_TO_100, "low", ">= 0")
            if self.high > 1:
                raise fault(Code.NOT_0_TO_100, "high", "<= 100")
        # What never wears off piles up without end when money did not grow before.
        if self.kind is PriorKind.DEPRECIATION and self.low == 0:
            raise fault(Code.OUT_OF_RANGE, "low", "> 0")
        if self.kind in NEVER_NEGATIVE and self.low < 0:
            raise fault(Code.OUT_OF_RANGE, "low", ">= 0")
        return self
