"""The workbook in which figures are collected: one row a figure, drop-down lists, explanations.

It is read back by `kh359.intake.check.check_content` without a fault once it is filled.
"""

import io
from collections.abc import Sequence
from typing import Any

import xlsxwriter

from kh359.intake.vocabulary import REQUIRED, Column
from kh359.locale.intake_vocabulary import EXAMPLE, HEADERS, source_label
from kh359.locale.language import Language
from kh359.locale.proof import GRADES, MATCHES, REGIONS
from kh359.locale.template_words import EXPLANATIONS, HINTS, SHEETS, example_texts
from kh359.locale.translate import Translator, translator
from kh359.locale.unit import unit_label
from kh359.plan.facts import Facts
from kh359.plan.indicator import Group
from kh359.plan.observation import Grade

LAST_ROW = 2_000
"""Rows that offer lists."""
COLUMNS: tuple[tuple[Column, float], ...] = (
    (Column.INDICATOR, 42),
    (Column.REGION, 26),
    (Column.YEAR, 8),
    (Column.AS_OF, 12),
    (Column.VALUE, 14),
    (Column.UNIT, 24),
    (Column.GRADE, 28),
    (Column.MATCH, 28),
    (Column.METHOD, 16),
    (Column.SOURCE, 42),
    (Column.SOURCE_TITLE, 36),
    (Column.SOURCE_PUBLISHER, 28),
    (Column.SOURCE_DATE, 14),
    (Column.SOURCE_ADDRESS, 36),
    (Column.SOURCE_DOCUMENT, 20),
    (Column.NOTE, 40),
)
"""With their widths in letters."""
ENTERED_GRADES = (Grade.OFFICIAL, Grade.PRESS, Grade.PROXY)
"""A derived figure is computed, never entered."""
_TEXT_COLUMNS = (Column.YEAR, Column.AS_OF, Column.SOURCE_DATE)
"""Left as typed: Excel would make days of months."""


def observation_template(facts: Facts, language: Language) -> bytes:
    """An XLSX file: the table with an example, explanations, and the lists behind its cells."""
    say = translator(language)
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True, "strings_to_urls": False})
    with book:
        table = book.add_worksheet(say(SHEETS[0]))
        explained = book.add_worksheet(say(SHEETS[1]))
        lists = book.add_worksheet(say(SHEETS[2]))
        ranges = _write_lists(lists, _lists(facts, say))
        _write_table(book, table, ranges, facts, say)
        _write_explanations(book, explained, say)
    return target.getvalue()


def _lists(facts: Facts, say: Translator) -> dict[Column, Sequence[str]]:
    """What each drop-down list offers, in the words of one language."""
    economy_last = sorted(facts.indicators, key=lambda i: i.group is Group.ECONOMY)
    return {
        Column.INDICATOR: [say.pick(i.name_vi, i.name_en) for i in economy_last],
        Column.REGION: [say(text) for text in REGIONS.values()],
        Column.UNIT: list(
            dict.fromkeys(unit_label(i.unit, say.language) for i in facts.indicators)
        ),
        Column.GRADE: [say(GRADES[grade]) for grade in ENTERED_GRADES],
        Column.MATCH: [say(text) for text in MATCHES.values()],
        Column.SOURCE: sorted(source_label(source, say) for source in facts.sources),
    }


def _write_lists(page: Any, lists: dict[Column, Sequence[str]]) -> dict[Column, str]:
    """One list a column; returns where each stands."""
    places = {}
    for position, (column, words) in enumerate(lists.items()):
        page.write_column(0, position, words)
        letter = chr(ord("A") + position)
        places[column] = f"='{page.get_name()}'!${letter}$1:${letter}${len(words)}"
    page.hide()
    return places


def _write_table(
    book: Any, page: Any, lists: dict[Column, str], facts: Facts, say: Translator
) -> None:
    needed = book.add_format({"bold": True, "bg_color": "#0B4F8A", "font_color": "#FFFFFF"})
    other = book.add_format({"bold": True, "bg_color": "#DCE6F0"})
    sample = book.add_format({"italic": True, "font_color": "#6B7280"})
    text = book.add_format({"num_format": "@"})
    example = example_texts(facts, say)
    for position, (column, width) in enumerate(COLUMNS):
        page.set_column(position, position, width, text if column in _TEXT_COLUMNS else None)
        title = say(HEADERS[column]) + (" *" if column in REQUIRED else "")
        page.write_string(0, position, title, needed if column in REQUIRED else other)
        page.write_string(1, position, example.get(column, ""), sample)
        _add_help(page, position, column, lists, say)
    page.write_string(1, 0, f"{say(EXAMPLE)}: {example[Column.INDICATOR]}", sample)
    page.freeze_panes(1, 1)
    page.activate()


def _add_help(
    page: Any, position: int, column: Column, lists: dict[Column, str], say: Translator
) -> None:
    """A list to choose from, or a word on what to write; the list of sources lets others pass."""
    rule: dict[str, object] = {"validate": "any"}
    if column in lists:
        rule = {"validate": "list", "source": lists[column]}
        rule["error_type"] = "warning" if column is Column.SOURCE else "stop"
    rule |= {"input_title": say(HEADERS[column])[:32], "input_message": say(HINTS[column])[:255]}
    page.data_validation(2, position, LAST_ROW, position, rule)


def _write_explanations(book: Any, page: Any, say: Translator) -> None:
    bold = book.add_format({"bold": True, "valign": "top"})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    page.set_column(0, 0, 30)
    page.set_column(1, 1, 100)
    for row, text in enumerate(EXPLANATIONS):
        page.write_string(row, 1, say(text), wrapped)
    for row, (column, _) in enumerate(COLUMNS, start=len(EXPLANATIONS) + 1):
        page.write_string(row, 0, say(HEADERS[column]), bold)
        page.write_string(row, 1, say(HINTS[column]), wrapped)
