"""Draws a fan chart as a plain Plotly figure (a dict: building go.Figure costs five times more)."""

from typing import Any

from kh359.charts.fan import Fan, FanChart, Marks, Path, TargetMark
from kh359.charts.fan_layout import fan_layout
from kh359.charts.palette import ASSUMED, PEER, PROJECTED, REGION_COLOURS, REQUIRED, TARGET

Figure = dict[str, Any]
Trace = dict[str, Any]

SHAPES = {
    "qn_old": "circle",
    "kon_tum": "square",
    "qn_new": "triangle-up",
    "vietnam": "cross",
    "assumed": "star",
}
_HALO = ", ".join(["0 0 3px #FFFFFF"] * 4)
"""Keeps a label readable on a dark band."""


def fan_figure(chart: FanChart) -> Figure:
    """The whole chart: data and layout as Plotly reads them."""
    traces: list[Trace] = []
    if chart.peers:
        traces.append(_peer_trace(chart.peers))
    if chart.fan:
        traces += _fan_traces(chart.fan)
    if chart.observed_line:
        traces.append(_line_trace(chart.observed_line, PROJECTED[3], "solid"))
    if chart.required:
        traces.append(_line_trace(chart.required, REQUIRED, "dash"))
    traces += [_mark_trace(marks) for marks in chart.marks]
    if chart.marks:
        traces.append(_hover_trace(chart.marks))
    traces += _target_traces(chart)
    entries = sum(trace.get("showlegend", True) for trace in traces)
    return {"data": traces, "layout": fan_layout(chart, entries)}


def _fan_traces(fan: Fan) -> list[Trace]:
    colours = ASSUMED if fan.assumed else PROJECTED
    start = [fan.anchor] if fan.anchor else []
    years = [year for year, _ in start] + list(fan.years)
    lead = [value for _, value in start]
    traces: list[Trace] = []
    for band, colour in zip(fan.bands, colours, strict=False):
        upper, lower = lead + list(band.high), lead + list(band.low)
        trace: Trace = {
            "type": "scatter",
            "mode": "lines",
            "name": band.name,
            "x": years + years[::-1],
            "y": upper + lower[::-1],
            "fill": "toself",
            "fillcolor": colour,
            "line": {"color": colour, "width": 0},
            "hoverinfo": "skip",
        }
        if fan.assumed:
            trace["line"] = {"color": colours[3], "width": 1, "dash": "dash"}
            trace["fillpattern"] = {
                "shape": "/",
                "size": 8,
                "solidity": 0.12,
                "fgcolor": colours[3],
                "bgcolor": colour,
                "fillmode": "replace",
            }
        traces.append(trace)
    return [*traces, *_median_traces(fan, colours[3])]


def _median_traces(fan: Fan, colour: str) -> list[Trace]:
    """The median, and the way to it from the anchor, which leaves the anchor's point its hover."""
    line = {"color": colour, "width": 2.5, "dash": "dash" if fan.assumed else "solid"}
    look: Trace = {"type": "scatter", "mode": "lines", "line": line}
    median: Trace = {
        **look,
        "name": fan.median_name,
        "x": list(fan.years),
        "y": list(fan.median),
        "hovertext": list(fan.hovers),
        "hoverinfo": "text",
    }
    if fan.anchor is None:
        return [median]
    year, value = fan.anchor
    lead: Trace = {
        **look,
        "x": [year, fan.years[0]],
        "y": [value, fan.median[0]],
        "showlegend": False,
        "hoverinfo": "skip",
    }
    return [lead, median]


def _line_trace(path: Path, colour: str, dash: str) -> Trace:
    return {
        "type": "scatter",
        "mode": "lines",
        "name": path.name,
        "x": list(path.years),
        "y": list(path.values),
        "line": {"color": colour, "width": 1.5, "dash": dash},
        "hoverinfo": "skip",
    }


def _mark_trace(marks: Marks) -> Trace:
    colour = REGION_COLOURS.get(marks.region, ASSUMED[3])
    shape = SHAPES[marks.region] + ("-open" if marks.hollow else "")
    return {
        "type": "scatter",
        "mode": "markers",
        "name": marks.name,
        "x": [point.year for point in marks.points],
        "y": [point.value for point in marks.points],
        "marker": {
            "symbol": shape,
            "size": 11 if marks.fitted else 9,
            "color": colour,
            "opacity": 1 if marks.fitted else 0.75,
            "line": {"color": colour if marks.hollow else "#FFFFFF", "width": 1.5},
        },
        "hovertext": [point.hover for point in marks.points],
        "hoverinfo": "text",
    }


def _hover_trace(marks: tuple[Marks, ...]) -> Trace:
    """Unseen points on the province's own marks: Plotly gives a small neighbour the hover first."""
    points = [point for group in marks for point in group.points]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [point.year for point in points],
        "y": [point.value for point in points],
        "marker": {"size": 4, "opacity": 0},
        "hovertext": [point.hover for point in points],
        "hoverinfo": "text",
        "showlegend": False,
    }


def _peer_trace(peers: Marks) -> Trace:
    return {
        "type": "scatter",
        "mode": "markers",
        "name": peers.name,
        "x": [point.year for point in peers.points],
        "y": [point.value for point in peers.points],
        "marker": {"symbol": "circle", "size": 5, "color": PEER},
        "hovertext": [point.hover for point in peers.points],
        "hoverinfo": "text",
    }


def _target_traces(chart: FanChart) -> list[Trace]:
    if not chart.targets:
        return []
    marker = {"symbol": "diamond", "size": 12, "color": TARGET}
    points: Trace = {
        "type": "scatter",
        "mode": "markers+text",
        "name": chart.target_name,
        "x": [mark.year for mark in chart.targets],
        "y": [mark.low for mark in chart.targets],
        "text": [f"<b>{mark.label}</b>" for mark in chart.targets],
        "textposition": [_label_side(chart, mark) for mark in chart.targets],
        "textfont": {"color": TARGET, "size": 13, "shadow": _HALO},
        "cliponaxis": False,
        "marker": {**marker, "line": {"color": "#FFFFFF", "width": 1}},
        "hovertext": [mark.hover for mark in chart.targets],
        "hoverinfo": "text",
    }
    ranges = [
        {
            "type": "scatter",
            "mode": "lines+markers",
            "x": [mark.year, mark.year],
            "y": [mark.low, mark.high],
            "line": {"color": TARGET, "width": 3},
            "marker": {"symbol": "diamond", "size": 8, "color": TARGET},
            "showlegend": False,
            "hoverinfo": "skip",
        }
        for mark in chart.targets
        if mark.high is not None
    ]
    return [*ranges, points]


def _label_side(chart: FanChart, mark: TargetMark) -> str:
    """Below the target where an observed figure or a second target stands just above it."""
    above = [p.value for marks in chart.marks for p in marks.points if p.year == mark.year]
    above += [other.low for other in chart.targets if other.year == mark.year]
    crowded = any(0 <= value - mark.low < 0.12 * chart.top for value in above if value != mark.low)
    return "bottom center" if crowded else "top center"
