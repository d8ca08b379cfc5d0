"""The Word report, read by python-docx: form of Nghị định 30/2020, captions, numbers."""

import io
import math
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from docx.oxml.ns import qn
from office import as_pdf
from poppler import poppler
from report_sample import grid_of, made, opened, text_of
from run_sample import AWKWARD, dossier

from kh359.export.registry import KIND_BY_ID
from kh359.export.watch import Watch


@pytest.fixture(scope="module")
def quarter() -> Any:
    return opened("report-quarter")


def test_paper_and_margins_are_those_of_the_decree(quarter: Any) -> None:
    for section in quarter.sections:
        # Word counts in twentieths of a point, so that millimetres come back a little off.
        assert section.page_width.mm == pytest.approx(210, abs=0.02)
        assert section.page_height.mm == pytest.approx(297, abs=0.02)
        assert 20 <= section.top_margin.mm <= 25.1
        assert 20 <= section.bottom_margin.mm <= 25.1
        assert 29.9 <= section.left_margin.mm <= 35.1
        assert 14.9 <= section.right_margin.mm <= 20.1


def test_text_is_times_new_roman_13_or_14_black_justified_and_indented(quarter: Any) -> None:
    normal = quarter.styles["Normal"]
    assert normal.font.name == "Times New Roman"
    assert 13 <= normal.font.size.pt <= 14
    assert str(normal.font.color.rgb) == "000000"
    assert normal.paragraph_format.alignment == 3
    assert 10 <= normal.paragraph_format.first_line_indent.mm <= 12.71
    assert normal.paragraph_format.space_after.pt >= 6
    assert 1 <= normal.paragraph_format.line_spacing <= 1.5
    for name in ("Heading 1", "Heading 2", "Caption", "Header"):
        fonts = quarter.styles[name].element.rPr.rFonts
        assert {fonts.get(qn(f"w:{s}")) for s in ("ascii", "hAnsi", "cs")} == {"Times New Roman"}
        assert fonts.get(qn("w:asciiTheme")) is None


def test_the_head_has_its_parts_where_they_belong(quarter: Any) -> None:
    issuer, nation, number, place = (c for row in quarter.tables[0].rows for c in row.cells)
    assert nation.paragraphs[0].text == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    assert nation.paragraphs[1].text == "Độc lập - Tự do - Hạnh phúc"
    assert number.text == "Số: ……/BC-……"
    assert place.text == "Quảng Ngãi, ngày …… tháng …… năm 2026"
    assert all(run.bold for p in nation.paragraphs[:2] for run in p.runs)
    assert all(run.italic for run in place.paragraphs[0].runs)
    assert nation.paragraphs[0].runs[0].font.size.pt in (12, 13)
    assert nation.paragraphs[1].runs[0].font.size.pt in (13, 14)
    # As long as the motto: by Adobe's metrics of Times Bold 12197/1000 em, at 13 points 55.9 mm.
    rule = nation.paragraphs[2].paragraph_format
    assert 100 - rule.left_indent.mm - rule.right_indent.mm == pytest.approx(55.9, abs=0.5)
    assert set(issuer.text) <= set("….\n")


def test_nobody_and_no_number_is_invented(quarter: Any) -> None:
    left, right = next(
        table.rows[0].cells
        for table in quarter.tables
        if "Nơi nhận:" in table.rows[0].cells[0].text
    )
    words = [p.text for p in right.paragraphs if p.text]
    assert words == ["……………………………", "……………………………", "(Chữ ký, họ và tên)", "……………………………"]
    assert left.text.splitlines() == [
        "Nơi nhận:", "- Ban Chỉ đạo tỉnh;", "- ……………………;", "- Lưu: …….",
    ]  # fmt: skip
    assert not re.search(r"Số: *\d", text_of(quarter))


def test_chapters_are_headings_that_word_numbers(quarter: Any) -> None:
    chapters = [p.text for p in quarter.paragraphs if p.style.name == "Heading 1"]
    assert chapters == [
        "Căn cứ và phạm vi",
        "Kết quả",
        "Kịch bản và kinh phí",
        "Điểm cần làm rõ trong Kế hoạch",
        "Kiến nghị",
    ]
    numbering = quarter.part.numbering_part.element
    styled = {
        level.find(qn("w:pStyle")).get(qn("w:val")): (
            level.find(qn("w:numFmt")).get(qn("w:val")),
            level.find(qn("w:lvlText")).get(qn("w:val")),
        )
        for level in numbering.iter(qn("w:lvl"))
        if level.find(qn("w:pStyle")) is not None
    }
    assert styled["Heading1"] == ("upperRoman", "%1.")
    assert styled["Heading2"] == ("decimal", "%2.")


def captions(document: Any) -> list[str]:
    return [p.text for p in document.paragraphs if p.style.name == "Caption"]


def test_captions_count_on_by_fields_and_each_has_its_source(quarter: Any) -> None:
    told = captions(quarter)
    for label in ("Bảng", "Hình"):
        numbers = [int(t.split()[1].rstrip(".")) for t in told if t.startswith(label)]
        assert numbers == list(range(1, len(numbers) + 1))
        assert len(numbers) > 3
    fields = [e.text for e in quarter.element.iter(qn("w:instrText"))]
    assert sum(f.strip().startswith("SEQ ") for f in fields) == len(told)
    sources = [p.text for p in quarter.paragraphs if p.style.name == "KH359 Source"]
    assert len(sources) == len(told)
    assert all(text.startswith("Nguồn: ") for text in sources)


def test_tables_repeat_their_head_and_pictures_are_described(quarter: Any) -> None:
    for table in quarter.tables:
        if table.style.name == "Table Grid":
            assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    alts = [shape._inline.docPr.get("descr") for shape in quarter.inline_shapes]
    assert alts
    assert all(alt and len(alt) > 20 for alt in alts)
    assert all(shape.width.mm <= 165.1 for shape in quarter.inline_shapes)


def test_page_numbers_stand_on_top_from_the_second_page(quarter: Any) -> None:
    first = quarter.sections[0]
    assert first.different_first_page_header_footer
    assert first.first_page_header.paragraphs[0].text == ""
    header = first.header.paragraphs[0]
    assert header.alignment == 1
    assert "PAGE" in [e.text.strip() for e in header._p.iter(qn("w:instrText"))]
    for annex in list(quarter.sections)[1:]:
        assert annex._sectPr.find(qn("w:pgNumType")).get(qn("w:start")) == "1"


@pytest.mark.parametrize("moved", [False, True])
def test_probabilities_are_those_of_the_model_with_evidence_beside_them(moved: bool) -> None:
    own = dossier(moved=moved)
    rows = grid_of(opened("report-quarter", moved=moved), "Số liệu mới nhất (năm)")
    targets = [t for t in own.facts.targets if t.year == 2030]
    assert len(rows) == len(targets) == 41
    by_name = {i.indicator_id: i.name_vi for i in own.facts.indicators}
    written = {(row["Chỉ tiêu"], row["Mục tiêu"]): row for row in rows}
    assert len(written) == len(rows)
    for row in rows:
        assert re.match(r"Mức ([1-3]: |4$)", row["Mức bằng chứng"])
        if row["Mức bằng chứng"].startswith("Mức 4"):
            assert row["Xác suất đạt"] == "–"
            assert row["Số liệu mới nhất (năm)"] == "chưa có số liệu"
    seen = 0
    for target in targets:
        p = own.run.probability(target.target_id)
        row = next(r for r in rows if r["Chỉ tiêu"] == by_name[target.indicator_id])
        if p is None:
            assert row["Xác suất đạt"] == "–"
        elif 0.01 <= p <= 0.99:
            assert row["Xác suất đạt"] == f"{whole_or_cut_off(100 * p)}\u00a0%"
            seen += 1
    assert seen > 20


def whole_or_cut_off(percent: float) -> str:
    """docs/decisions/rounding.md: whole, but one decimal, cut off, just below a limit of words."""
    for limit in (10, 33, 50, 66, 90):
        if percent < limit == round(percent):
            return f"{math.floor(10 * percent) / 10:.1f}".replace(".", ",")
    return str(round(percent))


def test_counts_add_up_to_the_targets_of_the_plan(quarter: Any) -> None:
    *parts, whole = grid_of(quarter, "Căn cứ và nhận định")
    assert whole["Căn cứ và nhận định"] == "Số mục tiêu của Kế hoạch"
    for year, number in ((2025, 41), (2030, 41), (2035, 36), (2040, 40), (2045, 36)):
        assert int(whole[str(year)]) == number
        assert sum(int(row[str(year)]) for row in parts) == number


def test_money_is_the_models_with_a_point_for_thousands(quarter: Any) -> None:
    own = dossier(moved=False)
    rows = grid_of(quarter, "2026–2030")
    money = own.run.money
    whole = float(money.allocated[money.years <= 2030].sum())
    cell = rows[5]["2026–2030"]
    assert re.fullmatch(r"\d\.\d{3}", cell)
    assert int(cell.replace(".", "")) == pytest.approx(whole, rel=0.005)


def test_a_scenarios_name_is_text_and_its_levers_are_told() -> None:
    text = text_of(opened("report-month", moved=True))
    assert AWKWARD in text
    assert "Tỷ lệ giải ngân: 60\u00a0%" in text


def test_the_properties_carry_the_run_and_the_day() -> None:
    own, core = dossier(moved=False), opened("report-month").core_properties
    assert core.created.date() == core.modified.date() == own.day
    for told in (own.scenario.content_hash, own.outlook.data_version, "23/11/2026"):
        assert told in core.comments


def test_the_same_dossier_gives_the_same_bytes() -> None:
    kind = KIND_BY_ID["report-quarter"]
    again = kind.make(dossier(moved=False), Watch()).content
    assert again == made("report-quarter").content
    with zipfile.ZipFile(io.BytesIO(again)) as packed:
        assert {entry.date_time[:3] for entry in packed.infolist()} == {(2026, 11, 23)}


def test_the_english_report_keeps_the_form() -> None:
    document = opened("report-month", language="en")
    assert "SOCIALIST REPUBLIC OF VIET NAM" in document.tables[0].rows[0].cells[1].text
    assert "monthly" not in text_of(document)
    assert any(text.startswith("Table 1. ") for text in captions(document))


def test_libreoffice_reads_it(tmp_path: Path) -> None:
    printed = as_pdf("report.docx", made("report-quarter", moved=True).content, tmp_path)
    text = " ".join(poppler("pdftotext", printed, "-").split())
    assert "I. CĂN CỨ VÀ PHẠM VI" in text
    assert "1. Thay đổi so với kỳ báo cáo trước" in text
    assert "Bảng 1. " in text
    assert re.search(r"Số: ……/BC-……", text)
