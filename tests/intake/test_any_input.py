"""Whatever comes: a batch or findings in words, never another exception."""

import io
from datetime import datetime

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from kh359.intake.check import check_content, check_records, check_text
from kh359.intake.check_report import CheckReport, NotAcceptable
from kh359.intake.vocabulary import Column
from kh359.locale.intake import finding_text, place_text
from kh359.locale.intake_vocabulary import vocabulary_of
from kh359.plan.overlay import Base, LaidOver, Overlay, lay_over
from kh359.plan.tables import parse_tables
from tests.intake.rows import HEADER, ROW
from tests.plan.conftest import SOUND_FILES

TODAY = "2026-11-23"
TABLES = parse_tables({name: text.encode() for name, text in SOUND_FILES.items()})
CURRENT: LaidOver = lay_over(Base(tables=TABLES, version="0" * 12), Overlay())
WORDS = vocabulary_of(CURRENT.facts)
few = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])

SOUND = {
    **ROW,
    "Chỉ tiêu": "cover",
    "Nguồn": "gov_2025",
}
texts = st.text(st.characters(codec=None), max_size=30)
figures = st.from_regex(r"-?[0-9]{1,4}([.,][0-9]{1,4}){0,2} ?%?", fullmatch=True)
words = st.sampled_from(sorted({*SOUND.values(), "qn_old", "firms", "31/12/2025", "1.234", "=1"}))
cells = st.one_of(words, figures, texts)
grids = st.lists(st.lists(cells, min_size=1, max_size=len(HEADER)), max_size=5)


def told(report: CheckReport) -> None:
    for finding in report.findings:
        finding_text(finding, CURRENT.facts, "vi")
        place_text(finding, "en")
    try:
        batch = report.batch("all")
    except NotAcceptable:
        assert report.errors or not report.rows
    else:
        keys = {row.observation.source_id for row in batch.rows}
        known = {source["source_id"] for source in batch.sources}
        assert keys <= known | set(CURRENT.facts.source_by_id)


@few
@given(st.binary(max_size=400))
def test_any_bytes(content: bytes) -> None:
    told(check_content(content, CURRENT, WORDS, today=TODAY))


@few
@given(st.text(st.characters(codec=None), max_size=300))
def test_any_text(text: str) -> None:
    told(check_text(text, CURRENT, WORDS, today=TODAY))


@few
@given(grids, st.sampled_from("\t;,"))
def test_any_cells_under_a_header(grid: list[list[str]], separator: str) -> None:
    lines = [HEADER, *grid]
    told(check_text("\n".join(map(separator.join, lines)), CURRENT, WORDS, today=TODAY))


@few
@given(st.lists(st.dictionaries(st.sampled_from(Column), cells), max_size=4))
def test_any_form(rows: list[dict[Column, str]]) -> None:
    told(check_records(rows, CURRENT, WORDS, today=TODAY))


spreadsheet_cells = st.one_of(
    words,
    st.none(),
    st.booleans(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.integers(-(10**12), 10**12),
    st.datetimes(datetime(1901, 1, 1), datetime(2100, 1, 1)),
    st.text(st.characters(min_codepoint=32, max_codepoint=0xD7FF), max_size=20),
)
formats = st.sampled_from(["General", "0%", "0.00", "dd/mm/yyyy", '0" %"', "[<1]0%;0"])


@settings(few, max_examples=20)
@given(st.lists(st.lists(st.tuples(spreadsheet_cells, formats), max_size=13), max_size=4))
def test_any_cells_of_a_spreadsheet(grid: list[list[tuple[object, str]]]) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(HEADER)
    for row, line in enumerate(grid, start=2):
        for column, (value, number_format) in enumerate(line, start=1):
            cell = sheet.cell(row=row, column=column)
            cell.value, cell.number_format = value, number_format  # type: ignore[assignment]
    target = io.BytesIO()
    book.save(target)
    told(check_content(target.getvalue(), CURRENT, WORDS, today=TODAY))
