"""A table as a CSV file that a spreadsheet of the reader's language opens by a double click.

See docs/decisions/outputs.md.
"""

import csv
import io
from collections.abc import Iterable, Sequence

from kh359.locale.language import Language

Cell = str | int | float | None

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What a spreadsheet takes for the beginning of a formula, in full width as well."""

_SEPARATORS: dict[Language, str] = {"vi": ";", "en": ","}


def spreadsheet(
    headers: Sequence[str], rows: Iterable[Sequence[Cell]], language: Language
) -> bytes:
    """UTF-8 with a byte order mark; Vietnamese has the decimal comma and semicolons.

    Numbers keep up to ten decimals and no thousands separators. None is an empty cell.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=_SEPARATORS[language], lineterminator="\r\n")
    writer.writerow([harmless(header) for header in headers])
    writer.writerows([_written(cell, language) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def harmless(text: str) -> str:
    """`text` with an apostrophe before it where a spreadsheet would calculate it.

    For formats without cell types; elsewhere the cell is written as text and needs none.
    """
    return f"'{text}" if text.lstrip(" \u00a0").startswith(_FORMULA) else text


def _written(cell: Cell, language: Language) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return harmless(cell)
    plain = f"{cell:.10f}".rstrip("0").rstrip(".") if isinstance(cell, float) else str(cell)
    return plain.replace(".", ",") if language == "vi" else plain
