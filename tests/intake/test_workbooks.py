"""XLSX: what a spreadsheet holds besides text, and files that were made to harm."""

import io
import zipfile
from datetime import datetime
from typing import Any

import pytest
from openpyxl import Workbook

from kh359.intake.archive import looked_through
from kh359.intake.finding import IntakeCode, Severity
from kh359.intake.limits import MOST_BYTES, MOST_ROWS
from kh359.intake.sheet import UnreadableTable
from kh359.plan.problem import Code
from tests.intake.conftest import Check
from tests.intake.rows import grid, row

VALUE = "E2"


def book_of(*rows: dict[str, str]) -> tuple[Workbook, Any]:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for line in grid(*rows):
        sheet.append(line)
    return book, sheet


def saved(book: Workbook) -> bytes:
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def with_value(value: object, number_format: str = "") -> bytes:
    book, sheet = book_of(row())
    sheet[VALUE] = value
    if number_format:
        sheet[VALUE].number_format = number_format
    return saved(book)


@pytest.mark.parametrize(
    ("value", "number_format", "read"),
    [
        (31.5, "General", "31.5"),
        (0.1 + 0.2, "0.00", "0.3"),
        (0.315, "0.0%", "31.5"),
        (31.5, '0.0" %"', "31.5"),
        (31, "0", "31"),
    ],
)
def test_numbers_come_as_numbers(check: Check, value: float, number_format: str, read: str) -> None:
    (checked,) = check(with_value(value, number_format)).rows
    assert checked.cells["value"] == read


def test_a_number_stored_as_text_is_read_and_told(check: Check) -> None:
    report = check(with_value("31,5"))
    assert [f.code for f in report.findings] == [IntakeCode.NUMBER_AS_TEXT]
    assert report.rows[0].observation.value == 0.315


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("=15+16.5", IntakeCode.FORMULA),
        ("=HYPERLINK(1)", IntakeCode.FORMULA),
        ("#N/A", IntakeCode.ERROR_CELL),
        ("#DIV/0!", IntakeCode.ERROR_CELL),
        (datetime(2026, 5, 31), IntakeCode.DATE_FOR_NUMBER),
    ],
)
def test_what_is_no_number_in_its_cell(check: Check, value: object, code: IntakeCode) -> None:
    (error,) = check(with_value(value)).errors
    assert (error.code, error.place, error.severity) == (code, VALUE, Severity.ERROR)


def test_dates_of_a_spreadsheet_are_dates(check: Check) -> None:
    book, sheet = book_of(row())
    sheet["D2"] = datetime(2025, 12, 31)
    (checked,) = check(saved(book)).rows
    assert checked.observation.as_of == "2025-12-31"


def test_merged_cells_in_the_table_are_told_and_above_it_are_not(check: Check) -> None:
    book, sheet = book_of(row(), row(Năm="2024"))
    sheet.merge_cells("B2:B3")
    assert [(f.code, f.value) for f in check(saved(book)).errors] == [
        (IntakeCode.MERGED_CELLS, "B2:B3"),
        (Code.MISSING_VALUE, ""),
    ]
    book, sheet = book_of(row())
    sheet.insert_rows(1)
    sheet["A1"] = "BẢNG SỐ LIỆU"
    sheet.merge_cells("A1:H1")
    assert check(saved(book)).errors == ()


def test_hidden_sheets_and_rows_are_asked_about(check: Check) -> None:
    book, sheet = book_of(row(), row(Năm="2024", Giá_trị="30"))
    sheet.row_dimensions[3].hidden = True
    copy = book.copy_worksheet(sheet)
    copy.title, copy.sheet_state = "Nháp", "hidden"
    other = book.copy_worksheet(sheet)
    other.title = "Khác"
    report = check(saved(book))
    assert {(f.code, f.value) for f in report.to_confirm} == {
        (IntakeCode.HIDDEN_SHEET, "Nháp"),
        (IntakeCode.OTHER_SHEET, "Khác"),
        (IntakeCode.HIDDEN_ROWS, "1"),
    }
    assert (report.sheet, len(report.rows)) == (sheet.title, 2)


def test_hidden_columns_of_the_table_are_asked_about(check: Check) -> None:
    book, sheet = book_of(row())
    sheet.column_dimensions["E"].hidden = True
    sheet.column_dimensions.group("P", "XFD", hidden=True)  # the usual way to trim a sheet
    report = check(saved(book))
    assert [(f.code, f.value) for f in report.to_confirm] == [(IntakeCode.HIDDEN_COLUMN, "E")]
    assert report.rows[0].cells["value"] == "31.5"


@pytest.mark.parametrize(
    ("cell", "severity", "code", "line"),
    [
        ("P2", Severity.CONFIRM, IntakeCode.NAMELESS_COLUMN, 2),
        ("BL2", Severity.CONFIRM, IntakeCode.NAMELESS_COLUMN, 2),
        ("BM2", Severity.ERROR, IntakeCode.TOO_MANY_COLUMNS, 2),
        ("BZ3", Severity.ERROR, IntakeCode.TOO_MANY_COLUMNS, 3),
        ("XFD3", Severity.ERROR, IntakeCode.TOO_MANY_COLUMNS, 3),
    ],
)
def test_cells_beside_the_table_are_told(
    check: Check, cell: str, severity: Severity, code: IntakeCode, line: int
) -> None:
    book, sheet = book_of(row(), row(Năm="2024", Giá_trị="30"))
    sheet[cell] = "ghi thêm"
    (found,) = [f for f in check(saved(book)).findings if f.severity is not Severity.NOTE]
    assert (found.severity, found.code, found.row) == (severity, code, line)


def test_an_empty_cell_far_out_is_no_column(check: Check) -> None:
    book, sheet = book_of(row())
    sheet["BZ2"].number_format = "0.0%"
    assert check(saved(book)).errors == ()


def test_a_table_on_a_hidden_sheet_alone_is_not_read(check: Check) -> None:
    book, sheet = book_of(row())
    book.create_sheet("Trống")
    sheet.sheet_state = "hidden"
    assert [f.code for f in check(saved(book)).errors] == [IntakeCode.HIDDEN_SHEET]


def repacked(content: bytes, **parts: bytes) -> bytes:
    """The archive with some parts replaced or added; `__` in a name is a slash."""
    changed = {name.replace("__", "/").replace("DOT", "."): part for name, part in parts.items()}
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in {*old.namelist(), *changed}:
            new.writestr(name, changed.get(name) or old.read(name))
    return target.getvalue()


SHEET = "xl__worksheets__sheet1DOTxml"
EMPTY = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'


def test_a_bomb_is_left_alone_before_it_is_unpacked(check: Check) -> None:
    """40 MB of blanks pack into 40 KB: a thousand times."""
    content = repacked(saved(book_of(row())[0]), **{SHEET: EMPTY + b" " * (40 << 20)})
    assert len(content) < 1 << 20
    (error,) = check(content).errors
    assert error.code == IntakeCode.BOMB


def test_many_parts_and_entities_are_left_alone(check: Check) -> None:
    sound = saved(book_of(row())[0])
    many = repacked(sound, **{f"xl__a{n}": b"x" for n in range(600)})
    laughs = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>'
    for content in (many, repacked(sound, xl__sharedStringsDOTxml=laughs)):
        assert [f.code for f in check(content).errors] == [IntakeCode.BOMB]


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        (b'<row r="9999999"><c r="A9999999"><v>1</v></c></row>', IntakeCode.BROKEN_WORKBOOK),
        (b'<row r="1048576"><c r="A1048576"/></row>', IntakeCode.NO_HEADER),
        (b'<row r="2"/><row r="1"/>', IntakeCode.BROKEN_WORKBOOK),
        (b'<row r="1"><c r="ZZZZZ1"><v>1</v></c></row>', IntakeCode.BROKEN_WORKBOOK),
        (b'<row r="1"><c r="A1" t="s"><v>99</v></c></row>', IntakeCode.BROKEN_WORKBOOK),
        (b"<row", IntakeCode.BROKEN_WORKBOOK),
    ],
)
def test_a_sheet_that_lies_about_itself(check: Check, rows: bytes, code: IntakeCode | None) -> None:
    content = repacked(
        saved(book_of(row())[0]), **{SHEET: EMPTY + rows + b"</sheetData></worksheet>"}
    )
    (error,) = check(content).errors
    assert error.code == code


def test_a_table_longer_than_allowed_is_told(check: Check) -> None:
    book, sheet = book_of(row())
    sheet.cell(row=MOST_ROWS + 2, column=1, value="x")
    assert [f.code for f in check(saved(book)).errors] == [IntakeCode.TOO_MANY_ROWS]


@pytest.mark.parametrize(
    ("content", "code", "value"),
    [
        (b"%PDF-1.7 ...", IntakeCode.UNKNOWN_FORMAT, "pdf"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), IntakeCode.UNKNOWN_FORMAT, "xls"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            IntakeCode.LOCKED_WORKBOOK,
            "",
        ),
        (b"PK\x03\x04 and nothing", IntakeCode.BROKEN_WORKBOOK, ""),
        (b"x" * (MOST_BYTES + 1), IntakeCode.TOO_LARGE, str(MOST_BYTES + 1)),
    ],
    ids=["pdf", "xls", "locked", "broken", "large"],
)
def test_other_files_are_named(check: Check, content: bytes, code: str, value: str) -> None:
    (error,) = check(content).errors
    assert (error.code, error.value) == (code, value)


def test_a_document_is_no_table() -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("word/document.xml", "<x/>")
    with pytest.raises(UnreadableTable) as caught:
        looked_through(target.getvalue())
    assert caught.value.findings[0].value == "docx"
