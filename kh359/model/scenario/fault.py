"""What can be wrong with a scenario: every fault is named, none is dropped."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from kh359.model.errors import ModelError
from kh359.plan.row import HIDDEN


class LeverFaultCode(StrEnum):
    """What is wrong with one part of a scenario."""

    UNKNOWN = "unknown"
    WRONG_TYPE = "wrong_type"
    WRONG_COUNT = "wrong_count"
    OUT_OF_RANGE = "out_of_range"
    NOT_WHOLE = "not_whole"
    TOO_LONG = "too_long"
    TWICE = "twice"
    INCOMPLETE = "incomplete"
    WRONG_VERSION = "wrong_version"
    NOT_READABLE = "not_readable"
    UNKNOWN_INDICATOR = "unknown_indicator"
    OUT_OF_BOUNDS = "out_of_bounds"
    HIDDEN_CHARACTER = "hidden_character"


@dataclass(frozen=True, slots=True, kw_only=True)
class LeverFault:
    """One fault: where (field, slot, subject), the value found, and what is allowed (decimals)."""

    code: LeverFaultCode
    field: str = ""
    slot: int | None = None
    subject: str = ""
    value: object = None
    low: float | None = None
    high: float | None = None


class ScenarioError(ModelError):
    """A scenario that cannot be used; lists every fault."""

    def __init__(self, faults: Iterable[LeverFault]) -> None:
        self.faults = tuple(faults)
        super().__init__("; ".join(_fault_text(fault) for fault in self.faults))


def text_faults(
    field: str, text: str, longest: int, *, line_breaks: bool = False
) -> list[LeverFault]:
    """A name or a note is short and holds nothing that cannot be seen; a note may have lines."""
    faults = []
    if len(text) > longest:
        faults.append(
            LeverFault(code=LeverFaultCode.TOO_LONG, field=field, value=len(text), high=longest)
        )
    for character in text:
        if unicodedata.category(character) in HIDDEN and not (line_breaks and character == "\n"):
            code = LeverFaultCode.HIDDEN_CHARACTER
            faults.append(LeverFault(code=code, field=field, value=f"U+{ord(character):04X}"))
            break
    return faults


def _fault_text(fault: LeverFault) -> str:
    place = fault.field if fault.slot is None else f"{fault.field}[{fault.slot}]"
    allowed = "" if fault.low is None else f", allowed {fault.low} to {fault.high}"
    return f"{fault.code}: {place} {fault.subject} {fault.value!r}{allowed}"
