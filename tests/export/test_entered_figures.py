"""Figures that users entered: every export says who, when, why and on which document."""

import csv
import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from typing import Any

import pytest
from pptx import Presentation
from pptx.shapes.graphfrm import GraphicFrame
from run_sample import DAY, facts

from kh359.charts.indicator_fan import credit_lines
from kh359.export import csv_tables
from kh359.export.csv_tables import KIND as CSV
from kh359.export.dossier import Dossier
from kh359.export.entered_table import entered_figures
from kh359.export.kpi_table import KIND as KPI
from kh359.export.report_annex import annexes
from kh359.export.report_block import Grid
from kh359.export.report_cycle import MONTH, QUARTER, Charts
from kh359.export.run_record import run_record
from kh359.export.slides_deck import Deck
from kh359.export.slides_words import entered_slides, source_slides
from kh359.export.watch import Watch
from kh359.export.workbook_basis import observation_sheet, source_sheet
from kh359.model.assumptions import Assumptions
from kh359.model.evaluation.evaluation import evaluate
from kh359.model.evaluation.stage import prepare
from kh359.model.outlook import project_plan
from kh359.plan.entry import Entry
from kh359.plan.loading import DATA_FOLDER, data_version
from kh359.plan.observation import DerivedObservation, Region
from kh359.plan.overlay import Base, Overlay, UserFigure, lay_over
from kh359.plan.tables import read_tables

QUIET = Watch()
ENTRY = Entry(change="c1", by="Hoa", at="2026-11-20T01:05:00.000000Z", why="Sở gửi bổ sung")
# 01:05 in UTC is 08:05 in Viet Nam.
TOLD = "Hoa nhập, 08:05, 20/11/2026: Sở gửi bổ sung"
DOCUMENT = "12/BC-SKHCN"
SOURCE = {
    "source_id": "u_bc12",
    "title": "Báo cáo chuyển đổi số năm 2025",
    "publisher": "Sở Khoa học và Công nghệ",
    "date": "2026-01-15",
    "address": "",
    "licence": "",
    "document": DOCUMENT,
}
FIGURE = {
    "indicator_id": "coverage_5g", "region": "qn_new", "year": "2025", "as_of": "", "value": "41,5",
    "unit": "percent", "grade": "official", "match": "same", "method": "main", "superseded": "",
    "source_id": "u_bc12", "note_vi": "", "note_en": "",
}  # fmt: skip
PART = {
    **FIGURE, "indicator_id": "population", "region": "kon_tum", "year": "2022",
    "value": "590000", "unit": "people",
}  # fmt: skip


@lru_cache(maxsize=1)
def entered() -> Dossier:
    """5G coverage of the province, and the people of one of its parts, of which a sum is made."""
    base = Base(tables=read_tables(DATA_FOLDER), version=data_version(DATA_FOLDER))
    figures = ({**FIGURE, "value": "41.5"}, PART)
    laid = lay_over(
        base,
        Overlay(
            figures=tuple(UserFigure(cells=cells, entry=ENTRY) for cells in figures),
            sources=(SOURCE,),
        ),
    )
    assert laid.left_out == ()
    outlook = project_plan(laid.facts, Assumptions(), n_draws=20)
    stage = prepare(laid.facts, outlook)
    run = evaluate(stage, stage.rest)
    return Dossier(facts=laid.facts, stage=stage, run=run, baseline=run, language="vi", day=DAY)


def test_a_sum_says_of_which_entered_figure_it_is_made() -> None:
    made = {(f.indicator_id, f.region): f for f in entered_figures(entered())}
    assert set(made) >= {
        ("coverage_5g", Region.PROVINCE),
        ("population", Region.KON_TUM),
        ("population", Region.PROVINCE),
    }
    people = made["population", Region.PROVINCE]
    assert isinstance(people, DerivedObservation)
    assert people.entries == (ENTRY,)


def test_the_record_of_the_run_counts_them_and_is_silent_without() -> None:
    told = dict(run_record(entered()).rows)["Số liệu do người dùng nhập"]
    assert told.startswith("2 số liệu, người nhập: Hoa; thêm ")
    own = replace(entered(), facts=facts())
    assert "Số liệu do người dùng nhập" not in dict(run_record(own).rows)


def test_the_chart_names_who_entered_its_figures() -> None:
    item = entered().outlook.of("coverage_5g")
    assert "Có số liệu do Hoa nhập" in " ".join(credit_lines(entered().facts, item, "vi"))


def test_csv_tables_and_the_monitoring_table(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv_tables, "optimum", lambda *_: None)  # takes seconds
    monkeypatch.setattr(csv_tables, "goal_rows", lambda *_: ())
    monkeypatch.setattr(csv_tables, "optimum_tables", lambda *_: ())
    with zipfile.ZipFile(io.BytesIO(CSV.make(entered(), QUIET).content)) as packed:
        name = "Số liệu do người dùng nhập.csv"
        text = packed.read(name).decode("utf-8-sig")
        sources = packed.read("Nguồn.csv").decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text), delimiter=";"))
    (cover,) = [row for row in rows if row["Giá trị"].startswith("41,5")]
    assert cover["Người nhập, thời điểm, lý do"] == TOLD
    assert cover["Địa chỉ hoặc văn bản"] == DOCUMENT
    assert any(row["Người nhập, thời điểm, lý do"].startswith("tính từ") for row in rows)
    assert DOCUMENT in sources
    kpi = KPI.make(entered(), QUIET).content.decode("utf-8-sig")
    told = {
        (row["indicator"], row["period"]): row["entered_by"]
        for row in csv.DictReader(io.StringIO(kpi))
    }
    assert told["coverage_5g", "2025"] == "Hoa"
    assert told["dti", "2030"] == ""


def words_of_the_workbook() -> str:
    sheets = (observation_sheet(entered()), source_sheet(entered()))
    return "\n".join(str(cell) for sheet in sheets for row in sheet.rows for cell in row)


def cells_of(deck: Deck) -> list[Any]:
    """Every cell of the deck's tables."""
    slides = Presentation(io.BytesIO(deck.content())).slides
    shapes = [shape for slide in slides for shape in slide.shapes]
    frames = [shape for shape in shapes if isinstance(shape, GraphicFrame) and shape.has_table]
    return [cell for frame in frames for cell in frame.table.iter_cells()]


def words_of_the_slides() -> str:
    deck = Deck(entered(), run_record(entered()))
    entered_slides(deck, entered())
    return "\n".join(cell.text for cell in cells_of(deck))


def words_of_the_report() -> str:
    """The shortest one, which lists no source else."""
    told = annexes(entered(), MONTH, QUIET)
    grids = [block for annex in told for block in annex.blocks if isinstance(block, Grid)]
    return "\n".join(cell for grid in grids for row in grid.rows for cell in row)


@pytest.mark.parametrize("words", [words_of_the_workbook, words_of_the_slides, words_of_the_report])
def test_office_files_say_who_when_why_and_on_which_document(words: Callable[[], str]) -> None:
    text = words()
    assert TOLD in text
    assert f"tính từ số liệu do {TOLD}" in text
    assert DOCUMENT in text


def test_a_source_without_an_address_opens_nothing_and_names_its_document() -> None:
    deck = Deck(entered(), run_record(entered()))
    source_slides(deck, entered())
    cells = cells_of(deck)
    (own,) = [cell for cell in cells if DOCUMENT in cell.text]
    (run,) = own.text_frame.paragraphs[0].runs
    assert (own.text, run.hyperlink.address) == (f"{SOURCE['title']} ({DOCUMENT})", None)
    assert all(text for text in report_addresses())


def report_addresses() -> list[str]:
    """Below the title of each source in the annex of a longer report."""
    (annex,) = [
        one
        for one in annexes(entered(), replace(QUARTER, charts=Charts.NONE), QUIET)
        if one.title == "Nguồn"
    ]
    (grid,) = [block for block in annex.blocks if isinstance(block, Grid)]
    return [row[0].partition("\n")[2] for row in grid.rows]
