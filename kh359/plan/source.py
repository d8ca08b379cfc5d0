"""Where a figure comes from."""

from pydantic import Field

from kh359.plan.fact import Fact


class Source(Fact):
    """One row of `sources.csv`. `date` is ISO (year, year-month or day), empty when not stated."""

    source_id: str = Field(pattern=r"^[a-z0-9_]+$")
    title: str
    publisher: str
    date: str | None = Field(default=None, pattern=r"^[0-9]{4}(-[0-9]{2}){0,2}$")
    address: str = Field(pattern=r"^https?://\S+$")
    licence: str | None = None
