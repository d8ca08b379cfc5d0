"""Charts as a report shows them: lower, two on a page, with their sources in the caption's line."""

from dataclasses import replace
from html import unescape
from typing import Any

from kh359.charts.fan_plotly import fan_figure
from kh359.charts.indicator_fan import credit_lines, fan_chart
from kh359.charts.scenario_fan_build import scenario_fan
from kh359.charts.scenario_fan_key import keyed_fan_figure
from kh359.charts.still.picture import Picture, picture
from kh359.export.dossier import Dossier
from kh359.model.outlook import IndicatorOutlook

PLOT_HEIGHT, EMPTY_HEIGHT = 230, 145
"""Pixels between the axes: two charts fill a page, or three of indicators without figures."""

Figure = dict[str, Any]


def indicator_picture(dossier: Dossier, indicator_id: str) -> tuple[Picture, str]:
    """The chart of one indicator, and the line on its sources in plain letters."""
    item, facts = dossier.outlook.of(indicator_id), dossier.facts
    source = _source(dossier, item)
    if dossier.is_rest:
        chart = fan_chart(facts, item, dossier.language)
        figure, alt = fan_figure(replace(chart, credit=())), chart.alt
    else:
        fan = scenario_fan(facts, indicator_id, dossier.candidates, dossier.language)
        figure, alt = keyed_fan_figure(fan), fan.alt
    height = EMPTY_HEIGHT if item.projection is None else PLOT_HEIGHT
    return picture(lower(figure, height), alt=alt), source


def _source(dossier: Dossier, item: IndicatorOutlook) -> str:
    """Of a chart without a projection the plan; single points have theirs in the annex."""
    if item.projection is None:
        return dossier.say("Plan 359-KH/TU of the Quảng Ngãi Party Committee")
    return unescape(" ".join(credit_lines(dossier.facts, item, dossier.language)))


def lower(figure: Figure, height: int) -> Figure:
    """The same figure with a plot of `height` pixels; the legend keeps its distance below it."""
    layout = figure["layout"]
    margin = layout["margin"]["t"] + layout["margin"]["b"]
    shrunk = {**layout, "height": margin + height}
    if "y" in layout.get("legend", {}):
        scale = (layout["height"] - margin) / height
        shrunk["legend"] = {**layout["legend"], "y": scale * layout["legend"]["y"]}
    return {**figure, "layout": shrunk}
