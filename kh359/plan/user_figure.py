"""Figures that users of the program entered, and the sources they name."""

from pydantic import Field, model_validator

from kh359.plan.entry import Entry
from kh359.plan.observation import Observation
from kh359.plan.problem import Code, fault
from kh359.plan.source import Source

USER_SOURCE = "u_"
"""Ids of sources that users enter begin so; those of `data/` never do."""
HISTORY_COLUMNS = tuple(Observation.model_fields)


class UserObservation(Observation):
    """An observation that a person entered, as the rows of `history.csv` otherwise."""

    entry: Entry

    @property
    def entries(self) -> tuple[Entry, ...]:
        return (self.entry,)


class UserSource(Source):
    """A source that a person named: published at an address, or a document with its number."""

    source_id: str = Field(pattern=rf"^{USER_SOURCE}[a-z0-9_]+$")
    address: str = Field(default="", pattern=r"^(https?://\S+)?$")
    document: str | None = None

    @property
    def place(self) -> str:
        """The address, else the document."""
        return self.address or self.document or ""

    @model_validator(mode="after")
    def _can_be_found(self) -> "UserSource":
        if not self.place:
            raise fault(Code.MISSING_VALUE, "document")
        return self


def entered(observation: Observation, entry: Entry) -> UserObservation:
    """The observation with who entered it; its value is a decimal already."""
    return UserObservation.model_construct(**observation.__dict__, entry=entry)
