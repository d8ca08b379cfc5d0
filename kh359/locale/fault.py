"""Words for faults in `data/`: what is wrong and what to do about it."""

from dataclasses import dataclass

from kh359.locale.language import Language
from kh359.locale.plain_text import clipped
from kh359.locale.translate import marked, translator
from kh359.plan.problem import Code, Problem


@dataclass(frozen=True, slots=True)
class FaultWords:
    """Source strings of one fault code; both may use the fields {value} and {expected}."""

    what: str
    remedy: str


UNKNOWN_CODE = FaultWords(
    marked("The value is not accepted."),
    marked("Compare with the other rows of the file. Expected: {expected}."),
)

FAULTS: dict[str, FaultWords] = {
    Code.MISSING_FILE: FaultWords(
        marked("The file is missing."),
        marked("Put the file back in the data folder."),
    ),
    Code.UNREADABLE: FaultWords(
        marked("The file cannot be opened: {expected}."),
        marked("Put a plain file that you may read in its place."),
    ),
    Code.BAD_ENCODING: FaultWords(
        marked("The file is not in {expected}."),
        marked("Save the file again as {expected}."),
    ),
    Code.BAD_CSV: FaultWords(
        marked("The file cannot be read as a table: {expected}."),
        marked("Close the open quotation mark, or restore the file from its last good version."),
    ),
    Code.EMPTY_FILE: FaultWords(
        marked("The file is empty."),
        marked("Write at least the header line: {expected}."),
    ),
    Code.NAMELESS_COLUMN: FaultWords(
        marked("Column number {value} has no name."),
        marked(
            "Remove the column, often a comma at the end of every line. Allowed names: {expected}."
        ),
    ),
    Code.UNKNOWN_COLUMN: FaultWords(
        marked("The column “{value}” is not known."),
        marked("Rename or remove the column. Allowed: {expected}."),
    ),
    Code.MISSING_COLUMN: FaultWords(
        marked("The column “{expected}” is missing."),
        marked("Add the column “{expected}” to the header."),
    ),
    Code.DUPLICATE_COLUMN: FaultWords(
        marked("The column “{value}” appears twice."),
        marked("Keep one of the two columns."),
    ),
    Code.WRONG_CELL_COUNT: FaultWords(
        marked("The row has {value} cells."),
        marked(
            "Give the row {expected} cells; put a text that contains a comma in quotation marks."
        ),
    ),
    Code.MISSING_VALUE: FaultWords(
        marked("The cell is empty."),
        marked("Fill the cell, or remove the row if the figure is not known."),
    ),
    Code.UNEXPECTED_VALUE: FaultWords(
        marked("“{value}” must not stand here."),
        marked("Empty the cell."),
    ),
    Code.NOT_A_NUMBER: FaultWords(
        marked("“{value}” is not a number."),
        marked("Write a plain number, for example {expected}."),
    ),
    Code.DECIMAL_COMMA: FaultWords(
        marked("“{value}” is written with a comma."),
        marked("In the data files decimals take a point: {expected}."),
    ),
    Code.NOT_A_WHOLE_NUMBER: FaultWords(
        marked("“{value}” is not a whole number."),
        marked("Write a whole number, for example {expected}."),
    ),
    Code.NOT_A_YES_NO: FaultWords(
        marked("“{value}” is neither true nor false."),
        marked("Write one of: {expected}."),
    ),
    Code.UNKNOWN_CHOICE: FaultWords(
        marked("“{value}” is not one of the allowed words."),
        marked("Write one of: {expected}."),
    ),
    Code.WRONG_FORM: FaultWords(
        marked("“{value}” does not have the required form."),
        marked("Follow the form {expected}."),
    ),
    Code.NOT_A_DATE: FaultWords(
        marked("“{value}” is no date."),
        marked("Write a year, a month or a day that exists: {expected}."),
    ),
    Code.HIDDEN_CHARACTER: FaultWords(
        marked("The text contains a character that is not shown: {expected}."),
        marked("Type the text again, without copying it."),
    ),
    Code.NOT_0_TO_100: FaultWords(
        marked("A share in percent lies between 0 and 100."),
        marked("Write {expected}."),
    ),
    Code.WRONG_KIND: FaultWords(
        marked("The kind “{value}” does not fit the unit."),
        marked("Write one of: {expected}; or correct the unit."),
    ),
    Code.OUT_OF_RANGE: FaultWords(
        marked("{value} is outside the allowed range."),
        marked("Check the figure; allowed: {expected}."),
    ),
    Code.WRONG_ORDER: FaultWords(
        marked("The two values are in the wrong order."),
        marked("Check both cells: {expected}."),
    ),
    Code.DUPLICATE: FaultWords(
        marked("“{value}” already stands on line {expected}."),
        marked("Remove one of the two lines."),
    ),
    Code.CLASH: FaultWords(
        marked(
            "Line {expected} gives another figure for the same indicator, region, year and method."
        ),
        marked("Keep the better source and mark the other as superseded."),
    ),
    Code.UNKNOWN_INDICATOR: FaultWords(
        marked("There is no indicator “{value}”."),
        marked("Correct the id, or add the indicator to indicators.csv. Nearest: {expected}."),
    ),
    Code.UNKNOWN_SOURCE: FaultWords(
        marked("There is no source “{value}”."),
        marked("Correct the id, or add the source to sources.csv. Nearest: {expected}."),
    ),
    Code.UNKNOWN_SERIES: FaultWords(
        marked("There is no series “{value}”."),
        marked("Use one of: {expected}."),
    ),
    Code.UNUSED_SOURCE: FaultWords(
        marked("No figure uses the source “{value}”."),
        marked("Remove the row, or name the source where its figure stands."),
    ),
    Code.UNKNOWN_ASSUMPTION: FaultWords(
        marked("There is no assumption “{value}”."),
        marked("Correct the id, or add the assumption to assumptions.csv. Nearest: {expected}."),
    ),
    Code.WRONG_ASSUMPTION: FaultWords(
        marked("The assumption “{value}” is of another kind."),
        marked("Name an assumption of the kind {expected}."),
    ),
    Code.UNKNOWN_CHANNEL: FaultWords(
        marked("There is no channel “{value}”."),
        marked("Correct the id, or add the channel to channels.csv. Nearest: {expected}."),
    ),
    Code.WRONG_UNIT: FaultWords(
        marked("The unit “{value}” is not the indicator's."),
        marked("Convert the figure to {expected}."),
    ),
    Code.WRONG_GROUP: FaultWords(
        marked("The group “{value}” is not the indicator's."),
        marked("Write the group {expected}."),
    ),
    Code.WRONG_PERIOD: FaultWords(
        marked("The period “{value}” does not fit the indicator: it is no yearly amount."),
        marked("Write {expected}, or make the indicator's kind flow."),
    ),
    Code.WRONG_ROLE: FaultWords(
        marked("The indicator's role “{value}” does not fit here."),
        marked("Its role must be {expected}."),
    ),
    Code.OUT_OF_BOUNDS: FaultWords(
        marked("{value} is outside the indicator's bounds."),
        marked("Check the figure and its unit; bounds: {expected}."),
    ),
    Code.WRONG_DELIMITER: FaultWords(
        marked("The columns are not separated by commas."),
        marked("Save the file as CSV with “{expected}” between the columns."),
    ),
    Code.INVALID: FaultWords(
        marked("“{value}” is refused: {expected}."),
        marked("Correct the cell, or compare with the other rows of the file."),
    ),
    Code.WRONG_ID: FaultWords(
        marked("The id “{value}” does not fit its row."),
        marked("Let the id begin with {expected}."),
    ),
    Code.WRONG_CLAUSE: FaultWords(
        marked("The clause “{value}” does not fit the year and group."),
        marked("Let the clause begin with {expected}."),
    ),
    Code.WRONG_GRADE: FaultWords(
        marked("The grade “{value}” does not fit the region."),
        marked("Write one of: {expected}."),
    ),
}


def fault_text(problem: Problem, language: Language) -> tuple[str, str]:
    """What is wrong, and the remedy, in words."""
    words = FAULTS.get(problem.code, UNKNOWN_CODE)
    say = translator(language)
    fields = {"value": clipped(problem.value), "expected": problem.expected or "–"}
    return say(words.what, **fields), say(words.remedy, **fields)
