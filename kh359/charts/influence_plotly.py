"""Draws the charts of influence as plain Plotly figures: one row an input, longest on top."""

from collections.abc import Sequence
from textwrap import wrap
from typing import Any

from kh359.charts.influence import (
    ContributionChart,
    InfluenceFrame,
    SobolChart,
    TornadoBar,
    TornadoChart,
)
from kh359.charts.palette import INK, MUTED, PEER, PROJECTED
from kh359.charts.plotly_text import plotly_text
from kh359.charts.scenario_frame import FONT, axis, framed, message_note

Figure = dict[str, Any]

_ROW, _LEAST_HEIGHT = 52, 120
"""Pixels of a row, and of a chart without any."""
_LEFT = 310
"""Room for the names, in pixels; a name wraps to fit it."""
_NAME_WIDTH = 42
_LEGEND = 42
_LOW_COLOUR, _HIGH_COLOUR = "#E0A526", PROJECTED[3]
_UP, _DOWN = "#007A5E", "#B5420A"
_LEAST_SPAN = 1.0
"""Percentage points to each side that a tornado shows at least: a trifle must look like one."""


def tornado_figure(chart: TornadoChart) -> Figure:
    """Two bars a row from the present probability; the inputs' values at their ends."""
    bars = chart.bars
    rows = list(range(len(bars)))
    traces = [
        _half(chart.low_name, rows, [bar.low for bar in bars], bars, _LOW_COLOUR),
        _half(chart.high_name, rows, [bar.high for bar in bars], bars, _HIGH_COLOUR),
    ]
    widest = max([_LEAST_SPAN, *(abs(v) for bar in bars for v in (bar.low, bar.high))])
    layout = _layout(chart.frame, [(bar.name, bar.detail) for bar in bars], legend=True)
    layout["xaxis"] |= {"range": [-1.15 * widest, 1.15 * widest], "zeroline": True}
    layout["barmode"] = "overlay"
    return {"data": traces if bars else [], "layout": layout}


def _half(
    name: str, rows: list[int], values: list[float], bars: Sequence[TornadoBar], colour: str
) -> Figure:
    return {
        "type": "bar",
        "orientation": "h",
        "name": name,
        "y": rows,
        "x": values,
        "width": 0.55,
        "marker": {"color": colour},
        "hovertext": [bar.hover for bar in bars],
        "hoverinfo": "text",
    }


def sobol_figure(chart: SobolChart) -> Figure:
    """Total behind, alone in front, each with its interval."""
    bars = chart.bars
    rows = list(range(len(bars)))
    look: Figure = {"type": "bar", "orientation": "h", "hoverinfo": "text"}
    look["hovertext"] = [bar.hover for bar in bars]
    total: Figure = {
        **look,
        "name": chart.total_name,
        "y": [row + 0.2 for row in rows],
        "x": [max(0.0, bar.total) for bar in bars],
        "width": 0.34,
        "marker": {"color": PROJECTED[1]},
        "error_x": _interval([bar.total_margin for bar in bars]),
    }
    first: Figure = {
        **look,
        "name": chart.first_name,
        "y": [row - 0.2 for row in rows],
        "x": [max(0.0, bar.first) for bar in bars],
        "width": 0.34,
        "marker": {"color": PROJECTED[3]},
        "error_x": _interval([bar.first_margin for bar in bars]),
    }
    layout = _layout(chart.frame, [(bar.name, bar.detail) for bar in bars], legend=True)
    most = max([1.0, *(bar.total + bar.total_margin for bar in bars)])
    layout["xaxis"] |= {"range": [0, 1.05 * most]}
    layout["barmode"] = "overlay"
    return {"data": [first, total] if bars else [], "layout": layout}


def _interval(margins: list[float]) -> Figure:
    return {"type": "data", "array": margins, "color": MUTED, "thickness": 1.2, "width": 3}


def contribution_figure(chart: ContributionChart) -> Figure:
    """Wholes from 0 in grey and blue, changes hanging between them with their numbers."""
    steps = chart.steps
    colours = [
        (PEER if i == 0 else PROJECTED[3]) if step.is_whole else _colour(step.end - step.start)
        for i, step in enumerate(steps)
    ]
    lows = [min(step.start, step.end) for step in steps]
    sizes = [abs(step.end - step.start) for step in steps]
    bars: Figure = {
        "type": "bar",
        "orientation": "h",
        "y": list(range(len(steps))),
        "base": lows,
        "x": sizes,
        "width": 0.6,
        "marker": {"color": colours},
        "hoverinfo": "skip",
    }
    labels: Figure = {
        "type": "scatter",
        "mode": "text",
        "y": list(range(len(steps))),
        "x": [low + size for low, size in zip(lows, sizes, strict=True)],
        "text": [f" <b>{step.label}</b>" for step in steps],
        "textposition": "middle right",
        "cliponaxis": False,
        "hoverinfo": "skip",
    }
    layout = _layout(chart.frame, [(step.name, "") for step in steps], legend=False)
    most = max([step.end for step in steps] + [step.start for step in steps] + [1e-9])
    layout["xaxis"] |= {"range": [0, 1.15 * most]}
    return {"data": [bars, labels] if steps else [], "layout": layout}


def _colour(change: float) -> str:
    return _UP if change >= 0 else _DOWN


def _layout(frame: InfluenceFrame, names: list[tuple[str, str]], *, legend: bool) -> Figure:
    height = max(_LEAST_HEIGHT, _ROW * len(names))
    layout = framed(
        title=frame.title,
        notes=frame.notes,
        height=height,
        left=_LEFT if names else 20,
        right=24,
        below=52,
        decimal_comma=frame.decimal_comma,
        key="influence",
    )
    layout["xaxis"] = axis(frame.value_title, (0, 1), zerolinecolor=INK)
    layout["yaxis"] = axis(
        "",
        (len(names) - 0.4, -0.6),
        tickvals=list(range(len(names))),
        ticktext=[_name(name, detail) for name, detail in names],
        showgrid=False,
        tickfont={**FONT, "size": 13},
        ticklabelstandoff=6,
    )
    layout["bargap"] = 0.3
    if legend and names:
        layout |= {
            "showlegend": True,
            "legend": {"orientation": "h", "x": 0, "y": 1.0, "yanchor": "bottom", "font": FONT},
        }
        layout["margin"]["t"] += _LEGEND
        layout["height"] += _LEGEND
    if frame.message:
        layout["annotations"].append(message_note(plotly_text(frame.message)))
    return layout


def _name(name: str, detail: str) -> str:
    """The name in one or two lines; below it what it ranges over."""
    lines = wrap(name, _NAME_WIDTH, max_lines=2, placeholder="…")
    small = f'<span style="font-size: 11px; color: {MUTED}">{plotly_text(detail)}</span>'
    return "<br>".join([*map(plotly_text, lines), *([small] if detail else [])])
