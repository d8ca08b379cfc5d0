"""Two counts of one source, whose quotient nobody published."""

from pydantic import Field, field_validator, model_validator

from kh359.plan.fact import Fact
from kh359.plan.iso_date import real_date
from kh359.plan.note_number import note_number
from kh359.plan.observation import Grade, Match, Observation, Region
from kh359.plan.observed_year import ObservedYear
from kh359.plan.problem import Code, fault
from kh359.plan.unit import Unit

# A figure of the whole nation has grade proxy and no other, so it cannot be a derived one.
PROVINCIAL = (Region.OLD_PROVINCE, Region.KON_TUM, Region.PROVINCE)


class Ratio(Fact):
    """One row of `ratios.csv`: `numerator` of `denominator` things, both as the source wrote them.

    The numerator counts a part of what the denominator counts.
    """

    indicator_id: str
    region: Region
    year: ObservedYear
    as_of: str | None = None
    numerator: float = Field(ge=0)
    denominator: float = Field(gt=0)
    unit: Unit
    match: Match
    method: str = "main"
    superseded: bool = False
    source_id: str
    note_vi: str | None = None
    note_en: str | None = None

    _as_of_is_a_date = field_validator("as_of")(real_date)

    @field_validator("region")
    @classmethod
    def _provincial(cls, region: Region) -> Region:
        if region not in PROVINCIAL:
            raise fault(Code.UNKNOWN_CHOICE, "region", ", ".join(PROVINCIAL))
        return region

    @field_validator("unit")
    @classmethod
    def _of_a_share(cls, unit: Unit) -> Unit:
        if unit is not Unit.PERCENT:
            raise fault(Code.UNKNOWN_CHOICE, "unit", Unit.PERCENT)
        return unit

    @model_validator(mode="after")
    def _part_of_the_whole(self) -> "Ratio":
        if self.numerator > self.denominator:
            raise fault(Code.WRONG_ORDER, "numerator", "<= denominator")
        return self

    @property
    def value(self) -> float:
        """The share as a decimal, in 0..1."""
        return self.numerator / self.denominator

    def observation(self) -> Observation:
        """The share as a figure of grade `derived` (a decimal), its note naming both counts."""
        part_vi, part_en = note_number(self.numerator)
        whole_vi, whole_en = note_number(self.denominator)
        computed_vi = f"Tính: {part_vi} / {whole_vi}."
        computed_en = f"Computed: {part_en} / {whole_en}."
        # model_construct: the value is a decimal already and must not be scaled again.
        return Observation.model_construct(
            indicator_id=self.indicator_id,
            region=self.region,
            year=self.year,
            as_of=self.as_of,
            value=self.value,
            unit=self.unit,
            grade=Grade.DERIVED,
            match=self.match,
            method=self.method,
            superseded=self.superseded,
            source_id=self.source_id,
            note_vi=" ".join(filter(None, (computed_vi, self.note_vi))),
            note_en=" ".join(filter(None, (computed_en, self.note_en))),
        )
