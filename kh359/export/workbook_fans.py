"""Native fan charts of all indicators, and the columns that they draw."""

from typing import Any

from kh359.export.dossier import Dossier
from kh359.export.native_fan import Area, NativeFan, Trace
from kh359.export.native_fan_build import native_fan
from kh359.export.watch import Watch
from kh359.export.workbook_book import FONT, Book
from kh359.export.workbook_sheet import Look
from kh359.export.workbook_summary import axis_words
from kh359.model.outlook import IndicatorOutlook

_ACROSS = 2
_SIZE = {"width": 660, "height": 400}
_LINES, _COLUMNS = 21, 11
"""Rows and columns that one chart covers."""
_DASHES = {"dash": "dash", "solid": "solid", "sysDot": "round_dot"}


def fan_pages(book: Book, dossier: Dossier, items: list[IndicatorOutlook], watch: Watch) -> None:
    """Charts on one sheet, two in a row; their columns, with the hidden base, on the next."""
    say = dossier.say
    page, data = book.page(say("Charts of indicators")), book.page(say("Data of the charts"))
    data.set_column(0, 0, 10)
    data.set_column(1, 30, 18)
    row = 0
    for place, item in enumerate(items):
        indicator = item.indicator
        watch.step(place, len(items), say.pick(indicator.name_vi, indicator.name_en))
        fan = native_fan(dossier, indicator.indicator_id)
        _columns(book, data, row, fan)
        chart = _chart(book, data.get_name(), row, fan)
        down, across = divmod(place, _ACROSS)
        page.insert_chart(_LINES * down, _COLUMNS * across, chart)
        row += len(fan.years) + 3
    rows = -(-len(items) // _ACROSS) * _LINES
    page.set_h_pagebreaks(list(range(2 * _LINES, rows, 2 * _LINES)))
    page.print_area(0, 0, max(rows, 1), _ACROSS * _COLUMNS - 1)


def _columns(book: Book, data: Any, top: int, fan: NativeFan) -> None:
    """A title, a header, then a row for each year; blanks stay blank."""
    stamp = f" · {fan.stamp}" if fan.stamp else ""
    data.write_string(top, 0, f"{fan.title} ({fan.unit}){stamp}", book.format(bold=True))
    head = book.format(bold=True, bg_color="#E3E7EC", text_wrap=True)
    data.write_string(top + 1, 0, fan.year_title, head)
    columns = (*fan.areas, *fan.traces)
    for place, column in enumerate(columns, start=1):
        data.write_string(top + 1, place, column.name, head)
        own = column.number_format if isinstance(column, Trace) else ""
        number = book.format(num_format=own or fan.figure_format)
        for line, value in enumerate(column.values):
            if value is not None:
                data.write_number(top + 2 + line, place, value, number)
    for line, year in enumerate(fan.years):
        book.write(data, top + 2 + line, 0, year, Look.YEAR)


def _chart(book: Book, sheet: str, top: int, fan: NativeFan) -> Any:
    n_areas = len(fan.areas)
    line = book.chart("line")
    for place, trace in enumerate(fan.traces, start=1 + n_areas):
        line.add_series(_ranges(sheet, top, place, fan) | _trace(trace))
    chart = line
    if n_areas:
        chart = book.chart("area", "stacked")
        for place, area in enumerate(fan.areas, start=1):
            chart.add_series(_ranges(sheet, top, place, fan) | _area(area))
        chart.combine(line)
    hidden = [i for i, one in enumerate((*fan.areas, *fan.traces)) if not one.listed]
    font = {"name": FONT, "size": 9}
    chart.set_title({"name": [sheet, top, 0], "name_font": {"name": FONT, "size": 12}})
    chart.set_legend({"position": "bottom", "font": font, "delete_series": hidden})
    chart.set_x_axis(axis_words("", interval_unit=5, interval_tick=5, position_axis="on_tick"))
    ends = {} if fan.floor is None else {"min": min(0.0, fan.floor)}
    ends |= {} if fan.top is None else {"max": fan.top}
    ends |= {} if fan.step is None else {"major_unit": fan.step}
    grid = {"visible": True, "line": {"color": "#E3E7EC"}}
    chart.set_y_axis(
        axis_words(fan.unit, num_format=fan.number_format, major_gridlines=grid, **ends)
    )
    chart.show_blanks_as("span")
    chart.set_size({**_SIZE, "object_position": 1})
    return chart


def _ranges(sheet: str, top: int, place: int, fan: NativeFan) -> dict[str, Any]:
    first, last = top + 2, top + 1 + len(fan.years)
    return {
        "name": [sheet, top + 1, place],
        "categories": [sheet, first, 0, last, 0],
        "values": [sheet, first, place, last, place],
    }


def _area(area: Area) -> dict[str, Any]:
    if not area.colour:
        return {"fill": {"none": True}, "border": {"none": True}}
    if area.hatched:
        look = {
            "pattern": "light_upward_diagonal",
            "fg_color": "#FFFFFF",
            "bg_color": area.colour,
        }
        return {"pattern": look, "border": {"none": True}}
    return {"fill": {"color": area.colour}, "border": {"none": True}}


def _trace(trace: Trace) -> dict[str, Any]:
    line: dict[str, Any] = {"none": True}
    if trace.dash:
        line = {"color": trace.colour, "width": 2, "dash_type": _DASHES[trace.dash]}
    marker: dict[str, Any] = {"type": "none"}
    if trace.symbol:
        inside = "#C9CFD6" if trace.hollow else trace.colour
        marker = {
            "type": trace.symbol,
            "size": 9 if trace.symbol == "diamond" else 7,
            "fill": {"color": inside},
            "border": {"color": trace.colour},
        }
    labels = {"data_labels": _labels(trace)} if any(trace.labels) else {}
    return {"line": line, "marker": marker, **labels}


def _labels(trace: Trace) -> dict[str, Any]:
    """A label that begins with '=' would be taken for a reference: a space stands before it."""
    own = [{"value": f"\u00a0{text}"} if text else {"delete": True} for text in trace.labels]
    font = {"name": FONT, "size": 10, "bold": True, "color": trace.colour}
    return {"value": True, "custom": own, "position": "above", "font": font}
