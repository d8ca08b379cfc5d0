"""A table as a CSV file that a spreadsheet of the reader's language opens by a double click.

See docs/decisions/outputs.md.
"""

import csv
import io
from collections.abc import Iterable, Sequence

from kh359.locale.language import Language

Cell = str | int | float | None

_SEPARATORS: dict[Language, str] = {"vi": ";", "en": ","}


def spreadsheet(
    headers: Sequence[str], rows: Iterable[Sequence[Cell]], language: Language
) -> bytes:
    """UTF-8 with a byte order mark; Vietnamese has the decimal comma and semicolons.

    Numbers keep up to ten decimals and no thousands separators. None is an empty cell.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=_SEPARATORS[language], lineterminator="\r\n")
    writer.writerow(headers)
    writer.writerows([_written(cell, language) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _written(cell: Cell, language: Language) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return cell
    plain = f"{cell:.10f}".rstrip("0").rstrip(".") if isinstance(cell, float) else str(cell)
    return plain.replace(".", ",") if language == "vi" else plain
