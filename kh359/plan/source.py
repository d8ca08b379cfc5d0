"""Where a figure comes from."""

from pydantic import Field, field_validator

from kh359.plan.fact import Fact
from kh359.plan.iso_date import real_date


class Source(Fact):
    """One row of `sources.csv`. `date` is ISO (year, year-month or day), empty when not stated."""

    source_id: str = Field(pattern=r"^[a-z0-9_]+$")
    title: str
    publisher: str
    date: str | None = None
    address: str = Field(pattern=r"^https?://\S+$")
    licence: str | None = None

    @property
    def place(self) -> str:
        """Where it can be looked up."""
        return self.address

    _date_is_a_date = field_validator("date")(real_date)
