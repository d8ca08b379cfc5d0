"""The frame of a fan chart in Plotly: axes, legend, break lines, words inside the plot."""

import math
from typing import Any

from kh359.charts.fan import HEADROOM, BreakLine, FanChart
from kh359.charts.palette import ASSUMED, GRID, INK, MUTED

Figure = dict[str, Any]

_PLOT_HEIGHT = 450
_LEGEND_STEP = 20
_LEGEND = {"entrywidth": 0.5, "entrywidthmode": "fraction", "font": {"size": 12.5}}
"""Two columns, whatever the words are."""
_LABEL_STEP = 16
"""Pixels between the labels of breaks, which stand close together."""
_FONT = {"family": "Source Sans, sans-serif", "color": INK, "size": 14}
_INSIDE = {"xref": "paper", "yref": "paper", "showarrow": False, "bgcolor": "#FFFFFF"}


def fan_layout(chart: FanChart, entries: int) -> Figure:
    """The frame as Plotly reads it; `entries` is the number of lines of the legend."""
    low = min(0.0, chart.floor) if chart.floor is not None else None
    return {
        "font": _FONT,
        "height": _PLOT_HEIGHT + _LEGEND_STEP * math.ceil(entries / 2),
        "margin": {
            "l": 70,
            "r": 30,
            "t": 40 + _LABEL_STEP * max(0, len(chart.breaks) - 1),
            "b": 40,
        },
        "separators": ",." if chart.decimal_comma else ".,",
        "paper_bgcolor": "#FFFFFF",
        "plot_bgcolor": "#FFFFFF",
        "hovermode": "closest",
        "hoverlabel": {"align": "left", "bgcolor": "#FFFFFF", "font": _FONT, "bordercolor": MUTED},
        "xaxis": {
            "title": {"text": chart.year_title, "standoff": 4, "font": _FONT},
            "range": [chart.first_year - 1, 2046.5],
            "dtick": 5,
            "tick0": 2000,
            "tickformat": "d",
            "ticks": "outside",
            "tickcolor": GRID,
            "gridcolor": GRID,
            "zeroline": False,
        },
        "yaxis": {
            "title": {"text": chart.unit, "standoff": 8, "font": _FONT},
            "range": [low if low is not None else None, HEADROOM * chart.top],
            "gridcolor": GRID,
            "zerolinecolor": GRID,
            "rangemode": "normal",
        },
        "legend": {"orientation": "h", "x": 0, "y": -0.14, "yanchor": "top", **_LEGEND},
        "shapes": [_break_shape(line.at) for line in chart.breaks],
        "annotations": _annotations(chart),
    }


def _break_shape(at: float) -> Figure:
    return {
        "type": "line",
        "xref": "x",
        "yref": "paper",
        "x0": at,
        "x1": at,
        "y0": 0,
        "y1": 1,
        "line": {"color": MUTED, "width": 1.2, "dash": "dot"},
    }


def _annotations(chart: FanChart) -> list[Figure]:
    lines = reversed(chart.breaks)
    notes = [_break_label(line, row) for row, line in enumerate(lines)]
    if chart.message:
        font = {"size": 18, "color": MUTED}
        text = f"<b>{chart.message}</b>"
        notes.append({**_INSIDE, "x": 0.5, "y": 0.25, "text": text, "font": font})
    if chart.is_cut:
        font = {"size": 12, "color": MUTED}
        corner = {"x": 1, "xanchor": "right", "y": 0.995, "yanchor": "top"}
        notes.append({**_INSIDE, **corner, "text": chart.cut_note, "font": font})
    if chart.stamp:
        notes.append(_stamp(chart.stamp))
    return notes


def _break_label(line: BreakLine, row: int) -> Figure:
    return {
        "xref": "x",
        "yref": "paper",
        "x": line.at,
        "xanchor": "left",
        "y": 1.0,
        "yanchor": "bottom",
        "yshift": _LABEL_STEP * row,
        "text": line.label,
        "showarrow": False,
        "font": {"color": MUTED, "size": 12},
    }


def _stamp(text: str) -> Figure:
    """Above the plot's right end, where it hides no figure."""
    return {
        **_INSIDE,
        "x": 1,
        "xanchor": "right",
        "y": 1.0,
        "yanchor": "bottom",
        "yshift": 4,
        "text": f"<b>{text}</b>",
        "font": {"size": 16, "color": ASSUMED[3]},
        "bordercolor": ASSUMED[3],
        "borderwidth": 1.5,
        "borderpad": 4,
    }
