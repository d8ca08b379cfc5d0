"""CSV for other programs: UTF-8 with a byte order mark, commas, numbers with a point."""

import csv
import io
from collections.abc import Iterable, Sequence


def program_csv(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """The table as bytes, the same on every system."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return text.getvalue().encode("utf-8-sig")
