"""Draws the chart of one indicator under several scenarios as a plain Plotly figure."""

from textwrap import wrap
from typing import Any

from kh359.charts.fan import HEADROOM, Marks, TargetMark
from kh359.charts.palette import MUTED, REGION_COLOURS, REQUIRED, TARGET
from kh359.charts.plotly_text import plotly_text
from kh359.charts.scenario_fan import ScenarioFan, Strand
from kh359.charts.scenario_frame import (
    FONT,
    HALO,
    axis,
    corner_note,
    framed,
    look_of,
    message_note,
    spread,
    stamp,
)
from kh359.charts.scenario_look import Look

Figure = dict[str, Any]
Trace = dict[str, Any]

HEIGHT = 300
"""Pixels of the plot."""
LAST_YEAR = 2045
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


def scenario_fan_figure(chart: ScenarioFan) -> Figure:
    """Bands (the first scenario's below), medians with their names, figures, targets."""
    looks = {strand.slot: look_of(strand.slot, has_baseline=True) for strand in chart.strands}
    traces = [trace for strand in chart.strands for trace in _bands(strand, looks[strand.slot])]
    traces += required_traces(chart)
    # The last scenario is drawn first, so that the baseline shows on top where they coincide.
    upward = chart.strands[::-1]
    traces += [median_trace(chart, strand, looks[strand.slot]) for strand in upward]
    traces += [_edges(strand, looks[strand.slot]) for strand in chart.strands[:-1]]
    traces += [*observed_traces(chart.marks), *target_traces(chart)]
    traces += end_labels(chart, looks)
    return {"data": traces, "layout": fan_frame(chart)}


def fan_frame(chart: ScenarioFan) -> Figure:
    """Axes, title, and the words inside the plot."""
    layout = framed(
        title=chart.title,
        notes=chart.notes,
        height=HEIGHT,
        left=72,
        right=128 if chart.strands else 24,
        below=44,
        decimal_comma=chart.decimal_comma,
        key=chart.key,
    )
    years = (chart.first_year - 1, LAST_YEAR + 0.6)
    layout["xaxis"] = axis(chart.year_title, years, dtick=5, tick0=2000, tickformat="d")
    layout["yaxis"] = axis(chart.unit, _span(chart), nticks=5, tickformat=",~f")
    if chart.message:
        layout["annotations"].append(message_note(chart.message))
    if chart.is_cut:
        layout["annotations"].append(corner_note(chart.cut_note))
    if chart.stamp:
        layout["annotations"].append(stamp(chart.stamp))
    return layout


def _span(chart: ScenarioFan) -> tuple[float, float]:
    low = min(0.0, chart.floor) if chart.floor is not None else 0.0
    lowest = min((v for s in chart.strands for b in s.bands for v in b.low), default=low)
    return (low if chart.floor is not None else min(low, lowest), HEADROOM * (chart.top or 1.0))


def _bands(strand: Strand, look: Look) -> list[Trace]:
    """Closed polygons, with dashes and hatching where they rest on an assumption.

    Only the widest band is hatched (a pattern is the dearest thing to paint here); what lies on
    it lets the hatching through. Of a baseline beside it the dashed limits are enough.
    """
    lead = [strand.anchor] if strand.anchor else []
    years = [year for year, _ in lead] + list(strand.years)
    start = [value for _, value in lead]
    traces = []
    for place, band in enumerate(strand.bands):
        widest, colour = place == 0, look.narrow if place else look.wide
        trace: Trace = {
            "type": "scatter",
            "mode": "lines",
            "x": years + years[::-1],
            "y": [*start, *band.high, *reversed(band.low), *start],
            "fill": "toself",
            "fillcolor": colour,
            "line": {"color": look.line, "width": 0},
            "hoverinfo": "skip",
        }
        if strand.assumed and not widest:
            trace["opacity"] = 0.7
        elif strand.assumed and len(strand.bands) > 1:
            trace["line"] = {"color": look.line, "width": 0.8, "dash": "dash"}
            trace["fillpattern"] = {
                "shape": "/",
                "size": 8,
                "solidity": 0.12,
                "fgcolor": look.line,
                "bgcolor": colour,
                "fillmode": "replace",
            }
        traces.append(trace)
    return traces


def _edges(strand: Strand, look: Look) -> Trace:
    """The limits of the widest band, which another band may cover."""
    band = strand.bands[0]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [*strand.years, None, *strand.years],
        "y": [*band.low, None, *band.high],
        "line": {"color": look.line, "width": 1, "dash": "dash" if strand.assumed else "solid"},
        "hoverinfo": "skip",
    }


def median_trace(chart: ScenarioFan, strand: Strand, look: Look) -> Trace:
    """The median; its hover tells the widest interval too."""
    lead = [strand.anchor] if strand.anchor else []
    value = f":,.{chart.digits}f"
    widest = strand.bands[0]
    known = [*zip(widest.low, widest.high, strict=True)]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [year for year, _ in lead] + list(strand.years),
        "y": [value for _, value in lead] + list(strand.median),
        "customdata": [(value, value) for _, value in lead] + known,
        "line": {
            "color": look.line,
            "width": 3 if strand.slot else 1.6,
            "dash": "dash" if strand.assumed else "solid",
        },
        "hovertemplate": (
            f"<b>{plotly_text(strand.name)}</b> · %{{x}}<br>"
            f"{chart.median_name} %{{y{value}}}{chart.unit_suffix}<br>"
            f"{widest.name}: %{{customdata[0]{value}}} – %{{customdata[1]{value}}}"
            f"{chart.unit_suffix}<extra></extra>"
        ),
    }


def required_traces(chart: ScenarioFan) -> list[Trace]:
    if chart.required is None:
        return []
    return [
        {
            "type": "scatter",
            "mode": "lines",
            "x": list(chart.required.years),
            "y": list(chart.required.values),
            "line": {"color": REQUIRED, "width": 1.5, "dash": "dot"},
            "hoverinfo": "skip",
        }
    ]


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
    low, high = _span(chart)
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
