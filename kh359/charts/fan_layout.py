"""The frame of a fan chart in Plotly: axes, legend, break lines, words inside the plot."""

import math
from typing import Any

from kh359.charts.fan import HEADROOM, BreakLine, FanChart
from kh359.charts.palette import ASSUMED, GRID, INK, MUTED
from kh359.charts.plotly_text import plotly_text

Figure = dict[str, Any]

_PLOT_HEIGHT = 340
_TITLE_HEIGHT = 64
_NOTE_HEIGHT = 18
_AXIS_HEIGHT = 46
"""Tick labels and axis title."""
_LEGEND_STEP = 21
_CREDIT_STEP = 15
_LEGEND = {"entrywidth": 0.5, "entrywidthmode": "fraction", "font": {"size": 12.5}}
"""Two columns, whatever the words are."""
_LABEL_STEP = 16
"""Pixels between the labels of breaks, which stand close together."""
_FONT = {"family": "Source Sans, sans-serif", "color": INK, "size": 14}
_INSIDE = {"xref": "paper", "yref": "paper", "showarrow": False, "bgcolor": "#FFFFFF"}


def fan_layout(chart: FanChart, entries: int) -> Figure:
    """The frame as Plotly reads it; `entries` is the number of lines of the legend."""
    low = min(0.0, chart.floor) if chart.floor is not None else None
    legend = _LEGEND_STEP * math.ceil(entries / 2)
    above = _TITLE_HEIGHT + _LABEL_STEP * max(0, len(chart.breaks) - 1)
    above += _NOTE_HEIGHT if chart.note else 0
    below = _AXIS_HEIGHT + legend + _CREDIT_STEP * len(chart.credit) + 14
    return {
        "font": _FONT,
        "title": _title(chart),
        "height": above + _PLOT_HEIGHT + below,
        "margin": {"l": 70, "r": 30, "t": above, "b": below},
        "modebar": {"color": MUTED, "activecolor": INK, "bgcolor": "#FFFFFF"},
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
        "legend": {
            "orientation": "h",
            "x": 0,
            "y": -_AXIS_HEIGHT / _PLOT_HEIGHT,
            "yanchor": "top",
            **_LEGEND,
        },
        "shapes": [_break_shape(line.at) for line in chart.breaks],
        "annotations": [*_annotations(chart), _credit(chart, _AXIS_HEIGHT + legend + 8)],
    }


def _title(chart: FanChart) -> Figure:
    """The name of the indicator and what the chart supposes, so that a picture says both."""
    style = f"font-size: 13px; color: {ASSUMED[3]}"
    note = f'<br><span style="{style}">{chart.note}</span>' if chart.note else ""
    place = {"x": 0, "xref": "paper", "xanchor": "left", "y": 1, "yref": "container"}
    return {
        **place,
        "yanchor": "top",
        # Plotly counts from the last line, so a second one must be made room for.
        "pad": {"t": 8 + (_NOTE_HEIGHT if chart.note else 0)},
        "text": f"<b>{plotly_text(chart.title)}</b>{note}",
        "font": {"size": 17, "color": INK},
    }


def _credit(chart: FanChart, below: int) -> Figure:
    """Sources below the legend, `below` pixels under the plot."""
    return {
        "xref": "paper",
        "yref": "paper",
        "x": 0,
        "xanchor": "left",
        "xshift": -50,
        "y": 0,
        "yanchor": "top",
        "yshift": -below,
        "align": "left",
        "showarrow": False,
        "text": "<br>".join(chart.credit),
        "font": {"size": 11, "color": MUTED},
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
        # Targets rise or stay: the lower right corner is the one that hides none of them.
        corner = {"x": 0.99, "xanchor": "right", "y": 0.04, "yanchor": "bottom"}
        notes.append({**_INSIDE, **corner, "text": text, "font": font})
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
