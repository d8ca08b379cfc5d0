"""A date as `data/` writes it: a year, a month or a day, in ISO form."""

import re
from datetime import date

from pydantic import ValidationInfo

from kh359.plan.problem import Code, fault

EXAMPLES = "2025, 2025-12, 2025-12-31"
_FORM = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


def real_date(text: str | None, info: ValidationInfo) -> str | None:
    """`text` as it is; the fault NOT_A_DATE where the calendar has no such date."""
    if text is None:
        return None
    parts = _FORM.fullmatch(text)
    try:
        if parts is None:
            raise ValueError(text)
        date(*(int(part or 1) for part in parts.groups()))
    except ValueError as error:
        raise fault(Code.NOT_A_DATE, info.field_name or "", EXAMPLES) from error
    return text
