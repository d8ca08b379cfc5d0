"""Files that open by a double click: read back with the separators of each language."""

import csv

from kh359.locale.spreadsheet import spreadsheet

HEADERS = ("Tên", "Giá trị")
ROWS = [("Đắk; Tô", 45.5), ('nói "vậy"', 1234567.0), ("trống", None), ("năm", 2025), ("nhỏ", 1e-7)]


def read(content: bytes, delimiter: str) -> list[list[str]]:
    assert content.startswith(b"\xef\xbb\xbf")
    text = content.decode("utf-8-sig")
    return list(csv.reader(text.splitlines(), delimiter=delimiter))


def test_vietnamese_has_semicolons_and_the_decimal_comma() -> None:
    header, *rows = read(spreadsheet(HEADERS, ROWS, "vi"), ";")
    assert header == ["Tên", "Giá trị"]
    assert [row[0] for row in rows] == [row[0] for row in ROWS]
    assert [row[1] for row in rows] == ["45,5", "1234567", "", "2025", "0,0000001"]


def test_english_has_commas_and_the_point() -> None:
    _, first, *_ = read(spreadsheet(HEADERS, ROWS, "en"), ",")
    assert first == ["Đắk; Tô", "45.5"]
