"""What the check of a table finds: where, what, how grave, and what was expected instead."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """Gravest first. An error keeps the whole table out; what is to be confirmed waits for a
    person's word; a note only tells what was done.
    """

    ERROR = "error"
    CONFIRM = "confirm"
    NOTE = "note"


class IntakeCode(StrEnum):
    """Stable key of a finding, beside those of `kh359.plan.problem.Code` (faults of the schema).

    The comment names what `value` (where it is not the cell) and `expected` carry.
    """

    # the file as a whole
    TOO_LARGE = "too_large"  # value: bytes; expected: bytes allowed
    NOTHING_GIVEN = "nothing_given"
    UNKNOWN_FORMAT = "unknown_format"  # value: the format seen (xls, pdf, binary ...)
    UNKNOWN_ENCODING = "unknown_encoding"  # expected: the encodings that are read
    WRONGLY_DECODED = "wrongly_decoded"  # value: a piece such as "Quáº£ng"
    OLD_FONT = "old_font"  # value: a piece written for the fonts of TCVN3
    LOST_CHARACTERS = "lost_characters"  # value: a piece with U+FFFD
    READ_AS_WINDOWS = "read_as_windows"  # expected: Windows-1258
    BROKEN_TABLE = "broken_table"  # expected: the reader's complaint
    BROKEN_WORKBOOK = "broken_workbook"  # expected: the reader's complaint
    LOCKED_WORKBOOK = "locked_workbook"  # with a password
    BOMB = "bomb"  # value: what was found; expected: what is allowed
    TOO_MANY_ROWS = "too_many_rows"  # expected: rows allowed
    TOO_MANY_COLUMNS = "too_many_columns"  # expected: columns allowed
    NO_HEADER = "no_header"  # expected: the columns every table must have
    NO_ROWS = "no_rows"
    # sheets of a workbook; value: the sheet's name
    HIDDEN_SHEET = "hidden_sheet"
    OTHER_SHEET = "other_sheet"  # expected: the sheet that is read
    HIDDEN_ROWS = "hidden_rows"  # value: how many
    HIDDEN_COLUMN = "hidden_column"  # value: its letters
    # the header
    UNKNOWN_COLUMN = "unknown_column_left_out"
    NAMELESS_COLUMN = "nameless_column_left_out"  # value: its letters; row: its first filled cell
    SKIPPED_LINES = "skipped_lines"  # value: lines above the header
    # one cell
    FORMULA = "formula"
    MERGED_CELLS = "merged_cells"  # value: the range
    ERROR_CELL = "error_cell"  # value: #N/A ...
    DATE_FOR_NUMBER = "date_for_number"  # expected: an example
    NUMBER_AS_TEXT = "number_as_text"  # expected: the number read
    AMBIGUOUS_NUMBER = "ambiguous_number"  # expected: both numbers, with |
    READ_AS = "read_as"  # expected: the number read, and the other it could be
    CELL_TOO_LONG = "cell_too_long"  # value: its beginning; expected: characters allowed
    LOOKS_LIKE_SHARE = "looks_like_share"  # expected: the figure as read
    # one row
    EXAMPLE_ROW = "example_row"
    FUTURE = "future"  # expected: today
    PART_OF_YEAR = "part_of_year"
    PLAN_AS_FIGURE = "plan_as_figure"  # expected: the target's value
    PLAN_AS_SOURCE = "plan_as_source"
    EQUALS_TARGET = "equals_target"  # expected: the target's value
    # one row against the others
    ALREADY_THERE = "already_there"  # expected: the line, empty where it is known already
    CORRECTION = "correction"  # expected: the figure that stands today: "26 percent | 2025-05"
    NEWER_READING = "newer_reading"  # expected: figure and date that stand today
    OLDER_READING = "older_reading"  # expected: figure and date that stand today
    TWO_FIGURES = "two_figures"  # expected: the other line
    JUMP = "jump"  # expected: figure and year of the neighbour, with |
    KNOWN_SOURCE = "known_source"  # expected: id of the source
    MORE = "more"  # value: findings that are not listed


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One finding. row: the row as the user sees it (line of the text, row of the sheet), 0 for
    the table. column: canonical name of the column, or the header as written where it has none.
    place: the cell as a spreadsheet names it ("C12"), empty for a row or the table. value: as
    given. code: an `IntakeCode` or a `kh359.plan.problem.Code`.
    """

    severity: Severity
    code: str
    row: int = 0
    column: str = ""
    place: str = ""
    value: str = ""
    expected: str = ""

    @property
    def key(self) -> str:
        """What a confirmation names: same table, same key."""
        return f"{self.code}:{self.row}:{self.column}:{self.value}"
