"""Draws the year in which a target is first met as a plain Plotly figure."""

from typing import Any

from kh359.charts.first_year_bars import FirstYearBars, YearBar
from kh359.charts.palette import ASSUMED, GRID, INK, MUTED, PROJECTED, TARGET
from kh359.charts.plotly_text import plotly_text

Figure = dict[str, Any]

_HEIGHT = 260
_FONT = {"family": "Source Sans, sans-serif", "color": INK, "size": 14}
_HEADROOM = 1.18
_LEAST_TOP = 10
"""The axis ends here at least, so that a few percent do not look like much."""


def first_year_figure(chart: FirstYearBars) -> Figure:
    """Bars by year, hatched where they follow from an assumption; a line at the year due."""
    colour = ASSUMED[3] if chart.assumed else PROJECTED[3]
    names = [plotly_text(bar.name) for bar in chart.bars]
    trace = {
        "type": "bar",
        "x": names,
        "y": [bar.shown for bar in chart.bars],
        "text": [bar.label for bar in chart.bars],
        "textposition": "outside",
        "textangle": 0,
        "cliponaxis": False,
        "marker": {
            "color": [_colour(bar, colour) for bar in chart.bars],
            "pattern": {"shape": "/" if chart.assumed else "", "size": 5, "solidity": 0.35},
        },
        "hovertext": [bar.hover for bar in chart.bars],
        "hoverinfo": "text",
    }
    top = _HEADROOM * max(_LEAST_TOP, *(bar.shown for bar in chart.bars))
    return {
        "data": [trace],
        "layout": {
            **_layout(chart),
            "xaxis": {
                "type": "category",
                "automargin": True,
                "tickvals": [n for n in names if not n.isdigit() or int(n) % 5 == 0],
                "showgrid": False,
            },
            "yaxis": {
                "title": {"text": chart.share_title, "standoff": 6, "font": _FONT},
                "range": [0, top],
                "ticksuffix": chart.sign,
                "nticks": 5,
                "gridcolor": GRID,
                "automargin": True,
            },
            "shapes": [_due(chart)] if chart.due in names else [],
            "annotations": [_due_name(chart)] if chart.due in names else [],
        },
    }


def _colour(bar: YearBar, colour: str) -> str:
    return TARGET if bar.is_never else colour


def _due(chart: FirstYearBars) -> Figure:
    line = {"color": INK, "width": 1.5, "dash": "dash"}
    return {
        "type": "line",
        "yref": "paper",
        "x0": chart.due,
        "x1": chart.due,
        "y0": 0,
        "y1": 1,
        "line": line,
    }


def _due_name(chart: FirstYearBars) -> Figure:
    return {
        "x": chart.due,
        "y": 1,
        "yref": "paper",
        "xanchor": "right",
        "yanchor": "top",
        "xshift": -4,
        "text": chart.due_name,
        "showarrow": False,
        "font": {"color": INK, "size": 12},
    }


def _layout(chart: FirstYearBars) -> Figure:
    return {
        "title": {
            "text": f"<b>{plotly_text(chart.title)}</b>",
            "font": {**_FONT, "size": 15},
            "x": 0,
            "xanchor": "left",
            "yref": "container",
            "y": 0.98,
            "yanchor": "top",
        },
        "font": _FONT,
        "height": _HEIGHT,
        "margin": {"l": 10, "r": 24, "t": 40, "b": 10},
        "paper_bgcolor": "#FFFFFF",
        "plot_bgcolor": "#FFFFFF",
        "bargap": 0.15,
        "showlegend": False,
        "hoverlabel": {"align": "left", "bgcolor": "#FFFFFF", "font": _FONT, "bordercolor": MUTED},
    }
