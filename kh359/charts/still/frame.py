"""Axes, grid and the words beside them."""

from typing import Any

from kh359.charts.palette import GRID, INK
from kh359.charts.still.axis import Tick
from kh359.charts.still.canvas import path_data
from kh359.charts.still.plot import Plot, look_of
from kh359.charts.still.subset import AXIS_TITLE, within
from kh359.charts.still.words import Line, line_height, line_width, rich_lines, wrapped

TICK_GAP = 5.0
"""Pixels between the plot and the words of a tick."""


def tick_lines(tick: Tick, spec: dict[str, Any], font: dict[str, Any]) -> list[Line]:
    """The words of a tick."""
    return rich_lines(tick.text, look_of(spec.get("tickfont", {}), font))


def title_lines(spec: dict[str, Any], font: dict[str, Any], room: float) -> list[Line]:
    """The words of an axis, broken to `room` pixels; none where it has no title."""
    title: dict[str, Any] = spec.get("title") or {}
    within(title, AXIS_TITLE, "axis.title")
    if not title.get("text"):
        return []
    return wrapped(rich_lines(title["text"], look_of(title.get("font", {}), font)), room)


def words_height(lines: list[Line], size: float) -> float:
    """Pixels of several lines."""
    return sum(line_height(line, size) for line in lines)


def draw_grid(plot: Plot, spec: dict[str, Any], axis: str, told: list[Tick]) -> None:
    """A line at every tick, and the zero line."""
    scale = plot.x if axis == "x" else plot.y
    if spec.get("showgrid", True):
        for tick in told:
            _rule(plot, axis, scale.at(tick.value), spec.get("gridcolor", GRID), 1.0)
    if spec.get("zeroline", not scale.categories) and not scale.categories and scale.holds(0.0):
        width = float(spec.get("zerolinewidth", 1))
        _rule(plot, axis, scale.at(0.0), spec.get("zerolinecolor", "#444444"), width)
    if spec.get("showline"):
        edge = plot.left if axis == "y" else plot.bottom
        _rule(plot, "x" if axis == "y" else "y", edge, spec.get("linecolor", INK), 1.0)


def _rule(plot: Plot, axis: str, at: float, colour: str, width: float) -> None:
    ends = (
        [(at, plot.top), (at, plot.bottom)] if axis == "x" else [(plot.left, at), (plot.right, at)]
    )
    plot.canvas.path(path_data(ends), stroke=colour, width=width)


def draw_tick_words(plot: Plot, spec: dict[str, Any], axis: str, told: list[Tick]) -> float:
    """Words of every tick that has room; returns the pixels they take beside the plot."""
    if spec.get("showticklabels") is False:
        return 0.0
    taken, last = 0.0, -1e9
    for tick in told:
        lines = tick_lines(tick, spec, plot.font)
        if axis == "x":
            x, wide = plot.x.at(tick.value), max(map(line_width, lines))
            if x - wide / 2 < last + 3:
                continue
            last = x + wide / 2
            y = plot.bottom + TICK_GAP
            for line in lines:
                height = line_height(line, 14)
                plot.canvas.words(line, x, y + 0.78 * height, "center")
                y += height
            taken = max(taken, y - plot.bottom)
            if spec.get("ticks") == "outside":
                mark = path_data([(x, plot.bottom), (x, plot.bottom + 5)])
                plot.canvas.path(mark, stroke=spec.get("tickcolor", INK), width=1)
        else:
            y = plot.y.at(tick.value)
            size = max(run.look.size for line in lines for run in line) if any(lines) else 14
            step = 1.15 * size
            first = y + 0.35 * size - (len(lines) - 1) * step / 2
            for row, line in enumerate(lines):
                plot.canvas.words(line, plot.left - TICK_GAP, first + row * step, "right")
            taken = max(taken, TICK_GAP + max(map(line_width, lines)))
    return taken


def draw_axis_title(plot: Plot, lines: list[Line], axis: str, beside: float) -> None:
    """The title of an axis, `beside` pixels away from the plot."""
    if axis == "x":
        y = plot.bottom + beside
        for line in lines:
            height = line_height(line, 14)
            plot.canvas.words(line, plot.left + plot.width / 2, y + 0.75 * height, "center")
            y += height
        return
    x = plot.left - beside
    for line in reversed(lines):
        middle = plot.top + plot.height / 2
        plot.canvas.words(line, x - 4, middle, "center", turned=True)
        x -= line_height(line, 14)
