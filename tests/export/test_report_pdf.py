"""The PDF of the report, read by poppler: fonts, paper, words, numbers."""

import re
from pathlib import Path

import pytest
from poppler import poppler
from report_sample import made
from run_sample import AWKWARD, dossier

from kh359.export.registry import KIND_BY_ID
from kh359.export.watch import Cancelled, Watch


@pytest.fixture(scope="module")
def quarter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written("report-quarter-pdf", tmp_path_factory.mktemp("quarter"))


def written(kind_id: str, folder: Path, *, moved: bool = False, language: str = "vi") -> Path:
    file = made(kind_id, moved=moved, language=language)
    path = folder / file.name
    path.write_bytes(file.content)
    return path


def test_only_the_projects_fonts_are_in_it_and_all_are_embedded(quarter: Path) -> None:
    rows = [line.split() for line in poppler("pdffonts", quarter).splitlines()[2:]]
    names = {row[0].split("+")[-1] for row in rows}
    assert {name.split("-")[0] for name in names} == {"LiberationSerif", "SourceSans3"}
    for row in rows:
        assert row[-5:-2] == ["yes", "yes", "yes"], row


def test_the_paper_is_a4_and_the_document_is_tagged_and_dated(quarter: Path) -> None:
    told = poppler("pdfinfo", "-isodates", quarter)
    assert "595.276 x 841.89 pts (A4)" in told
    assert re.search(r"Tagged: +yes", told)
    assert re.search(r"CreationDate: +2026-11-23", told)
    assert dossier(moved=False).scenario.content_hash in told


def test_the_first_page_has_the_head_and_no_number(quarter: Path) -> None:
    first = poppler("pdftotext", "-layout", "-l", "1", quarter, "-")
    for words in (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: ……/BC-……",
        "Quảng Ngãi, ngày …… tháng …… năm 2026",
        "BÁO CÁO",
        "quý IV năm 2026",
        "I. CĂN CỨ VÀ PHẠM VI",
    ):
        assert words in first
    assert not re.fullmatch(r"\s*1\s*", first.splitlines()[0])
    second = poppler("pdftotext", "-layout", "-f", "2", "-l", "2", quarter, "-")
    assert second.split()[0] == "2"


def test_each_annex_counts_its_pages_from_one(quarter: Path) -> None:
    pages = poppler("pdftotext", "-layout", quarter, "-").split("\f")
    starts = [place for place, page in enumerate(pages) if page.split()[:2] == ["Phụ", "lục"]]
    assert len(starts) == 3
    assert pages[starts[1] + 1].split()[0] == "2"


def test_it_says_what_the_word_document_says(quarter: Path) -> None:
    own = dossier(moved=False)
    text = " ".join(poppler("pdftotext", quarter, "-").split())
    for chapter in ("II. KẾT QUẢ", "III. KỊCH BẢN VÀ KINH PHÍ", "V. KIẾN NGHỊ", "Nơi nhận:"):
        assert chapter in text
    for label in ("Bảng", "Hình"):
        numbers = [int(n) for n in re.findall(rf"{label} (\d+)\. ", text)]
        assert numbers == list(range(1, len(numbers) + 1))
        assert len(numbers) > 3
    p = own.run.probability("digital_economy_share-2030")
    assert p is not None
    assert f"Kinh tế số trong GRDP (xác suất đạt {round(100 * p)} %, mức bằng chứng 2)" in text
    assert "□" not in text


def test_nothing_reaches_over_the_margins(quarter: Path) -> None:
    """Words of every page lie in the text area, the page number above it."""
    boxes = poppler("pdftotext", "-bbox", quarter, "-")
    found = re.findall(r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)"', boxes)
    assert len(found) > 1000
    point = 72 / 25.4
    for left, _, right, bottom in (map(float, box) for box in found):
        assert left >= 30 * point - 1
        assert right <= 195 * point + 1
        assert bottom <= 277 * point + 4


def test_a_scenarios_name_is_not_read_as_markup(tmp_path: Path) -> None:
    path = written("report-month-pdf", tmp_path, moved=True)
    text = "".join(poppler("pdftotext", path, "-").split())
    assert "".join(AWKWARD.split()) in text


def test_the_same_dossier_gives_the_same_bytes() -> None:
    kind = KIND_BY_ID["report-month-pdf"]
    assert kind.make(dossier(moved=False), Watch()).content == made("report-month-pdf").content


def test_it_stops_when_asked() -> None:
    watch = Watch(is_cancelled=lambda: True)
    with pytest.raises(Cancelled):
        KIND_BY_ID["report-month-pdf"].make(dossier(moved=False), watch)


def test_the_english_report_is_english(tmp_path: Path) -> None:
    path = written("report-month-pdf", tmp_path, language="en")
    text = poppler("pdftotext", path, "-")
    assert "SOCIALIST REPUBLIC OF VIET NAM" in text
    assert "I. GROUNDS AND SCOPE" in text
