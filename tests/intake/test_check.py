"""The check report: every fault at once, nothing half, plan targets are no observations."""

from dataclasses import replace

import pytest

from kh359.intake.check import check_records, check_text
from kh359.intake.check_report import CheckReport, NotAcceptable
from kh359.intake.finding import Finding, IntakeCode, Severity
from kh359.intake.limits import MOST_FINDINGS
from kh359.intake.vocabulary import Column, Vocabulary
from kh359.locale.intake import column_text, finding_records, finding_text, place_text
from kh359.plan.loading import DATA_FOLDER
from kh359.plan.overlay import LaidOver
from kh359.plan.problem import Code
from tests.intake.conftest import TODAY, Check
from tests.intake.rows import HEADER, row, table


def codes(report: CheckReport, severity: Severity) -> list[str]:
    return [finding.code for finding in report.findings if finding.severity is severity]


def test_a_sound_row_becomes_a_batch(check: Check) -> None:
    report = check(table(row(Thời_điểm="31/12/2025", Ghi_chú="Cuối năm")))
    batch = report.batch()
    (checked,) = batch.rows
    assert checked.cells["as_of"] == "2025-12-31"
    assert checked.observation.indicator_id == "digital_signature"
    (source,) = batch.sources
    assert source["source_id"] == checked.observation.source_id
    assert (source["document"], source["publisher"]) == (
        "12/BC-SKHCN",
        "Sở Khoa học và Công nghệ",
    )
    assert batch.against == report.against


def test_every_fault_is_told_at_once_with_its_cell(check: Check) -> None:
    report = check(
        table(
            row(Chỉ_tiêu="Phủ sóng 7G", Năm="2o25", Giá_trị="abc", Định_nghĩa="giống"),
            row(Đơn_vị="người", Chất_lượng="", Địa_bàn="Đà Nẵng"),
            row(Giá_trị="131,5", Năm="1985"),
        )
    )
    found = {(f.place, f.code) for f in report.errors}
    assert found == {
        ("A2", Code.UNKNOWN_INDICATOR),
        ("C2", Code.NOT_A_NUMBER),
        ("E2", Code.NOT_A_NUMBER),
        ("H2", Code.UNKNOWN_CHOICE),
        ("F3", Code.WRONG_UNIT),
        ("G3", Code.MISSING_VALUE),
        ("B3", Code.UNKNOWN_CHOICE),
        ("C4", Code.OUT_OF_RANGE),
    }
    assert report.rows == ()
    with pytest.raises(NotAcceptable) as caught:
        report.batch("all")
    assert set(caught.value.findings) == set(report.errors)


def test_one_faulty_row_keeps_the_sound_ones_out(check: Check) -> None:
    report = check(table(row(), row(Năm="2024", Giá_trị="x")))
    assert len(report.rows) == 1
    assert not report.is_sound
    with pytest.raises(NotAcceptable):
        report.batch("all")


def test_the_files_own_table_has_nothing_new(check: Check) -> None:
    """history.csv itself: every row is known, and each is told."""
    content = (DATA_FOLDER / "history.csv").read_bytes()
    report = check(content)
    assert report.errors == report.to_confirm == report.rows == ()
    assert codes(report, Severity.NOTE).count(IntakeCode.ALREADY_THERE) == report.rows_read
    assert report.rows_read == len(content.splitlines()) - 1


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ({"Năm": "2027"}, IntakeCode.FUTURE),
        ({"Thời_điểm": "12/2026"}, IntakeCode.FUTURE),
        ({"Giá_trị": "131,5"}, Code.OUT_OF_BOUNDS),
        ({"Giá_trị": "-5"}, Code.OUT_OF_BOUNDS),
        ({"Thời_điểm": "31/02/2025"}, Code.NOT_A_DATE),
        ({"Chất_lượng": "tính ra từ số khác"}, Code.UNKNOWN_CHOICE),
        ({"Chất_lượng": "derived"}, Code.WRONG_GRADE),
        ({"Chất_lượng": "proxy"}, Code.WRONG_GRADE),
        ({"Ghi_chú": "ẩn\u202e"}, Code.HIDDEN_CHARACTER),
        ({"Nguồn": "khong_co"}, Code.UNKNOWN_SOURCE),
        ({"Nguồn_mới:_số,_ký_hiệu": ""}, Code.MISSING_VALUE),
        ({"Nguồn_mới:_nơi_công_bố": ""}, Code.MISSING_VALUE),
    ],
)
def test_what_is_refused(check: Check, cells: dict[str, str], code: str) -> None:
    report = check(table(row(**cells)))
    assert codes(report, Severity.ERROR) == [code]


def test_next_year_a_figure_of_next_year_is_accepted(
    current: LaidOver, vocabulary: Vocabulary
) -> None:
    text = table(row(Năm="2027"))
    report = check_text(text, current, vocabulary, today="2027-08-01")
    assert (report.errors, [one.observation.year for one in report.rows]) == ((), [2027])


def test_a_target_of_the_plan_is_no_observation(check: Check) -> None:
    """coverage_5g-2025 is >= 50 %."""
    plan = {
        "Nguồn_mới:_tên_văn_bản": "Kế hoạch số 359-KH/TU",
        "Nguồn_mới:_nơi_công_bố": "Tỉnh ủy Quảng Ngãi",
    }
    at_target = {"Chỉ_tiêu": "coverage_5g", "Giá_trị": "50"}
    assert codes(check(table(row(**at_target, **plan))), Severity.ERROR) == [
        IntakeCode.PLAN_AS_FIGURE
    ]
    other = check(table(row(**plan)))
    assert (codes(other, Severity.ERROR), codes(other, Severity.CONFIRM)) == (
        [],
        [IntakeCode.PLAN_AS_SOURCE],
    )
    measured = check(table(row(**at_target)))
    assert codes(measured, Severity.CONFIRM) == [IntakeCode.EQUALS_TARGET]


def test_a_target_of_another_plan_is_no_observation_either(check: Check) -> None:
    """plan_targets.csv: Kế hoạch 114, digital_signature of the former province, 2025, 50 %."""
    cells = {"Địa_bàn": "Quảng Ngãi cũ", "Giá_trị": "50", "Nguồn": "tuoitrethudo_2025_05_27_kh114"}
    assert codes(check(table(row(**cells))), Severity.ERROR) == [IntakeCode.PLAN_AS_FIGURE]


def test_a_figure_that_is_there_is_left_out_and_another_value_is_asked_about(check: Check) -> None:
    """population of the former province in 2022 stands in history.csv."""
    known = {"Chỉ_tiêu": "population", "Địa_bàn": "qn_old", "Năm": "2022", "Đơn_vị": "người"}
    same = check(table(row(**known, Giá_trị="1.245.650")))
    other = check(table(row(**known, Giá_trị="1.245.605")))
    assert (same.rows, codes(same, Severity.NOTE)) == ((), [IntakeCode.ALREADY_THERE])
    (asked,) = other.to_confirm
    assert (asked.code, asked.expected) == (IntakeCode.CORRECTION, "1245650 people")
    with pytest.raises(NotAcceptable):
        other.batch()
    (accepted,) = other.batch({asked.key}).rows
    assert accepted.replaces is not None
    assert accepted.replaces.value == 1245650


def test_two_figures_of_one_subject_in_a_file(check: Check) -> None:
    clash = check(table(row(), row(Giá_trị="32")))
    assert [(f.code, f.row, f.expected) for f in clash.errors] == [(IntakeCode.TWO_FIGURES, 3, "2")]
    twice = check(table(row(), row()))
    assert (len(twice.rows), codes(twice, Severity.NOTE)) == (1, [IntakeCode.ALREADY_THERE])


def test_of_two_readings_of_a_year_the_later_stands(check: Check) -> None:
    rows = (row(Thời_điểm="12/2025"), row(Thời_điểm="6/2025", Giá_trị="28"))
    report = check(table(*rows))
    assert [(r.observation.value, r.observation.superseded) for r in report.rows] == [
        (0.315, False),
        (0.28, True),
    ]
    assert codes(report, Severity.NOTE) == [IntakeCode.OLDER_READING]


@pytest.mark.parametrize(
    ("first", "second", "jumps"), [("10", "30", False), ("10", "30,1", True), ("31", "10", True)]
)
def test_a_jump_by_more_than_three_is_asked_about(
    check: Check, first: str, second: str, jumps: bool
) -> None:
    report = check(table(row(Năm="2023", Giá_trị=first), row(Giá_trị=second)))
    assert (IntakeCode.JUMP in codes(report, Severity.CONFIRM)) == jumps
    assert report.errors == ()


def test_a_share_written_as_a_decimal_is_asked_about(check: Check) -> None:
    (asked,) = check(table(row(Giá_trị="0,315"))).to_confirm
    assert asked.code == IntakeCode.LOOKS_LIKE_SHARE


def test_a_yearly_amount_of_this_year_is_asked_about(check: Check) -> None:
    cells = {"Chỉ_tiêu": "scopus_papers", "Năm": "2026", "Đơn_vị": "papers", "Giá_trị": "12"}
    assert IntakeCode.PART_OF_YEAR in codes(check(table(row(**cells))), Severity.CONFIRM)


def test_a_known_source_is_used_again(check: Check, current: LaidOver) -> None:
    source = current.facts.sources[0]
    by_title = check(table(row(Nguồn=source.title)))
    assert by_title.rows[0].observation.source_id == source.source_id
    assert by_title.sources == ()
    text = table(row(), header=(*HEADER, "Nguồn mới: địa chỉ"))
    by_address = check(text + source.address)
    assert by_address.rows[0].observation.source_id == source.source_id
    assert codes(by_address, Severity.NOTE) == [IntakeCode.KNOWN_SOURCE]


@pytest.mark.parametrize("address", ["javascript:alert(1)", "https://a b", "tinh.gov.vn"])
def test_an_address_is_one_of_the_web(check: Check, address: str) -> None:
    text = table(row(), header=(*HEADER, "Nguồn mới: địa chỉ")) + address
    assert codes(check(text), Severity.ERROR) == [Code.WRONG_FORM]


def test_the_example_of_the_template_is_left_out(check: Check) -> None:
    report = check(table(row(Chỉ_tiêu="VÍ DỤ: Người dân có chữ ký số"), row(Năm="2024")))
    assert codes(report, Severity.NOTE) == [IntakeCode.EXAMPLE_ROW]
    assert [r.line for r in report.rows] == [3]


@pytest.mark.parametrize(
    ("text", "codes_"),
    [
        ("", [IntakeCode.NOTHING_GIVEN]),
        ("a\tb\n1\t2", [IntakeCode.NO_HEADER]),
        (table(), [IntakeCode.NO_ROWS]),
        ("Chỉ tiêu\tNăm\n", [Code.MISSING_COLUMN] * 6),
        (table(row(), header=(*HEADER, "Vùng")), [Code.DUPLICATE_COLUMN]),
    ],
)
def test_a_table_without_a_sound_header(check: Check, text: str, codes_: list[str]) -> None:
    assert codes(check(text), Severity.ERROR) == codes_


def test_columns_nobody_understood_are_told_beside_those_that_are_missing(check: Check) -> None:
    report = check("Chỉ tiêu\tNăm\tGiá trịs\n")
    assert Code.MISSING_COLUMN in codes(report, Severity.ERROR)
    (told,) = [one for one in report.findings if one.code == IntakeCode.UNKNOWN_COLUMN]
    assert told.value == "Giá trịs"


def test_unknown_columns_are_asked_about_and_titles_above_are_told(check: Check) -> None:
    text = "BẢNG SỐ LIỆU\n" + table(row(), header=(*HEADER, "Cột lạ"))
    report = check(text)
    assert codes(report, Severity.CONFIRM) == [IntakeCode.UNKNOWN_COLUMN]
    assert codes(report, Severity.NOTE) == [IntakeCode.SKIPPED_LINES]
    assert len(report.rows) == 1


def test_findings_beyond_the_limit_are_counted(check: Check) -> None:
    rows = [row(Năm=str(1990 + n % 30), Giá_trị="x") for n in range(MOST_FINDINGS + 5)]
    report = check(table(*rows))
    assert len(report.errors) == MOST_FINDINGS + 1
    assert (report.errors[-1].code, report.errors[-1].value) == (IntakeCode.MORE, "5")


def test_a_form_is_checked_like_a_table(current: LaidOver, vocabulary: Vocabulary) -> None:
    cells = {Column.INDICATOR: "digital_signature", Column.VALUE: "abc"}
    report = check_records([cells], current, vocabulary, today=TODAY)
    told = {(f.column, f.code) for f in report.errors}
    assert ("value", Code.NOT_A_NUMBER) in told
    assert ("source_id", Code.MISSING_VALUE) in told
    assert {f.place for f in report.errors} == {""}


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_code_has_words(current: LaidOver, language: str) -> None:
    for code in (*IntakeCode, *Code):
        finding = Finding(severity=Severity.ERROR, code=code, value="7", expected=_example(code))
        what, remedy = finding_text(finding, current.facts, language)  # type: ignore[arg-type]
        assert what
        assert remedy
        assert "{" not in what + remedy


def _example(code: str) -> str:
    quoting = {IntakeCode.CORRECTION, IntakeCode.NEWER_READING, IntakeCode.OLDER_READING}
    if code in quoting:
        return "26 percent | 2025-05"
    figures = {
        IntakeCode.PLAN_AS_FIGURE: "50 percent",
        IntakeCode.PLAN_AS_SOURCE: "50 percent",
        IntakeCode.EQUALS_TARGET: "50 percent",
        IntakeCode.LOOKS_LIKE_SHARE: "0.5 percent",
        IntakeCode.JUMP: "26 percent | 2024",
        IntakeCode.TOO_LARGE: "10485760",
        IntakeCode.FUTURE: "2026-11-23",
    }
    return figures.get(code, "") if isinstance(code, IntakeCode) else ""


def test_findings_are_told_in_vietnamese_with_units(check: Check, current: LaidOver) -> None:
    known = {"Chỉ_tiêu": "population", "Địa_bàn": "qn_old", "Năm": "2022", "Đơn_vị": "người"}
    report = check(table(row(**known, Giá_trị="1.245.605")))
    (asked,) = report.to_confirm
    what, _ = finding_text(asked, current.facts, "vi")
    assert what == "Hiện đang dùng 1.245.650 người cho cùng địa bàn, năm và cách đo."
    assert place_text(asked, "vi") == "Ô E2"
    assert column_text(asked.column, "vi") == "Giá trị"
    record = finding_records(report, current.facts, "vi")[0]
    assert record[:5] == ("Cần xác nhận", 2, "E2", "Giá trị", "1.245.605")


def test_a_report_is_against_one_version(check: Check, current: LaidOver) -> None:
    assert check(table(row())).against == current.facts.version
    assert replace(check(table(row())), against="x").batch().against == "x"
