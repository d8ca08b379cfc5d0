"""A qualitative bullet of the plan, followed by hand."""

from enum import StrEnum

from pydantic import Field

from kh359.plan.fact import Fact
from kh359.plan.indicator import Group


class Status(StrEnum):
    """Progress as judged by a person: chưa / đang / xong."""

    NOT_STARTED = "chưa"
    UNDER_WAY = "đang"
    DONE = "xong"


class Milestone(Fact):
    """One row of `milestones.csv`. A status without a source is 'chưa' (nothing recorded)."""

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
