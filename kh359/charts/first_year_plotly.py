"""Draws the futures that have met a target, year by year, as a plain Plotly figure."""

from typing import Any

from kh359.charts.first_year_bars import FirstYearBars
from kh359.charts.palette import ASSUMED, GRID, INK, MUTED, PROJECTED, TARGET
from kh359.charts.plotly_text import plotly_text

Figure = dict[str, Any]

_HEIGHT = 260
_FONT = {"family": "Source Sans, sans-serif", "color": INK, "size": 14}
_TICKS = (0, 25, 50, 75, 100)


def first_year_figure(chart: FirstYearBars) -> Figure:
    """Bars by year up to 100 %, hatched where they follow from an assumption."""
    last = chart.bars[-1]
    trace = {
        "type": "bar",
        "x": [bar.year for bar in chart.bars],
        "y": [bar.shown for bar in chart.bars],
        "marker": {
            "color": ASSUMED[3] if chart.assumed else PROJECTED[3],
            "pattern": {"shape": "/" if chart.assumed else "", "size": 5, "solidity": 0.35},
        },
        "hovertext": [bar.hover for bar in chart.bars],
        "hoverinfo": "text",
    }
    return {
        "data": [trace],
        "layout": {
            **_layout(chart.title),
            "xaxis": {
                "automargin": True,
                "dtick": 5,
                "range": [chart.bars[0].year - 1, last.year + 2.5],
                "showgrid": False,
                "zeroline": False,
            },
            "yaxis": {
                "range": [0, 105],
                "tickvals": list(_TICKS),
                "ticktext": [f"{tick}{chart.sign}" for tick in _TICKS],
                "gridcolor": GRID,
                "automargin": True,
            },
            "shapes": [_due(chart.due)],
            "annotations": [
                _words(chart.due_name, chart.due + 0.5, 100, INK, xanchor="right", xshift=-5),
                _words(chart.never, chart.bars[0].year - 0.5, 100, TARGET, xanchor="left"),
                _words(f"<b>{chart.label}</b>", last.year + 0.6, last.shown, INK, xanchor="left"),
            ],
        },
    }


def _due(year: int) -> Figure:
    line = {"color": INK, "width": 1.5, "dash": "dash"}
    x = year + 0.5
    return {"type": "line", "yref": "paper", "x0": x, "x1": x, "y0": 0, "y1": 1, "line": line}


def _words(text: str, x: float, y: float, colour: str, **place: object) -> Figure:
    return {
        "text": text,
        "x": x,
        "y": y,
        "yanchor": "middle",
        "showarrow": False,
        "font": {"color": colour, "size": 13},
        "bgcolor": "#FFFFFF",
        **place,
    }


def _layout(title: str) -> Figure:
    return {
        "title": {
            "text": f"<b>{plotly_text(title)}</b>",
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
