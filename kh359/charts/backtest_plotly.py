"""Draws the charts of the reliability page as plain Plotly figures."""

from typing import Any

from kh359.charts.coverage_bars import CoverageBars
from kh359.charts.palette import GRID, INK, MUTED, PEER, PROJECTED, TARGET
from kh359.charts.peer_bars import PeerBars
from kh359.charts.plotly_text import plotly_text
from kh359.charts.reliability_diagram import ReliabilityDiagram
from kh359.charts.skill_bars import LOWEST, SkillBars
from kh359.locale.number import MINUS

Figure = dict[str, Any]

_HEIGHT = 340
_ROW, _FRAME = 27, 105
"""Pixels of one horizontal bar, and of what stands around them."""
_FONT = {"family": "Source Sans, sans-serif", "color": INK, "size": 14}
_SMALLEST, _LARGEST = 7, 22
"""Diameters of a spot, in pixels."""
_HALO = ", ".join(["0 0 3px #FFFFFF"] * 4)
"""Keeps a label readable on a line."""
_COVERAGE_COLOURS = (PROJECTED[3], PROJECTED[1])


def reliability_figure(diagram: ReliabilityDiagram) -> Figure:
    """Spots on a square; the area of a spot tells how many targets stand behind it."""
    most = max((spot.n for spot in diagram.spots), default=1)
    sizes = [max(_SMALLEST, _LARGEST * (spot.n / most) ** 0.5) for spot in diagram.spots]
    diagonal = {
        "type": "scatter",
        "mode": "lines",
        "name": diagram.diagonal_name,
        "x": [0, 100],
        "y": [0, 100],
        "line": {"color": MUTED, "width": 1.5, "dash": "dash"},
        "hoverinfo": "skip",
    }
    spots = {
        "type": "scatter",
        "mode": "lines+markers",
        "name": diagram.spots_name,
        "x": [spot.given for spot in diagram.spots],
        "y": [spot.happened for spot in diagram.spots],
        "line": {"color": PROJECTED[2], "width": 1.5},
        "marker": {"size": sizes, "color": PROJECTED[3], "opacity": 1},
        "hovertext": [spot.hover for spot in diagram.spots],
        "hoverinfo": "text",
    }
    share = {"range": [-3, 103], **_ticks((0, 25, 50, 75, 100), diagram.sign)}
    layout = _layout(diagram.title, _HEIGHT)
    layout["xaxis"] |= {**share, "title": _title(diagram.given_title)}
    layout["yaxis"] |= {**share, "title": _title(diagram.happened_title)}
    return {"data": [diagonal, spots], "layout": layout}


def coverage_figure(bars: CoverageBars) -> Figure:
    """Bars by years ahead; a dashed line at every promise."""
    traces: list[Figure] = [
        {
            "type": "bar",
            "name": series.name,
            "x": list(bars.spans),
            "y": list(series.kept),
            "text": list(series.labels),
            "textposition": "inside",
            "insidetextanchor": "middle",
            "textangle": 0,
            "marker": {"color": colour},
            "hovertext": list(series.hovers),
            "hoverinfo": "text",
        }
        for series, colour in zip(bars.series, _COVERAGE_COLOURS, strict=True)
    ]
    layout = _layout(bars.title, _HEIGHT)
    layout["xaxis"] |= {"title": _title(bars.span_title), "type": "category"}
    layout["yaxis"] |= {
        "title": _title(bars.kept_title),
        "range": [0, 105],
        **_ticks((0, 20, 40, 60, 80, 95), bars.sign),
    }
    layout["shapes"] = [_level(series.promised) for series in bars.series]
    return {"data": traces, "layout": layout}


def skill_figure(bars: SkillBars) -> Figure:
    """Horizontal bars, best on top, the default darkest."""
    trace = {
        "type": "bar",
        "orientation": "h",
        "y": [bar.name for bar in bars.bars],
        "x": [bar.shown for bar in bars.bars],
        "text": [bar.label for bar in bars.bars],
        "textposition": "outside",
        "cliponaxis": False,
        "marker": {"color": [PROJECTED[3] if bar.is_default else PEER for bar in bars.bars]},
        "hovertext": [bar.hover for bar in bars.bars],
        "hoverinfo": "text",
    }
    layout = _layout(bars.title, _FRAME + _ROW * len(bars.bars), legend=False)
    least = min((bar.shown for bar in bars.bars), default=0.0)
    low = 100 * LOWEST - 20 if least < 0 else 0
    layout["xaxis"] |= {
        "title": _title(bars.skill_title),
        "range": [low, 75],
        **_ticks((-50, -25, 0, 25, 50), bars.sign),
        "zeroline": True,
        "zerolinecolor": INK,
    }
    layout["yaxis"] |= {"autorange": "reversed", "automargin": True, "showgrid": False}
    return {"data": [trace], "layout": layout}


def peer_figure(bars: PeerBars) -> Figure:
    """Horizontal bars, highest on top, the own province in the plan's dark blue."""
    trace = {
        "type": "bar",
        "orientation": "h",
        "y": [plotly_text(bar.name) for bar in bars.bars],
        "x": [bar.value for bar in bars.bars],
        "text": [f"<b>{bar.label}</b>" if bar.is_own else bar.label for bar in bars.bars],
        "textposition": "outside",
        "textfont": {"shadow": _HALO},
        "cliponaxis": False,
        "marker": {"color": [PROJECTED[3] if bar.is_own else PEER for bar in bars.bars]},
        "hovertext": [bar.hover for bar in bars.bars],
        "hoverinfo": "text",
    }
    layout = _layout(bars.title, _FRAME + _ROW * len(bars.bars), legend=False)
    highest = max(bar.value for bar in bars.bars)
    layout["separators"] = ",." if bars.decimal_comma else ".,"
    layout["xaxis"] |= {"title": _title(bars.unit), "range": [0, 1.15 * highest]}
    layout["yaxis"] |= {"autorange": "reversed", "automargin": True, "showgrid": False}
    layout["shapes"] = [_upright(bars.median)]
    layout["annotations"] = [
        {
            "x": bars.median,
            "xref": "x",
            "y": 1,
            "yref": "paper",
            "yanchor": "bottom",
            "text": bars.median_name,
            "showarrow": False,
            "font": {"color": TARGET, "size": 12},
        }
    ]
    return {"data": [trace], "layout": layout}


def _title(text: str) -> Figure:
    return {"text": text, "standoff": 6, "font": _FONT}


def _ticks(values: tuple[int, ...], sign: str) -> Figure:
    """Ticks written out, with the language's percent sign and a true minus."""
    texts = [f"{value}{sign}".replace("-", MINUS) for value in values]
    return {"tickvals": list(values), "ticktext": texts}


def _level(y: float) -> Figure:
    line = {"color": TARGET, "width": 1.5, "dash": "dash"}
    return {"type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": y, "y1": y, "line": line}


def _upright(x: float) -> Figure:
    line = {"color": TARGET, "width": 1.5, "dash": "dash"}
    return {
        "type": "line",
        "yref": "paper",
        "x0": x,
        "x1": x,
        "y0": 0,
        "y1": 1,
        "line": line,
        "layer": "below",
    }


def _layout(title: str, height: int, *, legend: bool = True) -> Figure:
    axis = {"gridcolor": GRID, "zeroline": False}
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
        "height": height,
        "margin": {"l": 10, "r": 24, "t": 70 if legend else 52, "b": 10},
        "paper_bgcolor": "#FFFFFF",
        "plot_bgcolor": "#FFFFFF",
        "bargap": 0.25,
        "hoverlabel": {"align": "left", "bgcolor": "#FFFFFF", "font": _FONT, "bordercolor": MUTED},
        "xaxis": {**axis, "automargin": True},
        "yaxis": {**axis, "automargin": True},
        "showlegend": legend,
        "legend": {"orientation": "h", "x": 0, "y": 1.0, "yanchor": "bottom"},
    }
