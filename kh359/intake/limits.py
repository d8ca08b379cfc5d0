"""How much is read at most; see docs/decisions/intake.md."""

MEGABYTE = 1024 * 1024
MOST_BYTES = 10 * MEGABYTE
MOST_ROWS = 200_000
MOST_COLUMNS = 64
LONGEST_CELL = 4_000
"""Characters of one cell; a note of two pages fits."""
MOST_FINDINGS = 1_000
"""Findings listed; the rest is counted."""

MOST_PARTS = 500
"""Files inside a workbook."""
MOST_EXPANDED = 40 * MEGABYTE
"""Bytes of a workbook's parts when unpacked: a sheet of some 50,000 rows. Parsing takes most of the
time."""
MOST_RATIO = 150
"""How many times larger a part of a workbook may be than it is packed. Sheets of 20,000 rows come
to 10 or 15."""
SMALL_PART = MEGABYTE
"""Below this a part may have any ratio."""
