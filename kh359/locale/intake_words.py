"""The words of each finding of a checked table: what is wrong, and what to do."""

from kh359.intake.finding import IntakeCode
from kh359.locale.fault import FaultWords
from kh359.locale.translate import marked
from kh359.plan.problem import Code

INTAKE_WORDS: dict[str, FaultWords] = {
    IntakeCode.TOO_LARGE: FaultWords(
        marked("The file has {value} MB; at most {expected} MB are read."),
        marked("Leave out pictures and other sheets, or hand in the table in parts."),
    ),
    IntakeCode.NOTHING_GIVEN: FaultWords(
        marked("There is nothing in it."),
        marked("Choose the file again, or paste the table with its header."),
    ),
    IntakeCode.UNKNOWN_FORMAT: FaultWords(
        marked("This is no table that can be read here ({value})."),
        marked("Open it in Excel and save it as XLSX or as CSV UTF-8."),
    ),
    IntakeCode.UNKNOWN_ENCODING: FaultWords(
        marked("The letters of the file are stored in a way that is not known here."),
        marked("Save it as CSV UTF-8. Also read: {expected}."),
    ),
    IntakeCode.WRONGLY_DECODED: FaultWords(
        marked("The Vietnamese letters were spoilt before (“{value}”)."),
        marked(
            "Open the original file in Excel with Data, From Text/CSV, code 65001 UTF-8, and save "
            "it again."
        ),
    ),
    IntakeCode.OLD_FONT: FaultWords(
        marked("The text was typed for an old font such as .VnTime (“{value}”)."),
        marked("Convert it to Unicode, with Unikey for instance, and hand it in again."),
    ),
    IntakeCode.LOST_CHARACTERS: FaultWords(
        marked("Letters were lost before (“{value}”)."),
        marked("Save the original file again as CSV UTF-8 or XLSX."),
    ),
    IntakeCode.READ_AS_WINDOWS: FaultWords(
        marked("The file is no UTF-8; it was read as {expected}."),
        marked("Look at the Vietnamese letters below before you accept."),
    ),
    IntakeCode.BROKEN_TABLE: FaultWords(
        marked("The text cannot be read as a table: {expected}."),
        marked("Close the open quotation mark, or save the table again from Excel."),
    ),
    IntakeCode.BROKEN_WORKBOOK: FaultWords(
        marked("The workbook cannot be opened: {expected}."),
        marked("Open it in Excel and save it again as XLSX."),
    ),
    IntakeCode.LOCKED_WORKBOOK: FaultWords(
        marked("The workbook is locked with a password."),
        marked("Save a copy without a password."),
    ),
    IntakeCode.BOMB: FaultWords(
        marked("The workbook unpacks to far more than a table needs ({value})."),
        marked("Copy the table into a new workbook."),
    ),
    IntakeCode.TOO_MANY_ROWS: FaultWords(
        marked("The table has more than {expected} rows."),
        marked("Hand it in in parts, or delete the empty rows below it."),
    ),
    IntakeCode.TOO_MANY_COLUMNS: FaultWords(
        marked("A row has more than {expected} columns."),
        marked("Delete the columns beside the table."),
    ),
    IntakeCode.NO_HEADER: FaultWords(
        marked("No line names the columns."),
        marked("Put the header of the template above the table: {expected}."),
    ),
    IntakeCode.NO_ROWS: FaultWords(
        marked("There is no row below the header."),
        marked("Fill in at least one row."),
    ),
    IntakeCode.HIDDEN_SHEET: FaultWords(
        marked("The hidden sheet “{value}” holds a table too; it is not read."),
        marked("Show the sheet and hand it in by itself if it matters."),
    ),
    IntakeCode.OTHER_SHEET: FaultWords(
        marked("The sheet “{value}” holds a table too; only “{expected}” is read."),
        marked("Hand in the other sheet by itself if it matters."),
    ),
    IntakeCode.HIDDEN_ROWS: FaultWords(
        marked("{value} rows are hidden in the sheet; they are read too."),
        marked("Show them in Excel (clear the filter) and look at them."),
    ),
    IntakeCode.HIDDEN_COLUMN: FaultWords(
        marked("Column {value} is hidden in the sheet; it is read too."),
        marked("Show the column in Excel and look at it."),
    ),
    IntakeCode.NAMELESS_COLUMN: FaultWords(
        marked("Column {value} has no name in the header; what stands in it is left out."),
        marked("Give it a name of the template if it matters, or empty it."),
    ),
    IntakeCode.UNKNOWN_COLUMN: FaultWords(
        marked("The column “{value}” is not known and is left out."),
        marked("Give it a name of the template if it matters."),
    ),
    IntakeCode.SKIPPED_LINES: FaultWords(
        marked("{value} lines above the header were left out."),
        marked("Nothing to do."),
    ),
    IntakeCode.FORMULA: FaultWords(
        marked("The cell holds a formula, not a number."),
        marked("Copy the cells and paste them as values (Paste Special, Values)."),
    ),
    IntakeCode.MERGED_CELLS: FaultWords(
        marked("The cells {value} are merged; only the first of them has a value."),
        marked("Unmerge them and fill in each one."),
    ),
    IntakeCode.ERROR_CELL: FaultWords(
        marked("The cell shows an error ({value})."),
        marked("Write the number itself, or delete the row if it is not known."),
    ),
    IntakeCode.DATE_FOR_NUMBER: FaultWords(
        marked("A number is needed here; Excel made a date of it ({value})."),
        marked("Format the cell as a number and type it again, for example {expected}."),
    ),
    IntakeCode.NUMBER_AS_TEXT: FaultWords(
        marked("The number is stored as text; it was read as {expected}."),
        marked("Nothing to do if the number is right."),
    ),
    IntakeCode.AMBIGUOUS_NUMBER: FaultWords(
        marked("“{value}” may be {expected}."),
        marked("Write it without a separator of thousands, or with more or fewer decimals."),
    ),
    IntakeCode.READ_AS: FaultWords(
        marked("“{value}” was read as {first}, not {second}."),
        marked("Nothing to do if that is meant."),
    ),
    IntakeCode.CELL_TOO_LONG: FaultWords(
        marked("The cell is longer than {expected} characters (“{value}”)."),
        marked("Shorten it."),
    ),
    IntakeCode.LOOKS_LIKE_SHARE: FaultWords(
        marked("{expected} is far below what is usual here."),
        marked("If the share {value} is meant, write it times 100; confirm if it is right."),
    ),
    IntakeCode.EXAMPLE_ROW: FaultWords(
        marked("The example of the template was left out."),
        marked("Nothing to do."),
    ),
    IntakeCode.FUTURE: FaultWords(
        marked("“{value}” lies in the future (today: {expected})."),
        marked(
            "A figure that nobody observed yet is no observation; correct the date or delete the "
            "row."
        ),
    ),
    IntakeCode.PART_OF_YEAR: FaultWords(
        marked("The year {value} is not over, and this figure adds up over a year."),
        marked("Confirm only if the figure is for the whole year; nine months are left out."),
    ),
    IntakeCode.PLAN_AS_FIGURE: FaultWords(
        marked("{expected} is a target of the plan, not an observation."),
        marked("Name the report that measured it, or delete the row."),
    ),
    IntakeCode.PLAN_AS_SOURCE: FaultWords(
        marked("The source is the plan itself (“{value}”)."),
        marked("Confirm only if the plan reports it as reached; a target is never an observation."),
    ),
    IntakeCode.EQUALS_TARGET: FaultWords(
        marked("{expected} is exactly the target of that year."),
        marked("Confirm if the source measured it; delete the row if it only repeats the target."),
    ),
    IntakeCode.ALREADY_THERE: FaultWords(
        marked("The same figure is there already; the row is left out."),
        marked("Nothing to do."),
    ),
    IntakeCode.CORRECTION: FaultWords(
        marked("{expected} stands for the same region, year and way of measuring today."),
        marked("Confirm if the new figure is the better one; the old one stays on record."),
    ),
    IntakeCode.NEWER_READING: FaultWords(
        marked("A later reading of the year; {expected} stands today."),
        marked("Confirm that the later reading stands for the year."),
    ),
    IntakeCode.OLDER_READING: FaultWords(
        marked("An earlier reading of the year than {expected}, which goes on standing."),
        marked("Nothing to do; the row is kept as superseded."),
    ),
    IntakeCode.TWO_FIGURES: FaultWords(
        marked(
            "Line {expected} gives another figure for the same indicator, region, year and way of "
            "measuring."
        ),
        marked("Keep the better one, or say under “Way of measuring” how they differ."),
    ),
    IntakeCode.JUMP: FaultWords(
        marked("More than three times the neighbouring year, or less than a third ({expected})."),
        marked("Look at the unit and at the decimal mark; confirm if it is right."),
    ),
    IntakeCode.KNOWN_SOURCE: FaultWords(
        marked("This source is there already: {expected}."),
        marked("Nothing to do."),
    ),
    IntakeCode.MORE: FaultWords(
        marked("{value} more of this kind are not listed."),
        marked("Put right what is listed and check again."),
    ),
    Code.MISSING_COLUMN: FaultWords(
        marked("The column “{expected}” is missing."),
        marked("Add the column with this name to the header."),
    ),
    Code.DUPLICATE_COLUMN: FaultWords(
        marked("Two columns name the same thing (“{value}”)."),
        marked("Keep one of the two columns."),
    ),
    Code.MISSING_VALUE: FaultWords(
        marked("The cell is empty."),
        marked("Fill the cell, or remove the row if the figure is not known."),
    ),
    Code.UNKNOWN_INDICATOR: FaultWords(
        marked("There is no indicator “{value}”."),
        marked("Choose the name from the list of the template. Nearest: {expected}."),
    ),
    Code.UNKNOWN_SOURCE: FaultWords(
        marked("There is no source “{value}”."),
        marked(
            "Choose it from the list, or leave the cell empty and describe the new source. "
            "Nearest: {expected}."
        ),
    ),
    Code.WRONG_FORM: FaultWords(
        marked("“{value}” does not have the required form."),
        marked("An address begins with http:// or https:// and has no blanks."),
    ),
    Code.NOT_A_NUMBER: FaultWords(
        marked("“{value}” is not a number."),
        marked("Write digits only, for example {expected}."),
    ),
    Code.WRONG_UNIT: FaultWords(
        marked("The unit “{value}” is not the indicator's."),
        marked("Convert the figure to {expected}."),
    ),
}
"""For codes of the plan's schema that are not here, the words of `kh359.locale.fault` serve."""
