"""The points and names of a scenario chart: figures, targets, and whose line ends where."""

from textwrap import wrap
from typing import Any

from kh359.charts.fan import Marks, TargetMark
from kh359.charts.palette import MUTED, REGION_COLOURS, TARGET
from kh359.charts.plotly_text import plotly_text
from kh359.charts.scenario_fan import LAST_YEAR, ScenarioFan
from kh359.charts.scenario_frame import FONT, HALO, spread
from kh359.charts.scenario_look import Look

Trace = dict[str, Any]

LABEL_WIDTH = 19
"""Letters of a line in the margin right of the plot."""
LABEL_GAP = 0.062
"""Least distance of two labels of one line each at the right end, as a share of the axis."""
_SHAPES = {
    "qn_old": "circle",
    "kon_tum": "square",
    "qn_new": "triangle-up",
    "vietnam": "cross",
    "assumed": "star",
}


def observed_traces(marks: tuple[Marks, ...]) -> list[Trace]:
    """All figures in one trace, each with the shape of its region."""
    shown = [(group, point) for group in marks for point in group.points]
    if not shown:
        return []
    return [
        {
            "type": "scatter",
            "mode": "markers",
            "x": [point.year for _, point in shown],
            "y": [point.value for _, point in shown],
            "marker": {
                "symbol": [_SHAPES[g.region] + ("-open" if g.hollow else "") for g, _ in shown],
                "size": [10 if group.fitted else 8 for group, _ in shown],
                "color": [REGION_COLOURS.get(group.region, MUTED) for group, _ in shown],
                "line": {"width": 1.2},
            },
            "hovertext": [f"{plotly_text(g.name)}<br>{point.hover}" for g, point in shown],
            "hoverinfo": "text",
        }
    ]


def target_traces(chart: ScenarioFan) -> list[Trace]:
    """Diamonds with their numbers; a range is a bar between its ends."""
    if not chart.targets:
        return []
    points: Trace = {
        "type": "scatter",
        "mode": "markers+text",
        "x": [mark.year for mark in chart.targets],
        "y": [mark.low for mark in chart.targets],
        "text": [f"<b>{mark.label}</b>" for mark in chart.targets],
        "textposition": [_label_side(chart, mark) for mark in chart.targets],
        "textfont": {"color": TARGET, "size": 13, "shadow": HALO},
        "cliponaxis": False,
        "marker": {
            "symbol": "diamond",
            "size": 11,
            "color": TARGET,
            "line": {"color": "#FFFFFF", "width": 1},
        },
        "hovertext": [mark.hover for mark in chart.targets],
        "hoverinfo": "text",
    }
    if any(mark.high is not None for mark in chart.targets):
        points["error_y"] = {
            "type": "data",
            "symmetric": False,
            "array": [(m.high or m.low) - m.low for m in chart.targets],
            "arrayminus": [0.0 for _ in chart.targets],
            "color": TARGET,
            "thickness": 2.5,
            "width": 5,
        }
    return [points]


def _label_side(chart: ScenarioFan, mark: TargetMark) -> str:
    """Below the target where a figure or a second target stands just above it."""
    above = [p.value for group in chart.marks for p in group.points if p.year == mark.year]
    above += [other.low for other in chart.targets if other.year == mark.year]
    crowded = any(0 < value - mark.low < 0.12 * chart.top for value in above)
    return "bottom left" if crowded else "top left" if mark.year == LAST_YEAR else "top center"


def end_labels(chart: ScenarioFan, looks: dict[int, Look]) -> list[Trace]:
    """The name of each scenario beside the end of its line; close ones move apart."""
    if not chart.strands:
        return []
    low, high = chart.span
    names = [end_name(strand.name, looks[strand.slot]) for strand in chart.strands]
    gap = LABEL_GAP * (high - low) * (2 if any("<br>" in name for name in names) else 1)
    ends = [strand.median[-1] for strand in chart.strands]
    return [
        {
            "type": "scatter",
            "mode": "text",
            "x": [LAST_YEAR + 0.4 for _ in names],
            "y": spread(ends, gap, low + gap / 2, high - gap / 2),
            "text": names,
            "textposition": "middle right",
            "textfont": {
                **FONT,
                "size": 13,
                "color": [looks[strand.slot].line for strand in chart.strands],
            },
            "cliponaxis": False,
            "hoverinfo": "skip",
        }
    ]


def end_name(name: str, look: Look | None = None) -> str:
    """Symbol and as much of a name as fits beside the plot in two lines."""
    text = f"{look.glyph} {name}" if look else name
    lines = wrap(text, LABEL_WIDTH, max_lines=2, placeholder="…")
    return "<br>".join(plotly_text(line) for line in lines)
