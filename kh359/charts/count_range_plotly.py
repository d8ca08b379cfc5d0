"""Draws the counts of targets met as marks with bars, scenarios side by side at each milestone."""

from typing import Any

from kh359.charts.count_range import CountRange, CountSeries
from kh359.charts.plotly_text import plotly_text
from kh359.charts.scenario_frame import FONT, axis, framed, look_of, message_note

Figure = dict[str, Any]

_HEIGHT = 250
_LEGEND = 42
_SPREAD = 0.7
"""Width of the group of marks of one milestone, as a share of the distance of two."""


def count_range_figure(chart: CountRange) -> Figure:
    """One trace for each scenario; its name stands in the legend above the plot."""
    places = {year.year: i for i, year in enumerate(chart.years)}
    n = len(chart.series)
    traces = [_trace(chart, one, places, n) for one in chart.series]
    traces += [_labels(chart, one, places, n) for one in chart.series]
    highest = max((p.high for one in chart.series for p in one.points), default=1.0)
    layout = framed(
        title=chart.title,
        notes=chart.notes,
        height=_HEIGHT,
        left=58,
        right=14,
        below=66,
        decimal_comma=chart.decimal_comma,
        key="count_range",
    )
    ticks = {"tickvals": list(places.values()), "showgrid": False}
    words = ["<br>".join(year.text) for year in chart.years]
    layout["xaxis"] = axis("", (-0.5, len(places) - 0.5), **ticks, ticktext=words)
    layout["yaxis"] = axis(chart.count_title, (0, 1.15 * max(highest, 1.0)), nticks=7)
    legend = {"orientation": "h", "x": 0, "y": 1.0, "yanchor": "bottom", "font": FONT}
    layout |= {"showlegend": True, "legend": legend}
    layout["margin"]["t"] += _LEGEND
    layout["height"] += _LEGEND
    if chart.message:
        layout["annotations"].append(message_note(chart.message))
    return {"data": traces, "layout": layout}


def _trace(chart: CountRange, one: CountSeries, places: dict[int, int], n: int) -> Figure:
    look = look_of(one.slot, has_baseline=chart.has_baseline)
    return {
        "type": "scatter",
        "mode": "markers",
        "name": plotly_text(one.name),
        "x": _across(one, places, n),
        "y": [point.expected for point in one.points],
        "error_y": {
            "type": "data",
            "symmetric": False,
            "array": [max(0.0, point.high - point.expected) for point in one.points],
            "arrayminus": [max(0.0, point.expected - point.low) for point in one.points],
            "color": look.line,
            "thickness": 2.5,
            "width": 6,
        },
        "marker": {"symbol": look.symbol, "size": 11, "color": look.line},
        "hovertext": [f"{plotly_text(one.name)}<br>{point.hover}" for point in one.points],
        "hoverinfo": "text",
    }


def _labels(chart: CountRange, one: CountSeries, places: dict[int, int], n: int) -> Figure:
    """The expected number above its bar, where no other mark stands."""
    look = look_of(one.slot, has_baseline=chart.has_baseline)
    return {
        "type": "scatter",
        "mode": "text",
        "x": _across(one, places, n),
        "y": [max(point.high, point.expected) for point in one.points],
        "text": [f"<b>{point.label}</b>" for point in one.points],
        "textposition": "top center",
        "textfont": {"color": look.line, "size": 13},
        "showlegend": False,
        "hoverinfo": "skip",
    }


def _across(one: CountSeries, places: dict[int, int], n: int) -> list[float]:
    shift = _SPREAD * ((one.slot + 0.5) / n - 0.5)
    return [places[point.year] + shift for point in one.points]
