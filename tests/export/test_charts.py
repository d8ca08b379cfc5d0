"""Charts as files, opened with other programs' readers."""

import io
import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PIL import Image
from poppler import poppler
from run_sample import AWKWARD, DAY, dossier

from kh359.export.chart_item import chart_items, indicator_item
from kh359.export.charts_pdf import KIND as PDF
from kh359.export.charts_pdf import chart_pdf
from kh359.export.charts_png import chart_png
from kh359.export.charts_svg import KIND as SVG
from kh359.export.charts_svg import chart_svg
from kh359.export.typesetter import fonts, typeset
from kh359.export.watch import Watch

QUIET = Watch()


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pdf") / "charts.pdf"
    path.write_bytes(PDF.make(dossier(moved=True), QUIET).content)
    return path


def test_the_typesetter_knows_the_projects_fonts_and_no_others() -> None:
    assert fonts().families() == ["Liberation Serif", "Source Sans 3"]


def test_a_pdf_has_only_embedded_project_fonts(document: Path) -> None:
    lines = poppler("pdffonts", document).splitlines()[2:]
    assert lines
    for line in lines:
        assert re.match(r"[A-Z]{6}\+SourceSans3-(Regular|Bold)\b", line), line
        assert " yes yes yes " in line, "embedded, subset, searchable"


def test_a_pdf_says_every_chart_and_the_run_in_letters(document: Path) -> None:
    text = " ".join(poppler("pdftotext", "-layout", document, "-").split())
    own = dossier(moved=True)
    for item in own.outlook.indicators:
        if item.attainments:
            assert " ".join(item.indicator.name_vi.split()) in text
    assert "\ufffd" not in text
    assert f"số liệu {own.outlook.data_version}" in text
    assert own.scenario.content_hash in text
    assert "số gieo 359, 200 lượt mô phỏng · 23/11/2026" in text
    assert "Thêm <b>tiền</b> & người" in text, "a name is shown letter for letter"
    assert "tỷ đồng/năm, giá năm 2025" in text
    assert "Nguồn: " in text


def test_a_pdf_names_the_run_in_its_properties(document: Path) -> None:
    told = poppler("pdfinfo", document)
    assert "KH359" in told
    assert re.search(r"CreationDate: +Mon Nov 23", told)
    assert dossier(moved=True).scenario.content_hash in told


def test_a_broken_family_is_no_silent_fallback(tmp_path: Path) -> None:
    """Without the project's fonts nothing is set at all, rather than in another font."""
    path = tmp_path / "x.pdf"
    path.write_bytes(typeset('#set text(font: "Comic Sans MS")\nabc', {}, day=DAY)[0])
    found = poppler("pdffonts", path)
    assert "Libertinus" not in found
    assert "DejaVu" not in found


def test_a_png_has_300_dots_to_the_inch_and_tells_the_run() -> None:
    own = dossier(moved=False)
    item = indicator_item(own, "dti")
    file = chart_png(item, own)
    with Image.open(io.BytesIO(file.content)) as image:
        image.load()
        assert image.info["dpi"] == pytest.approx((300, 300), abs=0.1)
        # 760 pixels of 1/96 inch.
        assert image.width == pytest.approx(760 / 96 * 300, abs=1)
        assert own.outlook.data_version in image.info["Description"]
        assert len(image.convert("RGB").getcolors(1 << 24) or ()) > 50
    assert file.name == "Chỉ số chuyển đổi số cấp tỉnh (DTI).png"


def test_an_svg_is_drawn_without_any_font() -> None:
    own = dossier(moved=True)
    file = chart_svg(indicator_item(own, "coverage_5g"), own)
    root = ElementTree.fromstring(file.content)
    tags = {node.tag.rpartition("}")[2] for node in root.iter()}
    assert "text" not in tags
    assert {"use", "path", "title", "desc"} <= tags
    assert own.scenario.content_hash in file.content.decode()


def test_the_zip_of_svgs_is_whole_and_dated_by_the_dossier() -> None:
    own = dossier(moved=True)
    with zipfile.ZipFile(io.BytesIO(SVG.make(own, QUIET).content)) as packed:
        assert packed.testzip() is None
        names = packed.namelist()
        assert {entry.date_time for entry in packed.infolist()} == {(2026, 11, 23, 0, 0, 0)}
        record = packed.read("Bản ghi lần chạy.txt").decode("utf-8-sig")
    assert len(names) == len(chart_items(own)) + 1
    assert not [name for name in names if re.search(r'[<>:"/\\|?*]', name)]
    for told in (AWKWARD, own.scenario.content_hash, "60", "giả định", "359", "23/11/2026"):
        assert told in record


def test_the_same_dossier_gives_the_same_bytes() -> None:
    own = dossier(moved=True)
    item = indicator_item(own, "dti")
    for make in (chart_png, chart_svg, chart_pdf):
        assert make(item, own).content == make(item, own).content


def test_a_matrix_goes_on_several_pages_of_a_pdf(tmp_path: Path) -> None:
    own = dossier(moved=False)
    path = tmp_path / "matrix.pdf"
    path.write_bytes(chart_pdf(chart_items(own)[0], own).content)
    assert int(re.findall(r"Pages: +(\d+)", poppler("pdfinfo", path))[0]) == 2
    text = poppler("pdftotext", "-layout", path, "-")
    assert text.count("Xác suất đạt từng mục tiêu") == 2
