"""The chart of scenarios with a key to its figures, for paper: on the screen the pointer tells."""

from typing import Any

from kh359.charts.fan import Marks
from kh359.charts.fan_plotly import SHAPES
from kh359.charts.palette import MUTED, REGION_COLOURS
from kh359.charts.plotly_text import plotly_text
from kh359.charts.scenario_fan import ScenarioFan
from kh359.charts.scenario_fan_plotly import scenario_fan_figure

Figure = dict[str, Any]

_LEGEND = {"orientation": "h", "x": 0, "y": -0.17, "yanchor": "top", "font": {"size": 12.5}}


def keyed_fan_figure(chart: ScenarioFan) -> Figure:
    """The same figure with a legend of the observed figures below it."""
    return with_key(scenario_fan_figure(chart), chart)


def with_key(figure: Figure, chart: ScenarioFan) -> Figure:
    """A figure of the chart with the same legend."""
    return {
        "data": [*figure["data"], *map(_entry, chart.marks)],
        "layout": {**figure["layout"], "showlegend": True, "legend": _LEGEND},
    }


def _entry(marks: Marks) -> Figure:
    """A line of the legend without a point of its own."""
    return {
        "type": "scatter",
        "mode": "markers",
        "name": plotly_text(marks.name),
        "x": [None],
        "y": [None],
        "marker": {
            "symbol": SHAPES[marks.region] + ("-open" if marks.hollow else ""),
            "size": 10,
            "color": REGION_COLOURS.get(marks.region, MUTED),
            "line": {"width": 1.2},
        },
    }
