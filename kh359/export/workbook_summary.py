"""The first sheets: which run it is and how to read the rest, and the whole plan in charts."""

import math
from collections.abc import Sequence
from typing import Any

from xlsxwriter.utility import quote_sheetname, xl_rowcol_to_cell

from kh359.charts.count_range import COUNTED_YEARS
from kh359.charts.money_plotly import PROGRAMME_COLOURS
from kh359.charts.scenario_frame import look_of
from kh359.export.dossier import Dossier
from kh359.export.run_record import RunRecord
from kh359.export.workbook_book import FONT, Book, row_height
from kh359.export.workbook_sheet import Sheet
from kh359.locale.proof import level_text
from kh359.model.evidence import Level

_HIGH, _MINUS, _PLUS = 5, 8, 9
"""Columns of the sheet on counts: p90, and how far p10 and p90 are from what is expected."""
_ALLOCATED, _TOTAL = 4, 9
"""Columns of the sheet on money: the first programme's, and all together."""
_SIZE = {"width": 900, "height": 400}
_TEXT_WIDTH = 110
_LINES = 21
"""Rows that one chart covers."""


def record_page(book: Book, dossier: Dossier, record: RunRecord) -> None:
    """What every file says of its run, and what the cells mean."""
    say = dossier.say
    page = book.page(say("Information"))
    page.set_column(0, 0, 30)
    page.set_column(1, 1, _TEXT_WIDTH)
    title = say("Plan 359-KH/TU: will the targets be met?")
    page.write_string(0, 0, title, book.format(bold=True, font_size=16))
    page.set_row(0, 24)
    bold, wrapped = book.format(bold=True), book.format(text_wrap=True)
    rows = (*record.rows, *_reading(dossier))
    for row, (label, text) in enumerate(rows, start=2):
        page.set_row(row, row_height((text,), (_TEXT_WIDTH,)))
        page.write_string(row, 0, label, bold)
        page.write_string(row, 1, text, wrapped)
    page.freeze_panes(2, 0)


def summary_page(
    book: Book,
    dossier: Dossier,
    record: RunRecord,
    count: Sheet,
    money: Sheet,
    more: Sequence[Any] = (),
) -> None:
    """Native charts on the rows of two other sheets, then those that are handed in."""
    say = dossier.say
    page = book.page(say("Summary"))
    page.write_string(0, 0, record.scenario, book.format(bold=True, font_size=16))
    page.set_row(0, 24)
    for row, text in enumerate((record.supposed, "; ".join(record.evidence)), start=1):
        page.merge_range(row, 0, row, 13, "", book.format(text_wrap=True))
        page.write_string(row, 0, text, book.format(text_wrap=True))
        page.set_row(row, row_height((text,), (_TEXT_WIDTH,)))
    charts = [_count_chart(book, dossier, count)]
    if any(row[_TOTAL] is not None for row in money.rows):
        charts += [_money_chart(book, dossier, money), _programme_chart(book, dossier, money)]
    charts += more
    for place, chart in enumerate(charts):
        chart.set_size(_SIZE)
        page.insert_chart(4 + _LINES * place, 0, chart)
    page.set_h_pagebreaks([4 + _LINES * place for place in range(1, len(charts))])
    page.print_area(0, 0, 4 + _LINES * len(charts), 14)


def axis_words(title: str, **more: Any) -> dict[str, Any]:
    """An axis in the workbook's font, its title not bold."""
    font = {"name": FONT, "size": 10}
    return {"name": title, "name_font": {**font, "bold": False}, "num_font": font, **more}


def _reading(dossier: Dossier) -> list[tuple[str, str]]:
    say = dossier.say
    return [
        (
            say("How to read"),
            say(
                "Percent are real percent cells (0.5 shows as 50 %). p10, p50 and p90: one draw in "
                "ten lies below p10, half below p50, one in ten above p90. An empty cell has no "
                "data; nothing is filled in."
            ),
        ),
        (say("Money"), say("Billion đồng at 2025 prices; medians that follow from assumptions.")),
        *((say("Evidence"), level_text(level, dossier.language)) for level in Level),
        (
            say("Targets"),
            say("Plan 359-KH/TU of the Quảng Ngãi Party Committee; the clause stands at each one."),
        ),
    ]


def _count_chart(book: Book, dossier: Dossier, count: Sheet) -> Any:
    say = dossier.say
    chart = book.chart("column")
    n = len(COUNTED_YEARS)
    for slot, _ in enumerate(dossier.candidates):
        first, last = 1 + slot * n, (slot + 1) * n
        colour = look_of(slot, has_baseline=not dossier.is_rest).line
        chart.add_series(
            {
                "name": [count.name, first, 1],
                "categories": [count.name, first, 0, last, 0],
                "values": [count.name, first, 2, last, 2],
                "fill": {"color": colour},
                "gap": 70,
                "data_labels": {
                    "value": True,
                    "num_format": "0.0",
                    "position": "inside_base",
                    "font": {"name": FONT, "color": "#FFFFFF", "bold": True},
                },
                "y_error_bars": {
                    "type": "custom",
                    "plus_values": _range(count, first, last, _PLUS),
                    "minus_values": _range(count, first, last, _MINUS),
                },
            }
        )
    title = say("Expected number of targets met (whiskers: 8 of 10 draws)")
    # Not every program makes room for whiskers by itself.
    ends = [float(end) for row in count.rows if isinstance(end := row[_HIGH], float)]
    highest = max(ends, default=0.0)
    framed(chart, title, say("Year"), say("targets"), "0", max=math.ceil(highest) + 1)
    return chart


def _range(sheet: Sheet, first: int, last: int, column: int) -> str:
    """The cells of one column, as a formula names them."""
    top, bottom = (
        xl_rowcol_to_cell(row, column, row_abs=True, col_abs=True) for row in (first, last)
    )
    return f"={quote_sheetname(sheet.name)}!{top}:{bottom}"


def _money_chart(book: Book, dossier: Dossier, money: Sheet) -> Any:
    say = dossier.say
    chart = book.chart("line")
    n = len(money.rows) // len(dossier.candidates)
    for slot, _ in enumerate(dossier.candidates):
        first, last = 1 + slot * n, (slot + 1) * n
        colour = look_of(slot, has_baseline=not dossier.is_rest).line
        chart.add_series(
            {
                "name": [money.name, first, 1],
                "categories": [money.name, first, 0, last, 0],
                "values": [money.name, first, _TOTAL, last, _TOTAL],
                "line": {"color": colour, "width": 2.5},
            }
        )
    framed(chart, say("Budget for the programmes"), say("Year"), _unit(dossier), "#,##0")
    return chart


def _programme_chart(book: Book, dossier: Dossier, money: Sheet) -> Any:
    chart = book.chart("column", "stacked")
    n = len(money.rows) // len(dossier.candidates)
    last = len(money.rows)
    first = last - n + 1
    for place, colour in enumerate(PROGRAMME_COLOURS):
        column = _ALLOCATED + place
        chart.add_series(
            {
                "name": [money.name, 0, column],
                "categories": [money.name, first, 0, last, 0],
                "values": [money.name, first, column, last, column],
                "fill": {"color": colour},
                "gap": 30,
            }
        )
    title = dossier.say("Budget by programme, this scenario")
    framed(chart, title, dossier.say("Year"), _unit(dossier), "#,##0")
    return chart


def _unit(dossier: Dossier) -> str:
    return dossier.say("billion đồng a year, 2025 prices")


def framed(chart: Any, title: str, across: str, up: str, number_format: str, **more: Any) -> None:
    """Title, axes and legend in the workbook's font; more: of the upright axis."""
    font = {"name": FONT, "size": 13}
    chart.set_title({"name": title, "name_font": font, "overlay": False})
    chart.set_x_axis(axis_words(across))
    grid = {"visible": True, "line": {"color": "#E3E7EC"}}
    chart.set_y_axis(
        axis_words(up, **{"num_format": number_format, "min": 0, "major_gridlines": grid, **more})
    )
    chart.set_legend({"position": "bottom", "font": {"name": FONT, "size": 10}})
