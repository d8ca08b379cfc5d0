"""Writes sheets with xlsxwriter: text stays text, numbers carry their units as formats."""

import io
from collections.abc import Sequence
from datetime import datetime
from math import ceil, inf
from typing import Any

import xlsxwriter

from kh359.export.dossier import Dossier
from kh359.export.office_package import dated
from kh359.export.run_record import RunRecord
from kh359.export.workbook_sheet import Figure, Look, Sheet, SheetCell
from kh359.locale.number import chance_digits, digits_of
from kh359.locale.unit import unit_label
from kh359.plan.unit import Unit

FONT = "Arial"
"""On every Windows and Mac, with all Vietnamese letters."""
_A4 = 9
_LINE, _LETTER, _INDENT = 13.5, 1.08, 1.5
"""Points of a line; of a column's width, what a letter takes where words break, and the indent."""
_LONGEST_FOOTER = 255
_CHANCE = '[<0.01]"<1%";[>0.99]">99%";'
"""Never 0 % or 100 %, which would claim certainty; what lies between comes behind."""
_FORMATS = {
    Look.TEXT: {"indent": 1},
    Look.WRAPPED: {"text_wrap": True, "indent": 1},
    Look.YEAR: {"num_format": "0"},
    Look.COUNT: {"num_format": "#,##0"},
    Look.EXPECTED: {"num_format": "0.0"},
    Look.MONEY: {"num_format": "#,##0"},
    Look.NUMBER: {"num_format": "#,##0.####"},
}
_WIDE = (Unit.INDEX, Unit.RATIO, Unit.SCORE_100)
"""Scales whose figures are read without a unit word after them."""


class Book:
    """A workbook in the making. `book`: xlsxwriter's, for charts."""

    def __init__(self, dossier: Dossier, record: RunRecord) -> None:
        self._content = io.BytesIO()
        options = {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        }
        self.book = xlsxwriter.Workbook(self._content, options)
        self.book.formats[0].set_font_name(FONT)
        self.book.formats[0].set_font_size(10)
        self._dossier = dossier
        self._record = record
        self._formats: dict[tuple, Any] = {}
        self._describe()

    def format(self, **look: Any) -> Any:
        """A format of xlsxwriter, made once."""
        key = tuple(sorted(look.items()))
        if key not in self._formats:
            whole = {"font_name": FONT, "font_size": 10, "valign": "top", **look}
            self._formats[key] = self.book.add_format(whole)
        return self._formats[key]

    def chart(self, kind: str, subtype: str = "") -> Any:
        """A chart of xlsxwriter, to be put on a page."""
        return self.book.add_chart({"type": kind, **({"subtype": subtype} if subtype else {})})

    def page(self, name: str) -> Any:
        """An empty sheet for A4 landscape, with the run in its footer."""
        sheet = self.book.add_worksheet(name)
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.7)
        sheet.fit_to_pages(1, 0)
        sheet.set_footer(self._footer())
        return sheet

    def table(self, sheet: Sheet) -> Any:
        """The header stays in view and can be filtered by."""
        page = self.page(sheet.name)
        head = self.format(
            bold=True, font_color="#FFFFFF", bg_color="#12395C", text_wrap=True, indent=1
        )
        for place, column in enumerate(sheet.columns):
            page.set_column(place, place, column.width)
            page.write_string(0, place, column.title, head)
        titles = tuple(column.title for column in sheet.columns)
        page.set_row(0, row_height(titles, [column.width for column in sheet.columns]))
        wrapped = [c.width if c.look is Look.WRAPPED else inf for c in sheet.columns]
        for row, cells in enumerate(sheet.rows, start=1):
            page.set_row(row, row_height(cells, wrapped))
            for place, (column, cell) in enumerate(zip(sheet.columns, cells, strict=True)):
                self.write(page, row, place, cell, column.look)
        page.hide_gridlines(0)
        page.freeze_panes(1, sheet.frozen)
        page.repeat_rows(0)
        last = max(1, len(sheet.rows))
        page.autofilter(0, 0, last, len(sheet.columns) - 1)
        page.print_area(0, 0, last, len(sheet.columns) - 1)
        return page

    def write(self, page: Any, row: int, column: int, cell: SheetCell, look: Look) -> None:
        """One cell; text is never calculated, whatever it begins with."""
        if cell is None:
            page.write_blank(row, column, None, self.format())
        elif isinstance(cell, str):
            page.write_string(row, column, cell, self.format(**_FORMATS[_text_look(look)]))
        elif isinstance(cell, Figure):
            page.write_number(row, column, cell.value, self.format(num_format=self.pattern(cell)))
        elif look is Look.CHANCE:
            pattern = _CHANCE + _percent_pattern(chance_digits(cell))
            page.write_number(row, column, cell, self.format(num_format=pattern))
        else:
            page.write_number(row, column, cell, self.format(**_FORMATS[look]))

    def pattern(self, figure: Figure) -> str:
        """The number format of a figure, with its unit: '0.0%', '#,##0" doanh nghiệp"'."""
        digits = _digits(figure)
        if figure.unit is Unit.PERCENT:
            return _percent_pattern(len(digits))
        plain = "#,##0" + (f".{digits}" if digits else "")
        if figure.bare or figure.unit in _WIDE:
            return plain
        label = unit_label(figure.unit, self._dossier.language, per_year=figure.per_year)
        return f'{plain}" {label.replace(chr(34), "")}"'

    def content(self) -> bytes:
        """The finished file, dated as the dossier is."""
        self.book.close()
        return dated(self._content.getvalue(), self._dossier.day)

    def _footer(self) -> str:
        record, say = self._record, self._dossier.say
        told = say(
            "{name} ({hash}) · data {version} · seed {seed} · {day}",
            name=record.scenario,
            hash=record.scenario_hash,
            version=record.data_version,
            seed=record.seed,
            day=record.day,
        )
        return f"&L&8{told.replace('&', '&&')}&R&8&P/&N"[:_LONGEST_FOOTER]

    def _describe(self) -> None:
        record, day = self._record, self._dossier.day
        self.book.set_properties(
            {
                "title": f"KH359: {record.scenario}",
                "author": "KH359",
                "keywords": f"{record.scenario_hash} {record.data_version}",
                "comments": "; ".join(f"{label}: {text}" for label, text in record.rows),
                "created": datetime(day.year, day.month, day.day),
            }
        )


def row_height(cells: Sequence[SheetCell], widths: Sequence[float]) -> float:
    """Points that the text of a row needs. widths: letters of each column, inf where it does not
    wrap. Some programs do not find a height by themselves.
    """
    lines = [
        ceil(_LETTER * len(cell) / (width - _INDENT))
        for cell, width in zip(cells, widths, strict=True)
        if isinstance(cell, str)
    ]
    return _LINE * max([1, *lines])


def _percent_pattern(digits: int) -> str:
    return f"0.{'0' * digits}%" if digits else "0%"


def _text_look(look: Look) -> Look:
    return Look.WRAPPED if look is Look.WRAPPED else Look.TEXT


def _digits(figure: Figure) -> str:
    """Zeros for decimals that always show, # for those that may."""
    shown = figure.unit.to_shown(figure.value)
    if figure.projected:
        return "0" * digits_of(shown, figure.unit)
    if figure.unit.is_whole and float(shown).is_integer():
        return ""
    written = f"{shown:.4f}".rstrip("0")
    least = 2 if figure.unit is Unit.INDEX else 0
    return "0" * max(least, len(written.split(".")[1]))
