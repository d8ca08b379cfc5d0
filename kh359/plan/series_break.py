"""A break in a series: figures on its two sides must not share one trend."""

from enum import StrEnum

from pydantic import Field

from kh359.plan.fact import Fact
from kh359.plan.observation import Region


class Cause(StrEnum):
    """Why the series breaks."""

    MERGER = "merger"
    METHOD = "method"
    DENOMINATOR = "denominator"


class SeriesBreak(Fact):
    """One row of `breaks.csv`: from `year` on, figures of `indicator_id` mean something else.

    `indicator_id` "*" breaks every indicator; an empty region breaks every region.
    """

    indicator_id: str
    region: Region | None = None
    year: int = Field(ge=1990, le=2045)
    cause: Cause
    source_id: str | None = None
    note_vi: str
    note_en: str


class DefinitionChange(Fact):
    """One row of `definition_changes.csv`: the plan changes what it counts from `year` on."""

    indicator_id: str
    year: int = Field(ge=2025, le=2045)
    note_vi: str
    note_en: str
