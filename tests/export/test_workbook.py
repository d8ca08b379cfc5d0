"""The Excel file, opened by openpyxl: numbers, formats, frozen headers, charts, no formula."""

import io
import zipfile
from functools import lru_cache
from typing import Any

import numpy as np
import pytest
from office import as_pdf
from openpyxl import load_workbook
from poppler import poppler
from run_sample import AWKWARD, DAY, dossier, made

from kh359.export import workbook
from kh359.export.run_record import run_record
from kh359.export.watch import Cancelled, Watch
from kh359.locale.number import chance_digits

TABLES = (
    "Mục tiêu",
    "Dự báo theo năm",
    "Số mục tiêu đạt",
    "Nguồn vốn",
    "Đòn bẩy",
    "Giả định",
    "Số liệu quan sát",
    "Nguồn",
    "Mốc định tính",
)


def book_of(moved: bool, language: str = "vi") -> bytes:
    return made(workbook.KIND.kind_id, moved=moved, language=language).content


@lru_cache(maxsize=4)
def book(moved: bool) -> Any:
    return load_workbook(io.BytesIO(book_of(moved)))


def rows(sheet: str, *, moved: bool = False) -> list[dict[str, Any]]:
    """Cells of each row by the title of their column."""
    head, *body = book(moved)[sheet].iter_rows()
    return [{h.value: c for h, c in zip(head, row, strict=True)} for row in body]


def row_of(sheet: str, *, moved: bool = False, **wanted: Any) -> dict[str, Any]:
    (found,) = [
        row
        for row in rows(sheet, moved=moved)
        if all(row[key.replace("_", " ")].value == value for key, value in wanted.items())
    ]
    return found


def test_the_first_sheet_tells_the_run() -> None:
    first = book(True).worksheets[0]
    assert first.title == "Thông tin"
    told = {(row[0].value, row[1].value) for row in first.iter_rows(min_row=3)}
    assert set(run_record(dossier(moved=True)).rows) <= told


def test_every_sheet_prints_its_run_on_landscape_a4() -> None:
    for sheet in book(False).worksheets:
        assert sheet.page_setup.orientation == "landscape"
        assert int(sheet.page_setup.paperSize) == 9
        footer = sheet.oddFooter.left.text
        assert dossier(moved=False).scenario.content_hash in footer
        assert dossier(moved=False).facts.version in footer


@pytest.mark.parametrize("name", TABLES)
def test_headers_stay_in_view_and_filter(name: str) -> None:
    sheet = book(False)[name]
    assert sheet.freeze_panes.endswith("2")
    assert sheet.auto_filter.ref.endswith(str(sheet.max_row))
    assert sheet.print_title_rows == "$1:$1"
    assert all(cell.value for cell in sheet[1])


def test_one_row_for_each_target() -> None:
    assert len(rows("Mục tiêu")) == len(dossier(moved=False).facts.targets)


@pytest.mark.parametrize("moved", [False, True])
def test_probabilities_are_the_models(moved: bool) -> None:
    ground = dossier(moved=moved)
    shown = [row["Xác suất đạt"].value for row in rows("Mục tiêu", moved=moved)]
    targets = [a.target.target_id for i in ground.outlook.indicators for a in i.attainments]
    for target_id, value in zip(targets, shown, strict=True):
        place = ground.run.target_ids.index(target_id)
        expected = ground.run.p_met[place]
        if np.isnan(expected) or ground.run.decided[place]:
            assert value is None
        else:
            assert value == pytest.approx(expected)


def test_percent_are_real_percent() -> None:
    ground = dossier(moved=False)
    indicator = ground.facts.indicator_by_id["dossiers_online"]
    row = row_of("Mục tiêu", Chỉ_tiêu=indicator.name_vi, Năm=2030)
    assert row["Mục tiêu (số)"].value == 0.85
    assert row["Mục tiêu (số)"].number_format == "0%"
    projection = ground.outlook.of("dossiers_online").projection
    assert projection is not None
    assert row["p50"].value == pytest.approx(np.median(projection.in_year(2030)), rel=5e-3)
    assert row["p50"].number_format in ("0.0%", "0.00%", "0%")
    assert row["Xác suất đạt"].number_format.startswith('[<0.01]"<1%";[>0.99]">99%";0')
    for cells in rows("Mục tiêu"):
        p, form = cells["Xác suất đạt"].value, cells["Xác suất đạt"].number_format
        if p is not None:
            digits = len(form.rpartition(";")[2].strip("%").partition(".")[2])
            assert digits == chance_digits(p)


def test_other_figures_carry_their_unit() -> None:
    indicator = dossier(moved=False).facts.indicator_by_id["startups"]
    row = row_of("Mục tiêu", Chỉ_tiêu=indicator.name_vi, Năm=2030)
    assert row["p50"].number_format == '#,##0" doanh nghiệp"'


def test_what_a_source_wrote_shows_in_full() -> None:
    ground = dossier(moved=False)
    shown = rows("Số liệu quan sát")
    assert len(shown) == len(
        [o for i in ground.facts.indicators for o in ground.facts.observations_of(i.indicator_id)]
    )
    figures = [row["Giá trị"] for row in shown]
    assert any(cell.number_format == "0.00%" for cell in figures)
    values = [
        o.value
        for i in ground.facts.indicators
        for o in ground.facts.observations_of(i.indicator_id)
    ]
    assert [cell.value for cell in figures] == pytest.approx(values)


def test_quantiles_by_year_are_the_models() -> None:
    ground = dossier(moved=False)
    item = ground.outlook.of("dossiers_online")
    row = row_of("Dự báo theo năm", Chỉ_tiêu=item.indicator.name_vi, Năm=2040)
    assert item.projection is not None
    drawn = item.projection.in_year(2040)
    for name, q in (("p02_5", 0.025), ("p10", 0.1), ("p50", 0.5), ("p97_5", 0.975)):
        assert row[name].value == pytest.approx(np.quantile(drawn, q), rel=5.1e-3)


def test_money_is_the_models_in_billion_dong() -> None:
    ground = dossier(moved=True)
    column = "Ngân sách cho năm chương trình (tỷ đồng, giá năm 2025)"
    for run, name in ((ground.baseline, "Giữ nguyên"), (ground.run, AWKWARD)):
        cell = row_of("Nguồn vốn", moved=True, Năm=2030, Kịch_bản=name)[column]
        expected = run.money.allocated[run.money.years == 2030].sum()
        assert cell.value == pytest.approx(expected, rel=5.1e-3)
        assert cell.number_format == "#,##0"


def test_counts_are_the_models() -> None:
    ground = dossier(moved=False)
    row = row_of("Số mục tiêu đạt", Năm=2035)
    mask = (ground.run.target_years == 2035) & ground.run.projected
    assert row["Số mục tiêu kỳ vọng đạt"].value == pytest.approx(
        ground.run.met[mask].sum(axis=0).mean()
    )
    assert row["Số mục tiêu dự báo được"].value == mask.sum()
    assert row["Số mục tiêu của Kế hoạch"].value == (ground.run.target_years == 2035).sum()


def test_a_moved_lever_stands_beside_its_rest() -> None:
    moved = [row for row in rows("Đòn bẩy", moved=True) if row["Đã thay đổi"].value]
    (row,) = moved
    assert row["Kịch bản đang xem"].value == 0.6
    assert (
        row["Giữ nguyên"].value == dossier(moved=True).baseline.scenario.values_of("execution")[0]
    )


def test_assumptions_have_range_grade_and_source() -> None:
    ground = dossier(moved=False)
    shown = rows("Giả định")
    assert len(shown) == len(ground.facts.priors)
    for row, prior in zip(shown, ground.facts.priors, strict=True):
        assert [row[c].value for c in ("Thấp nhất", "Dễ xảy ra nhất", "Cao nhất")] == pytest.approx(
            [prior.low, prior.mode, prior.high]
        )
        assert row["Dựa vào"].value
        assert bool(row["Nguồn"].value) == bool(prior.sources)


def test_no_text_is_calculated_and_no_address_is_a_link() -> None:
    for sheet in book(True).worksheets:
        cells = [cell for row in sheet.iter_rows() for cell in row]
        assert not [cell for cell in cells if cell.data_type == "f"]
        assert not [cell for cell in cells if cell.hyperlink]
    names = {row["Kịch bản"].value for row in rows("Nguồn vốn", moved=True)}
    assert AWKWARD in names


def test_charts_are_native_and_draw_the_sheets() -> None:
    with zipfile.ZipFile(io.BytesIO(book_of(True))) as packed:
        parts = [name for name in packed.namelist() if name.startswith("xl/charts/chart")]
        items = dossier(moved=True).outlook.indicators
        drawn = [item for item in items if item.attainments and item.projection is not None]
        assert len(parts) == 4 + len(drawn)
        first = packed.read("xl/charts/chart1.xml").decode()
        curve = packed.read("xl/charts/chart4.xml").decode()
    assert "'Số mục tiêu đạt'!$C$2:$C$5" in first
    cached = row_of("Số mục tiêu đạt", moved=True, Năm=2030, Kịch_bản="Giữ nguyên")
    assert f"<c:v>{cached['Số mục tiêu kỳ vọng đạt'].value:.16g}</c:v>" in first
    plans = rows("Đường biên ngân sách (giả định)", moved=True)
    last = len(plans) - 1  # the header stands above, the two single plans below
    assert f"'Đường biên ngân sách (giả định)'!$B$2:$B${last}" in curve
    assert f"'Đường biên ngân sách (giả định)'!$C${len(plans) + 1}" in curve
    assert curve.count("<c:ser>") == 3


def test_vietnamese_text_fits_its_column_or_wraps() -> None:
    for name in TABLES:
        sheet = book(False)[name]
        for column in sheet.iter_cols(min_row=2):
            width = sheet.column_dimensions[column[0].column_letter].width
            for cell in column:
                if isinstance(cell.value, str) and not cell.alignment.wrap_text:
                    assert len(cell.value) <= 1.15 * width, (name, cell.coordinate, cell.value)


def test_the_same_dossier_gives_the_same_bytes() -> None:
    assert workbook.KIND.make(dossier(moved=True), Watch()).content == book_of(True)


def test_dates_are_the_dossiers() -> None:
    assert book(False).properties.created.date() == DAY
    assert book(False).properties.modified.date() == DAY


def test_english() -> None:
    names = load_workbook(io.BytesIO(book_of(False, "en"))).sheetnames
    assert names[0] == "Information"
    assert all(len(name) <= 31 for name in names)


def test_it_can_be_cancelled() -> None:
    with pytest.raises(Cancelled):
        workbook.KIND.make(dossier(moved=False), Watch(is_cancelled=lambda: True))


def test_libreoffice_reads_it(tmp_path) -> None:
    printed = as_pdf("book.xlsx", book_of(True), tmp_path)
    text = poppler("pdftotext", printed, "-")
    assert "Ngân sách cho năm chương trình" in text
    assert "###" not in text, "a column is too narrow for a number"
    assert "#NAME?" not in text
