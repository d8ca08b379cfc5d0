"""An indicator: one measurable quantity, with the same id over all horizons."""

from enum import StrEnum
from typing import ClassVar, Literal

from pydantic import Field, model_validator

from kh359.plan.fact import Fact
from kh359.plan.problem import Code, fault
from kh359.plan.unit import Unit


class Group(StrEnum):
    """Section of the plan (a-e), or the economy behind it."""

    INFRASTRUCTURE = "a"
    RESOURCES = "b"
    SCIENCE = "c"
    INNOVATION = "d"
    DIGITAL = "e"
    ECONOMY = "economy"


class Role(StrEnum):
    """Why the indicator is kept: it has targets, is tracked without one, or is context."""

    TARGET = "target"
    TRACKED = "tracked"
    ECONOMY = "economy"


class Kind(StrEnum):
    """Statistical kind; decides the link scale and rounding of a projection."""

    SHARE = "share"
    INDEX = "index"
    COUNT = "count"
    FLOW = "flow"
    RATIO = "ratio"
    AMOUNT = "amount"


WHOLE_KINDS = (Kind.COUNT, Kind.FLOW)
UNCOUNTED = (Unit.PERCENT, Unit.INDEX, Unit.SCORE_100)


class Driver(StrEnum):
    """Who moves the indicator most."""

    PROVINCE = "province"
    NATION = "nation"
    MARKET = "market"


class Indicator(Fact):
    """One row of `indicators.csv`. Bounds are decimals (a share lies in 0..1)."""

    scaled: ClassVar[tuple[str, ...]] = ("lower", "upper")

    indicator_id: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    name_vi: str
    name_en: str
    group: Group
    role: Role
    unit: Unit
    kind: Kind
    lower: float | None = None
    upper: float | None = None
    driver: Driver
    identity: str | None = None
    lead_agency_vi: str | None = None
    lead_agency_en: str | None = None
    lead_clause: str | None = None
    reference_class: Literal["coverage", "ict"] | None = None
    note_vi: str | None = None
    note_en: str | None = None

    @property
    def is_whole(self) -> bool:
        """Whether values are whole numbers: counts, yearly flows, and whatever has such a unit."""
        return self.kind in WHOLE_KINDS or self.unit.is_whole

    @model_validator(mode="after")
    def _bounds_in_order(self) -> "Indicator":
        if self.lower is not None and self.upper is not None and self.lower >= self.upper:
            raise fault(Code.WRONG_ORDER, "upper", "> lower")
        return self

    @model_validator(mode="after")
    def _kind_fits_the_unit(self) -> "Indicator":
        if self.kind in WHOLE_KINDS and self.unit in UNCOUNTED:
            raise fault(Code.WRONG_KIND, "kind", ", ".join(k for k in Kind if k not in WHOLE_KINDS))
        if self.kind is Kind.SHARE and self.unit is Unit.PERCENT:
            if self.lower is None or self.lower < 0:
                raise fault(Code.NOT_0_TO_100, "lower", "0")
            if self.upper is None or self.upper > 1:
                raise fault(Code.NOT_0_TO_100, "upper", "100")
        return self
