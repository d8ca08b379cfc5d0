"""Draws the chart of one indicator under several scenarios as a plain Plotly figure."""

from typing import Any

from kh359.charts.palette import REQUIRED
from kh359.charts.plotly_text import plotly_text
from kh359.charts.scenario_fan import LAST_YEAR, ScenarioFan, Strand
from kh359.charts.scenario_fan_marks import end_labels, observed_traces, target_traces
from kh359.charts.scenario_frame import (
    axis,
    corner_note,
    framed,
    look_of,
    message_note,
    stamp,
)
from kh359.charts.scenario_look import Look

Figure = dict[str, Any]
Trace = dict[str, Any]

HEIGHT = 300
"""Pixels of the plot."""


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
    layout["yaxis"] = axis(chart.unit, chart.span, nticks=5, tickformat=",~f")
    if chart.message:
        layout["annotations"].append(message_note(chart.message))
    if chart.is_cut:
        layout["annotations"].append(corner_note(chart.cut_note))
    if chart.stamp:
        layout["annotations"].append(stamp(chart.stamp))
    return layout


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
