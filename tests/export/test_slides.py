"""The PowerPoint file, opened by python-pptx: numbers, records, charts that can be edited."""

import io
import zipfile
from functools import lru_cache
from typing import Any

import numpy as np
import pytest
from office import as_pdf
from openpyxl import load_workbook
from poppler import poppler
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from run_sample import AWKWARD, DAY, dossier, made

from kh359.export import slides
from kh359.export.native_fan_build import native_fan
from kh359.export.run_record import run_record
from kh359.export.watch import Cancelled, Watch

BAND = 0.8


def slides_of(moved: bool, language: str = "vi") -> bytes:
    return made(slides.KIND.kind_id, moved=moved, language=language).content


@lru_cache(maxsize=4)
def deck(moved: bool, language: str = "vi") -> Any:
    return Presentation(io.BytesIO(slides_of(moved, language)))


def words(slide: Any) -> str:
    return "\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)


def charts(moved: bool) -> dict[str, Any]:
    """Native charts by the title of their slide."""
    return {
        slide.shapes.title.text_frame.text: shape.chart
        for slide in deck(moved).slides
        for shape in slide.shapes
        if shape.has_chart
    }


def series(chart: Any) -> dict[str, list[float | None]]:
    return {one.name: list(one.values) for plot in chart.plots for one in plot.series}


def test_sixteen_to_nine() -> None:
    shown = deck(False)
    assert shown.slide_width / shown.slide_height == pytest.approx(16 / 9, abs=1e-3)


@pytest.mark.parametrize("moved", [False, True])
def test_every_slide_tells_its_run(moved: bool) -> None:
    record = run_record(dossier(moved=moved))
    for slide in deck(moved).slides:
        told = words(slide)
        for part in (record.scenario, record.scenario_hash, record.data_version, record.day):
            assert part in told
        assert f"số gieo {record.seed}" in told


def test_an_indicator_has_a_chart_of_its_own_if_and_only_if_it_is_projected() -> None:
    ground = dossier(moved=False)
    drawn = charts(False)
    for item in ground.outlook.indicators:
        if item.attainments:
            assert (item.indicator.name_vi in drawn) == (item.projection is not None)


def test_bands_and_median_are_the_models() -> None:
    ground = dossier(moved=False)
    item = ground.outlook.of("dossiers_online")
    assert item.projection is not None
    chart = charts(False)[item.indicator.name_vi]
    years = [int(year) for year in chart.plots[0].categories]
    layers = [list(one.values) for one in chart.plots[0].series]
    place = years.index(2040)
    edges = np.cumsum([layer[place] for layer in layers])
    drawn = 100 * item.projection.in_year(2040)
    expected = np.quantile(drawn, [0.025, 0.1, 0.25, 0.75, 0.9, 0.975])
    assert edges == pytest.approx(expected, rel=1e-6)
    lines = series(chart)
    assert lines["Trung vị dự báo"][place] == pytest.approx(np.median(drawn), rel=1e-6)


def test_a_scenario_is_drawn_beside_the_levers_at_rest() -> None:
    ground = dossier(moved=True)
    name = ground.facts.indicator_by_id["dossiers_online"].name_vi
    lines = series(charts(True)[name])
    assert f"{AWKWARD}: trung vị" in lines
    place = [int(year) for year in charts(True)[name].plots[0].categories].index(2040)
    paths = ground.run.paths_of("dossiers_online")
    assert paths is not None
    expected = 100 * np.median(paths[ground.run.years == 2040])
    assert lines[f"{AWKWARD}: trung vị"][place] == pytest.approx(expected, rel=1e-4)


def test_targets_stand_in_the_chart_with_their_words() -> None:
    ground = dossier(moved=False)
    chart = charts(False)[ground.facts.indicator_by_id["dossiers_online"].name_vi]
    years = [int(year) for year in chart.plots[0].categories]
    values = series(chart)["Mục tiêu của Kế hoạch"]
    goals = {t.year: 100 * t.value for t in ground.facts.targets_of("dossiers_online")}
    seen = {y: v for y, v in zip(years, values, strict=True) if v is not None}
    assert seen == pytest.approx(goals)


def test_counts_are_the_models() -> None:
    ground = dossier(moved=False)
    (values,) = series(charts(False)["Số mục tiêu kỳ vọng đạt, theo mốc"]).values()
    counted = ground.run.projected & ~ground.run.decided
    for year, value in zip((2030, 2035, 2040, 2045), values, strict=True):
        expected = ground.run.met[counted & (ground.run.target_years == year)].sum(axis=0).mean()
        assert value == pytest.approx(expected)


def test_the_workbook_behind_a_chart_holds_its_figures_and_no_formula() -> None:
    heads = []
    for chart in charts(True).values():
        book = load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))
        (sheet,) = book.worksheets
        head, *body = sheet.iter_rows()
        assert not [cell for row in (head, *body) for cell in row if cell.data_type == "f"]
        heads.append([cell.value for cell in head])
    assert AWKWARD in heads[0]
    assert f"{AWKWARD}: trung vị" in heads[-1]


def test_what_rests_on_an_assumption_is_stamped() -> None:
    ground = dossier(moved=False)
    levels = {i.indicator.name_vi: i.evidence.level for i in ground.outlook.indicators}
    for slide in deck(False).slides:
        title = slide.shapes.title.text_frame.text
        if title in levels and any(shape.has_chart for shape in slide.shapes):
            assert ("GIẢ ĐỊNH" in words(slide)) == (levels[title] == 3)


def test_indicators_without_data_stand_in_one_list() -> None:
    ground = dossier(moved=False)
    told = [
        cell.text
        for slide in deck(False).slides
        if slide.shapes.title.text_frame.text == "Chưa có số liệu"
        for shape in slide.shapes
        if shape.has_table
        for cell in shape.table.iter_cells()
    ]
    for item in ground.outlook.indicators:
        if item.attainments and item.projection is None:
            assert item.indicator.name_vi in told


def test_the_same_dossier_gives_the_same_bytes() -> None:
    assert slides.KIND.make(dossier(moved=True), Watch()).content == slides_of(True)


def test_dates_are_the_dossiers() -> None:
    assert deck(False).core_properties.created.date() == DAY
    with zipfile.ZipFile(io.BytesIO(slides_of(False))) as packed:
        assert {entry.date_time[:3] for entry in packed.infolist()} == {(2026, 11, 23)}


def test_english() -> None:
    told = "\n".join(words(slide) for slide in deck(False, "en").slides)
    assert "No data yet" in told
    assert "Sources" in told


def test_no_empty_placeholder_asks_for_text() -> None:
    for slide in deck(True).slides:
        for holder in slide.placeholders:
            if holder.has_text_frame:
                assert holder.text_frame.text, (slide.shapes.title.text_frame.text, holder.name)


def test_it_can_be_cancelled() -> None:
    watch = Watch(is_cancelled=lambda: True)
    with pytest.raises(Cancelled):
        slides.KIND.make(dossier(moved=False), watch)


def test_a_year_without_a_figure_is_a_blank() -> None:
    fan = native_fan(dossier(moved=False), "dossiers_online")
    target = next(trace for trace in fan.traces if trace.symbol == "diamond")
    assert target.values[fan.years.index(2031)] is None
    assert all(value is not None for area in fan.areas for value in area.values)


def test_a_figure_behind_a_chart_shows_as_it_was_written() -> None:
    """By the format of its cell no figure reads as another: 49.97 is not 50."""
    ground = dossier(moved=False)
    fan = native_fan(ground, "dti")
    shown = 0
    for trace in fan.traces:
        if trace.symbol:
            digits = len(trace.number_format.partition(".")[2])
            for value in filter(None, trace.values):
                assert round(value, digits) == pytest.approx(value, abs=1e-9)
                shown += 1
    assert shown > 5
    assert fan.figure_format == "#,##0.00"  # an index
    share = native_fan(ground, "dossiers_online")
    assert (share.number_format, share.figure_format) == ("#,##0", "#,##0.0")


def test_libreoffice_reads_it(tmp_path) -> None:
    printed = as_pdf("deck.pptx", slides_of(True), tmp_path)
    text = poppler("pdftotext", printed, "-")
    assert text.count("\f") == len(deck(True).slides)
    assert "Số mục tiêu kỳ vọng đạt, theo mốc" in text


def test_a_series_named_like_a_formula_is_dangerous_without_our_writer() -> None:
    """Why the project has a writer of its own: python-pptx's makes a formula of such a name."""
    data = CategoryChartData()
    data.categories = ["2030"]
    data.add_series("=1+1", [1])
    (sheet,) = load_workbook(io.BytesIO(data.xlsx_blob)).worksheets
    assert sheet["B1"].data_type == "f"
