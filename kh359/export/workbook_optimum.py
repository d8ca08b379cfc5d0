"""The sheets on the best plan for the scenario's money and on the frontier."""

from math import ceil, floor
from typing import Any

from kh359.charts.scenario_look import BASELINE, LOOKS
from kh359.export.dossier import Dossier
from kh359.export.optimum import Optimum
from kh359.export.optimum_table import optimum_tables
from kh359.export.workbook_book import FONT, Book
from kh359.export.workbook_sheet import Look, Sheet, SheetColumn
from kh359.export.workbook_summary import axis_words, framed
from kh359.model.solve.question import QuestionError

_LOOKS = (
    ((70, Look.WRAPPED), (26, Look.TEXT), (18, Look.NUMBER), (18, Look.NUMBER)),
    ((34, Look.WRAPPED), (34, Look.NUMBER), (20, Look.NUMBER)),
)
"""Width and look of each column; shares are percent of the unit column, as in the CSV."""


_NAME, _MONEY, _EXPECTED = 0, 1, 2
"""Columns of the sheet on the frontier."""


def frontier_chart(book: Book, dossier: Dossier, sheet: Sheet, found: Optimum) -> Any:
    """A native chart on the rows of the frontier's sheet: the curve, then the two plans on it."""
    say, chart = dossier.say, book.chart("scatter")
    n = len(found.curve.points)
    curve, now, plan = (1, n), (n + 1, n + 1), (n + 2, n + 2)
    for (first, last), look in (
        (curve, _curve_look()),
        (now, _mark_look("diamond", BASELINE.line)),
        (plan, _mark_look("star", LOOKS[0].line)),
    ):
        chart.add_series(
            {
                "name": [sheet.name, first, _NAME],
                "categories": [sheet.name, first, _MONEY, last, _MONEY],
                "values": [sheet.name, first, _EXPECTED, last, _EXPECTED],
                **look,
            }
        )
    counts = [float(cell) for row in sheet.rows if isinstance(cell := row[_EXPECTED], int | float)]
    ends = {"min": max(0, floor(min(counts)) - 1), "max": ceil(max(counts)) + 1}
    title = f"{say('Budget against the targets it can bring')} ({say('assumption')})"
    across = say("Programme budget 2026–2045 in all, billion đồng, 2025 prices")
    framed(chart, title, across, say("expected targets"), "0", **ends)
    chart.set_x_axis(axis_words(across, num_format="#,##0", min=0))
    return chart


def _curve_look() -> dict[str, Any]:
    colour = {"color": LOOKS[0].line}
    return {
        "line": {"color": LOOKS[0].narrow, "width": 2.5},
        "marker": {"type": "circle", "size": 6, "fill": colour, "border": colour},
    }


def _mark_look(symbol: str, colour: str) -> dict[str, Any]:
    return {
        "line": {"none": True},
        "marker": {
            "type": symbol,
            "size": 12,
            "fill": {"color": colour},
            "border": {"color": colour},
        },
        "data_labels": {
            "series_name": True,
            "position": "right",
            "font": {"name": FONT, "size": 10, "bold": True, "color": colour},
        },
    }


def optimum_sheets(dossier: Dossier, found: Optimum | QuestionError) -> tuple[Sheet, ...]:
    """The plan, then a row for each amount of money."""
    return tuple(
        Sheet(
            name=name,
            columns=tuple(
                SheetColumn(title=title, width=width, look=look)
                for title, (width, look) in zip(headers, looks, strict=True)
            ),
            rows=rows,
        )
        for (name, headers, rows), looks in zip(optimum_tables(dossier, found), _LOOKS, strict=True)
    )
