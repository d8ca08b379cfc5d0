"""Whatever a spreadsheet calls CSV is read, and what was spoilt before is told."""

import unicodedata

import pytest

from kh359.intake.encoding import UnreadableText, decoded
from kh359.intake.finding import IntakeCode
from tests.intake.conftest import Check
from tests.intake.rows import HEADER, row, table

TEXT = "Quảng Ngãi: tỷ lệ hồ sơ trực tuyến được xử lý, đường truyền, ướt, Đắk, ữ ở"


def windows_1258(text: str) -> bytes:
    """As Windows writes it: a tone that has no letter of its own follows its vowel."""
    written = b""
    for letter in unicodedata.normalize("NFC", text):
        try:
            written += letter.encode("cp1258")
            continue
        except UnicodeEncodeError:
            first, *marks = unicodedata.normalize("NFD", letter)
        tone = next(mark for mark in marks if mark in "\u0300\u0301\u0303\u0309\u0323")
        vowel = unicodedata.normalize("NFC", first + "".join(m for m in marks if m != tone))
        written += vowel.encode("cp1258") + tone.encode("cp1258")
    return written


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode("utf-8"),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        b"\xfe\xff" + TEXT.encode("utf-16-be"),
        windows_1258(TEXT),
        unicodedata.normalize("NFD", TEXT).encode(),
    ],
    ids=["utf-8", "bom", "utf-16", "le", "be", "be-bom", "1258", "decomposed"],
)
def test_every_encoding_gives_the_same_letters(content: bytes) -> None:
    assert decoded(content).text == TEXT


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (TEXT.encode().decode("cp1252", "ignore").encode(), IntakeCode.WRONGLY_DECODED),
        ("Qu¶ng Ng·i, ph¸t triÓn kinh tÕ".encode("cp1252"), IntakeCode.OLD_FONT),
        ("Qu\ufffdng Ng\ufffdi".encode(), IntakeCode.LOST_CHARACTERS),
        (b"\xff\xfe\x00\x00A\x00\x00\x00", IntakeCode.UNKNOWN_ENCODING),
        (b"\x80\x8d\x8e\xff" * 9, IntakeCode.UNKNOWN_ENCODING),
    ],
)
def test_spoilt_letters_are_told(content: bytes, code: IntakeCode) -> None:
    with pytest.raises(UnreadableText) as caught:
        decoded(content)
    assert caught.value.finding.code == code


def test_french_quotes_and_units_are_no_old_font() -> None:
    assert decoded("kg·m, «a», «b», «c», § 5, số liệu".encode()).text.startswith("kg·m")


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1258"])
def test_a_file_is_read_whatever_the_separator_and_encoding(
    check: Check, separator: str, encoding: str
) -> None:
    text = table(row(Ghi_chú="một, hai; ba"), separator=separator)
    content = windows_1258(text) if encoding == "cp1258" else text.encode(encoding)
    report = check(content)
    assert report.errors == ()
    (checked,) = report.rows
    assert checked.observation.value == 0.315
    assert checked.observation.note_vi == "một, hai; ba"


def test_headers_are_known_without_case_and_accents_and_in_english(check: Check) -> None:
    english = "INDICATOR,Region,year,as of,VALUE,unit,Grade,Definition,Source,"
    english += "new source: title,New source: publisher,New source: document number,notes"
    plain = unicodedata.normalize("NFD", ";".join(HEADER).upper())
    for header, separator in ((english, ","), (plain, ";")):
        text = table(row(), separator=separator)
        report = check(header + "\n" + text.split("\n", 1)[1])
        assert report.findings == ()
        assert len(report.rows) == 1


def test_the_separator_that_excel_states_is_believed(check: Check) -> None:
    report = check("sep=;\r\n" + table(row(Ghi_chú="a,b,c,d,e,f,g"), separator=";"))
    assert [r.line for r in report.rows] == [3]


def test_an_open_quotation_mark_is_told(check: Check) -> None:
    report = check(table(row()) + '\n"abc')
    assert [f.code for f in report.errors] == [IntakeCode.BROKEN_TABLE]
