"""Names, titles and reasons that people type: short, and with nothing that cannot be seen."""

import unicodedata

from kh359.model.scenario.fault import LeverFaultCode, text_faults
from kh359.store.store_error import StoreCode, StoreError


def checked_text(
    field: str,
    text: str,
    longest: int,
    *,
    required: bool = True,
    line_breaks: bool = False,
    composed: bool = True,
) -> str:
    """The text without blanks around it, in composed Unicode form (NFC) unless told otherwise.

    Raises StoreError: NAMELESS where it is required and empty, TOO_LONG, HIDDEN_CHARACTER.
    """
    plain = (unicodedata.normalize("NFC", text) if composed else text).strip()
    if required and not plain:
        raise StoreError(StoreCode.NAMELESS, place=field)
    for fault in text_faults(field, plain, longest, line_breaks=line_breaks):
        if fault.code is LeverFaultCode.TOO_LONG:
            raise StoreError(StoreCode.TOO_LONG, place=field, detail=str(longest))
        raise StoreError(StoreCode.HIDDEN_CHARACTER, place=field, detail=str(fault.value))
    return plain
