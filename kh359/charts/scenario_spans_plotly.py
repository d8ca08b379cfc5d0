"""Draws up to four scenarios of one indicator: medians as lines, intervals at the milestones.

Four bands over each other cannot be read; bars side by side can.
"""

from typing import Any

from kh359.charts.scenario_fan import ScenarioFan, Strand
from kh359.charts.scenario_fan_marks import end_labels, observed_traces, target_traces
from kh359.charts.scenario_fan_plotly import fan_frame, median_trace, required_traces
from kh359.charts.scenario_frame import look_of
from kh359.charts.scenario_look import Look
from kh359.plan.target import MILESTONE_YEARS

Figure = dict[str, Any]

_STEP = 0.55
"""Years between the bars of two scenarios."""


def scenario_spans_figure(chart: ScenarioFan) -> Figure:
    """The same definition as the fan's, for scenarios that stand side by side."""
    looks = {strand.slot: look_of(strand.slot, has_baseline=False) for strand in chart.strands}
    n = len(chart.strands)
    traces = required_traces(chart)
    traces += [median_trace(chart, strand, looks[strand.slot]) for strand in chart.strands]
    # What the levers set has no interval: a bar of no height would only stand beside its line.
    traces += [_spans(s, looks[s.slot], n) for s in chart.strands if not s.decided]
    traces += [*observed_traces(chart.marks), *target_traces(chart)]
    traces += end_labels(chart, looks)
    return {"data": traces, "layout": fan_frame(chart)}


def _spans(strand: Strand, look: Look, n: int) -> Figure:
    """Bars of the widest interval, left of each milestone, so that the targets stay in sight."""
    band = strand.bands[0]
    at = [i for i, year in enumerate(strand.years) if year in MILESTONE_YEARS]
    middle = [strand.median[i] for i in at]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [strand.years[i] - _STEP * (n - strand.slot) for i in at],
        "y": middle,
        "error_y": {
            "type": "data",
            "symmetric": False,
            "array": [
                band.high[i] - band_middle for i, band_middle in zip(at, middle, strict=True)
            ],
            "arrayminus": [
                band_middle - band.low[i] for i, band_middle in zip(at, middle, strict=True)
            ],
            "color": look.line,
            "thickness": 2,
            "width": 4,
        },
        "marker": {"symbol": look.symbol, "size": 9, "color": look.line},
        "hoverinfo": "skip",
    }
