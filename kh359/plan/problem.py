"""What is wrong in `data/`: every problem at once, with place and remedy."""

from dataclasses import dataclass
from enum import StrEnum

from pydantic_core import PydanticCustomError


class Code(StrEnum):
    """Stable key of a fault. The interface words each one, and its remedy, in both languages.

    The comment names what `expected` of the `Problem` carries, so that a remedy can quote it.
    """

    # the file as a whole
    MISSING_FILE = "missing_file"  # -
    UNREADABLE = "unreadable"  # the system's complaint
    BAD_ENCODING = "bad_encoding"  # UTF-8
    BAD_CSV = "bad_csv"  # the csv reader's complaint
    WRONG_DELIMITER = "wrong_delimiter"  # the comma
    EMPTY_FILE = "empty_file"  # the columns of the header
    # the header
    NAMELESS_COLUMN = "nameless_column"  # the allowed columns; the value is the column's number
    UNKNOWN_COLUMN = "unknown_column"  # the nearest allowed column, else all of them
    MISSING_COLUMN = "missing_column"  # the column
    DUPLICATE_COLUMN = "duplicate_column"  # -
    # one row
    WRONG_CELL_COUNT = "wrong_cell_count"  # number of columns of the header
    MISSING_VALUE = "missing_value"  # -
    UNEXPECTED_VALUE = "unexpected_value"  # the empty cell it should be
    NOT_A_NUMBER = "not_a_number"  # an example
    DECIMAL_COMMA = "decimal_comma"  # the same number with a point
    NOT_A_WHOLE_NUMBER = "not_a_whole_number"  # an example
    NOT_A_YES_NO = "not_a_yes_no"  # true, false
    UNKNOWN_CHOICE = "unknown_choice"  # the allowed words
    WRONG_FORM = "wrong_form"  # the form (a regular expression)
    NOT_A_DATE = "not_a_date"  # examples
    HIDDEN_CHARACTER = "hidden_character"  # its number, such as U+202E
    OUT_OF_RANGE = "out_of_range"  # the limit the schema sets (years, non-negative values)
    NOT_0_TO_100 = "not_0_to_100"  # the bound a share in percent must have, as in data/
    WRONG_KIND = "wrong_kind"  # the kinds that fit the unit
    WRONG_ORDER = "wrong_order"  # the cell that must be larger or smaller
    INVALID = "invalid"  # the schema's own words, for what has no key of its own
    # one row against the others
    DUPLICATE = "duplicate"  # the line that already says it, with its file when that is another
    CLASH = "clash"  # the line (and file) of the other figure of the same region, year, method
    UNKNOWN_INDICATOR = "unknown_indicator"  # the nearest id, if any
    UNKNOWN_SOURCE = "unknown_source"  # the nearest id, if any
    UNKNOWN_SERIES = "unknown_series"  # the series or methods there are
    UNUSED_SOURCE = "unused_source"  # -
    UNKNOWN_ASSUMPTION = "unknown_assumption"  # the nearest id, if any
    WRONG_ASSUMPTION = "wrong_assumption"  # the kind the assumption must have
    UNKNOWN_CHANNEL = "unknown_channel"  # the nearest id, if any
    WRONG_UNIT = "wrong_unit"  # the indicator's unit
    WRONG_GROUP = "wrong_group"  # the indicator's group
    WRONG_PERIOD = "wrong_period"  # the period that fits the indicator's kind
    WRONG_ROLE = "wrong_role"  # the role the indicator must have
    WRONG_ID = "wrong_id"  # how the id must begin
    WRONG_CLAUSE = "wrong_clause"  # how the clause must begin
    WRONG_GRADE = "wrong_grade"  # the grades that fit the region
    OUT_OF_BOUNDS = "out_of_bounds"  # the indicator's bounds, as shown in data/ (percent)


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One fault. `row` is the line number in the file (the header is line 1), 0 for the file.

    `code` is a `Code`. `value` is the cell as written, `expected` what the code's comment names.
    """

    file: str
    row: int
    column: str
    value: str
    code: str
    expected: str = ""


class FactsError(Exception):
    """The facts in `data/` break their schema; `problems` lists every fault."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        super().__init__(f"{len(problems)} problem(s) in data/")


def fault(code: Code, column: str, expected: str = "") -> PydanticCustomError:
    """The error a validator raises for a fault that has a code of its own (a `ValueError`)."""
    context = {"code": code.value, "column": column, "expected": expected}
    return PydanticCustomError("fault", "{column}: {code} {expected}", context)
