"""Which document should hold a figure that is still wanted."""

from enum import StrEnum

from pydantic import Field, model_validator

from kh359.plan.fact import Fact
from kh359.plan.observed_year import ObservedYear
from kh359.plan.problem import Code, fault


class Standing(StrEnum):
    """How well it is known that the document holds the figure."""

    NAMED = "named"
    """Who surveyed the documents says that this one holds it."""
    LIKELY = "likely"
    """It should: of this kind, and not read to the end by those who surveyed it."""
    NOTHING_YET = "nothing_yet"
    """There is nothing to measure yet, so no document can hold it."""


class WantedFigure(Fact):
    """One row of `wanted.csv`. Never a figure, and never a document that nobody has named.

    indicator_ids: what the document should tell, divided by |. year: of the figures in it.
    document, publisher: as the province writes them, in one language only. claim: who says so.
    """

    indicator_ids: str
    document: str | None = None
    publisher: str | None = None
    address: str | None = Field(default=None, pattern=r"^https?://\S+$")
    year: ObservedYear | None = None
    standing: Standing
    note_vi: str
    note_en: str
    claim: str

    @property
    def indicators(self) -> tuple[str, ...]:
        """Ids of the indicators, in the order of the file."""
        return tuple(self.indicator_ids.split("|"))

    @model_validator(mode="after")
    def _a_document_is_named(self) -> "WantedFigure":
        is_named = self.document is not None
        if self.standing is Standing.NOTHING_YET and is_named:
            raise fault(Code.UNEXPECTED_VALUE, "document")
        if self.standing is not Standing.NOTHING_YET and not is_named:
            raise fault(Code.MISSING_VALUE, "document")
        return self
