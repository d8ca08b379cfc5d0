"""The template is filled as Excel would and read back; its example never counts."""

import io
from typing import Any

import pytest
from openpyxl import load_workbook

from kh359.export.observation_template import COLUMNS, LAST_ROW, observation_template
from kh359.intake.check import check_content
from kh359.intake.check_report import CheckReport
from kh359.intake.finding import IntakeCode
from kh359.intake.vocabulary import Column
from kh359.locale.intake_vocabulary import vocabulary_of
from kh359.locale.language import LANGUAGES, Language
from kh359.plan.loading import DATA_FOLDER, data_version
from kh359.plan.observation import Grade, Match, Region
from kh359.plan.overlay import Base, LaidOver, Overlay, lay_over
from kh359.plan.tables import read_tables
from kh359.plan.unit import Unit

POSITION = {column: n for n, (column, _) in enumerate(COLUMNS, start=1)}


@pytest.fixture(scope="module")
def current() -> LaidOver:
    base = Base(tables=read_tables(DATA_FOLDER), version=data_version(DATA_FOLDER))
    return lay_over(base, Overlay())


@pytest.fixture(scope="module", params=LANGUAGES)
def content(request: pytest.FixtureRequest, current: LaidOver) -> bytes:
    language: Language = request.param
    return observation_template(current.facts, language)


def lists_of(book: Any) -> dict[Column, list[str]]:
    """What each drop-down list of the table offers."""
    table, lists = book.worksheets[0], book.worksheets[2]
    found = {}
    for rule in table.data_validations.dataValidation:
        if rule.type == "list":
            area = rule.formula1.split("!")[1].replace("$", "")
            position = next(iter(rule.sqref.ranges)).min_col - 1
            found[COLUMNS[position][0]] = [row[0].value for row in lists[area]]
    return found


def read(book: Any, current: LaidOver) -> CheckReport:
    target = io.BytesIO()
    book.save(target)
    words = vocabulary_of(current.facts)
    return check_content(target.getvalue(), current, words, today="2026-11-23")


def test_every_word_of_the_lists_is_understood(content: bytes, current: LaidOver) -> None:
    """Each row takes the next word of every list; the words are then no fault."""
    book = load_workbook(io.BytesIO(content))
    lists = lists_of(book)
    assert set(lists) == {
        Column.INDICATOR, Column.REGION, Column.UNIT, Column.GRADE, Column.MATCH, Column.SOURCE
    }  # fmt: skip
    assert len(lists[Column.INDICATOR]) == len(current.facts.indicators)
    assert len(lists[Column.SOURCE]) == len(current.facts.sources)
    vocabulary = vocabulary_of(current.facts)
    known = {
        Column.INDICATOR: set(current.facts.indicator_by_id),
        Column.REGION: set(Region),
        Column.UNIT: set(Unit),
        Column.GRADE: set(Grade),
        Column.MATCH: set(Match),
        Column.SOURCE: set(current.facts.source_by_id),
    }
    for column, words in lists.items():
        codes = {vocabulary.code(column, word) for word in words}
        assert len(codes) == len(words)
        assert codes <= known[column]


def test_an_empty_template_has_nothing_but_its_example(content: bytes, current: LaidOver) -> None:
    report = read(load_workbook(io.BytesIO(content)), current)
    assert [f.code for f in report.findings] == [IntakeCode.EXAMPLE_ROW]
    assert report.rows == ()
    assert not report.is_sound


def test_a_filled_template_is_read_without_a_fault(content: bytes, current: LaidOver) -> None:
    book = load_workbook(io.BytesIO(content))
    table, lists = book.worksheets[0], lists_of(book)
    indicator = current.facts.indicator_by_id["digital_signature"]
    name = next(n for n in (indicator.name_vi, indicator.name_en) if n in lists[Column.INDICATOR])
    cells = {
        Column.INDICATOR: name,
        Column.REGION: lists[Column.REGION][2],
        Column.YEAR: "2025",
        Column.VALUE: 31.5,
        Column.UNIT: "%",
        Column.GRADE: lists[Column.GRADE][0],
        Column.MATCH: lists[Column.MATCH][0],
        Column.SOURCE: lists[Column.SOURCE][5],
    }
    for column, value in cells.items():
        table.cell(row=3, column=POSITION[column], value=value)
    report = read(book, current)
    assert [f.code for f in report.findings] == [IntakeCode.EXAMPLE_ROW]
    (row,) = report.batch().rows
    assert (row.observation.value, row.observation.region) == (0.315, "qn_new")
    assert row.observation.source_id in current.facts.source_by_id


def test_the_lists_reach_as_far_as_the_table(content: bytes) -> None:
    table = load_workbook(io.BytesIO(content)).worksheets[0]
    ends = {next(iter(rule.sqref.ranges)).max_row for rule in table.data_validations.dataValidation}
    assert ends == {LAST_ROW + 1}
    assert len(table.data_validations.dataValidation) == len(COLUMNS)
