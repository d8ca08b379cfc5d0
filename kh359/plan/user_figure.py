"""Figures that users of the program entered, and the sources they name."""

from dataclasses import dataclass

from pydantic import Field, model_validator

from kh359.plan.observation import Observation
from kh359.plan.problem import Code, fault
from kh359.plan.source import Source

USER_SOURCE = "u_"
"""Ids of sources that users enter begin so; those of `data/` never do."""
HISTORY_COLUMNS = tuple(Observation.model_fields)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Who entered a figure. change: id of the change. at: UTC, ISO form. why: the reason."""

    change: str
    by: str
    at: str
    why: str


class UserObservation(Observation):
    """An observation that a person entered, as the rows of `history.csv` otherwise."""

    entry: Entry


class UserSource(Source):
    """A source that a person named: published at an address, or a document with its number."""

    source_id: str = Field(pattern=rf"^{USER_SOURCE}[a-z0-9_]+$")
    address: str = Field(default="", pattern=r"^(https?://\S+)?$")
    document: str | None = None

    @model_validator(mode="after")
    def _can_be_found(self) -> "UserSource":
        if not self.address and not self.document:
            raise fault(Code.MISSING_VALUE, "document")
        return self


def entered(observation: Observation, entry: Entry) -> UserObservation:
    """The observation with who entered it; its value is a decimal already."""
    return UserObservation.model_construct(**observation.__dict__, entry=entry)
