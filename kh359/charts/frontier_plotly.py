"""Draws the frontier as a line of points, with the present scenario and the plan found."""

from typing import Any

from kh359.charts.frontier import FrontierChart, FrontierMark
from kh359.charts.plotly_text import plotly_text
from kh359.charts.scenario_frame import FONT, axis, framed
from kh359.charts.scenario_look import BASELINE, LOOKS

Figure = dict[str, Any]

_HEIGHT = 280
_ROOM = 0.12
"""Free room around the marks, as a share of their span."""
_APART = 0.2
"""Part of the axis between the two marks from which on a name fits between them."""


def frontier_figure(chart: FrontierChart) -> Figure:
    """The figure as a plain dictionary."""
    marks = (*chart.curve, chart.now, chart.found)
    layout = framed(
        title=chart.title,
        notes=chart.notes,
        height=_HEIGHT,
        left=64,
        right=24,
        below=58,
        decimal_comma=chart.decimal_comma,
        key="frontier",
    )
    most = max(mark.money for mark in marks)
    layout["xaxis"] = axis(chart.money_title, (0, 1.08 * most), nticks=8, tickformat=",.0f")
    low, high = (limit(mark.expected for mark in marks) for limit in (min, max))
    room = max(_ROOM * (high - low), 0.2)
    apart = chart.found.expected - chart.now.expected > _APART * (high - low + 3 * room)
    side = "bottom right" if apart else "top right"
    layout["yaxis"] = axis(chart.count_title, (max(low - room, 0), high + 2 * room), nticks=6)
    return {
        "data": [
            _curve(chart),
            _single(chart.now, BASELINE.line, "diamond", "bottom right"),
            _single(chart.found, LOOKS[0].line, "star", side),
        ],
        "layout": layout,
    }


def _curve(chart: FrontierChart) -> Figure:
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "x": [mark.money for mark in chart.curve],
        "y": [mark.expected for mark in chart.curve],
        "line": {"color": LOOKS[0].narrow, "width": 2.5},
        "marker": {"color": LOOKS[0].line, "size": 7},
        "hovertext": [plotly_text(mark.hover) for mark in chart.curve],
        "hoverinfo": "text",
    }


def _single(mark: FrontierMark, colour: str, symbol: str, side: str) -> Figure:
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": [mark.money],
        "y": [mark.expected],
        "text": [f"<b>{plotly_text(mark.name)}</b>"],
        "textposition": side,
        "textfont": {**FONT, "size": 13, "color": colour},
        "cliponaxis": False,
        "marker": {"color": colour, "size": 15, "symbol": symbol},
        "hovertext": [f"<b>{plotly_text(mark.name)}</b><br>{plotly_text(mark.hover)}"],
        "hoverinfo": "text",
    }
