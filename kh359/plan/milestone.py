"""A qualitative bullet of the plan, followed by hand."""

from enum import StrEnum

from pydantic import Field, model_validator

from kh359.plan.fact import Fact
from kh359.plan.indicator import Group
from kh359.plan.problem import Code, fault


class Status(StrEnum):
    """Progress as judged by a person: chưa / đang / xong."""

    NOT_STARTED = "chưa"
    UNDER_WAY = "đang"
    DONE = "xong"


class Milestone(Fact):
    """One row of `milestones.csv`. 'chưa' without a source says that nothing is recorded."""

    milestone_id: str = Field(pattern=r"^[a-z][a-z0-9_]*-20[0-9]{2}$")
    name_vi: str
    name_en: str
    group: Group
    year: int
    clause: str = Field(pattern=r"^II\.2\.[1-5]\.[a-e]\.[0-9]+$")
    status: Status
    source_id: str | None = None
    note_vi: str | None = None
    note_en: str | None = None

    @model_validator(mode="after")
    def _progress_has_a_source(self) -> "Milestone":
        if self.status is not Status.NOT_STARTED and self.source_id is None:
            raise fault(Code.MISSING_VALUE, "source_id")
        return self
