"""A Plotly figure as a still picture: the same chart without a browser."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from kh359.charts.palette import MUTED
from kh359.charts.plotly_text import plotly_text
from kh359.charts.still.axis import Scale, Tick, ticks, value_range
from kh359.charts.still.bar import draw_bars
from kh359.charts.still.canvas import Canvas
from kh359.charts.still.frame import (
    TICK_GAP,
    draw_axis_title,
    draw_grid,
    draw_tick_words,
    tick_lines,
    title_lines,
    words_height,
)
from kh359.charts.still.legend import Legend
from kh359.charts.still.note import draw_note, draw_shape
from kh359.charts.still.plot import Plot, look_of
from kh359.charts.still.scatter import draw_scatter
from kh359.charts.still.subset import LAYOUT, TITLE, Figure, one_of, within
from kh359.charts.still.words import Line, Look, line_height, line_width, rich_lines, wrapped

WIDTH = 760.0
"""Pixels of a picture, at 96 to the inch: 20 cm."""
EDGE = 8.0
"""Pixels that words keep from the picture's edge."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A finished SVG; width and height in pixels, at 96 to the inch.

    outlined: letters are drawn as outlines, so no program needs the font. footer: plain lines at
    its foot.
    """

    svg: str
    width: float
    height: float
    title: str
    alt: str
    outlined: bool
    footer: tuple[str, ...] = ()


def picture(
    figure: Figure,
    *,
    width: float = WIDTH,
    alt: str = "",
    footer: Sequence[str] = (),
    outlines: bool = False,
) -> Picture:
    """Draw a figure of this project.

    alt: the chart in words. footer: plain lines below it, which say where it comes from. outlines:
    letters as shapes, for an SVG that leaves the house. Raises OutsideSubset for what cannot be
    drawn; nothing is left out in silence.
    """
    return _Drawing(figure, width, outlines=outlines).finished(alt, footer)


class _Drawing:
    """One picture under way: measured first, then drawn from the ground up."""

    def __init__(self, figure: Figure, width: float, *, outlines: bool) -> None:
        self.data, self.layout = figure["data"], figure["layout"]
        within(figure, {"data", "layout"}, "figure")
        within(self.layout, LAYOUT, "layout")
        for trace in self.data:
            one_of(trace["type"], {"scatter", "bar"}, "trace.type")
        self.canvas, self.width = Canvas(outlines=outlines), width
        self.font = self.layout.get("font", {})
        self.separators = self.layout.get("separators", ".,")
        self.title = self._title()
        self.axes = {axis: self.layout.get(f"{axis}axis", {}) for axis in "xy"}
        self.told: dict[str, list[Tick]] = {}
        self.legend = Legend(figure, self.font, width - 2 * EDGE)
        self.plot = self._plot(figure)

    def _title(self) -> list[Line]:
        spec = self.layout.get("title", {})
        within(spec, TITLE, "title")
        look = look_of(spec.get("font", {}), self.font)
        return wrapped(rich_lines(spec.get("text", ""), look), self.width - 2 * EDGE)

    def _title_height(self) -> float:
        return EDGE + words_height(self.title, 17)

    def _plot(self, figure: Figure) -> Plot:
        margin = {"l": 80, "r": 80, "t": 100, "b": 80, **self.layout.get("margin", {})}
        height = float(self.layout.get("height", 450))
        tall = height - margin["t"] - margin["b"]
        self.legend = Legend(figure, self.font, self.width - margin["l"] - margin["r"])
        above = 0.0 if self.legend.is_below else self.legend.height
        labels = 20.0 if self.layout.get("annotations") and not above else 6.0
        top = max(float(margin["t"]), self._title_height() + above + labels)
        ranges = {axis: value_range(self.axes[axis], self._values(axis)) for axis in "xy"}
        vertical = _scale(ranges["y"], top + tall, top)
        self.told["y"] = ticks(self.axes["y"], vertical, "y", self.separators)
        left = self._left(float(margin["l"]), tall)
        right = self.width - max(float(margin["r"]), EDGE)
        across = _scale(ranges["x"], left, right)
        self.told["x"] = ticks(self.axes["x"], across, "x", self.separators)
        if left > margin["l"]:
            self.legend = Legend(figure, self.font, right - left)
        inside = self._holds(across, "x") and self._holds(vertical, "y")
        clip = "" if inside else self.canvas.clip(left, top, right - left, tall)
        return Plot(
            canvas=self.canvas, x=across, y=vertical, left=left, top=top, width=right - left,
            height=tall, clip=clip, font=self.font,
            separators=self.separators,
        )  # fmt: skip

    def _holds(self, scale: Scale, axis: str) -> bool:
        """Whether nothing that is drawn reaches beyond an axis."""
        reach = [value for value in self._values(axis) if value is not None]
        for trace in self.data:
            error = trace.get(f"error_{axis}")
            for sign, ends in ((1, "array"), (-1, "arrayminus")) if error else ():
                pairs = zip(trace[axis], error.get(ends, error["array"]), strict=True)
                reach += [value + sign * size for value, size in pairs if value is not None]
        return all(map(scale.holds, reach))

    def _values(self, axis: str) -> list[Any]:
        """Everything that lies on an axis; bars begin at zero."""
        values = [v for trace in self.data for v in trace.get(axis, ())]
        lying = {trace.get("orientation", "v") == "h" for trace in self.data
                 if trace["type"] == "bar"}  # fmt: skip
        bars = (True in lying) if axis == "x" else (False in lying)
        return [*values, 0.0] if bars else values

    def _left(self, margin: float, tall: float) -> float:
        """Room for ticks and title, where the axis asks for it or would lose them."""
        spec = self.axes["y"]
        words = [tick_lines(tick, spec, self.font) for tick in self.told["y"]]
        wide = max((line_width(line) for lines in words for line in lines), default=0.0)
        title = title_lines(spec, self.font, tall)
        return max(margin, EDGE + wide + 2 * TICK_GAP + words_height(title, 14))

    def finished(self, alt: str, footer: Sequence[str]) -> Picture:
        """Draw everything and close the picture."""
        self._draw_title()
        for axis in "xy":
            draw_grid(self.plot, self.axes[axis], axis, self.told[axis])
        shapes = self.layout.get("shapes", ())
        for shape in shapes:
            if shape.get("layer") == "below":
                draw_shape(self.plot, shape)
        self._draw_traces()
        for shape in shapes:
            if shape.get("layer", "above") == "above":
                draw_shape(self.plot, shape)
        bottom = self._draw_around()
        notes = [self._note(note) for note in self.layout.get("annotations", ())]
        bottom = max([bottom, *notes])
        height = self._draw_footer(footer, bottom) + EDGE
        title = " ".join("".join(run.text for run in line) for line in self.title)
        svg = self.canvas.svg(self.width, height, title=title, remarks=(alt, *footer))
        return Picture(
            svg=svg, width=self.width, height=height, title=title, alt=alt,
            outlined=self.canvas.outlines, footer=tuple(footer),
        )  # fmt: skip

    def _note(self, note: dict[str, Any]) -> float:
        return draw_note(self.plot, note, self.width)

    def _draw_title(self) -> None:
        y = EDGE
        for line in self.title:
            height = line_height(line, 17)
            self.canvas.words(line, EDGE, y + 0.78 * height)
            y += height

    def _draw_traces(self) -> None:
        bars = [trace for trace in self.data if trace["type"] == "bar"]
        draw_bars(self.plot, bars, self.layout)
        stacks: dict[str, list[float]] = {}
        for trace in self.data:
            if trace["type"] == "scatter":
                with self.canvas.faded(float(trace.get("opacity", 1))):
                    self._draw_scatter(trace, stacks)

    def _draw_scatter(self, trace: Figure, stacks: dict[str, list[float]]) -> None:
        """stacks: the upper edge of each stack so far."""
        group = trace.get("stackgroup")
        if group is None:
            draw_scatter(self.plot, trace)
            return
        floor = stacks.get(group, [0.0] * len(trace["y"]))
        stacks[group] = [a + b for a, b in zip(floor, trace["y"], strict=True)]
        draw_scatter(self.plot, {**trace, "y": stacks[group]}, floor)

    def _draw_around(self) -> float:
        """Ticks, axis titles, legend; returns the lower end of what stands below the plot."""
        plot = self.plot
        beside = draw_tick_words(plot, self.axes["y"], "y", self.told["y"])
        titles = {
            "x": title_lines(self.axes["x"], self.font, plot.width),
            "y": title_lines(self.axes["y"], self.font, plot.height),
        }
        draw_axis_title(plot, titles["y"], "y", beside + TICK_GAP)
        below = draw_tick_words(plot, self.axes["x"], "x", self.told["x"])
        draw_axis_title(plot, titles["x"], "x", below)
        bottom = plot.bottom + below + words_height(titles["x"], 14)
        if self.legend.is_below:
            top = max(plot.bottom - self.legend.y * plot.height, bottom + 2)
            self.legend.draw(plot, plot.left, top)
            return top + self.legend.height
        self.legend.draw(plot, plot.left, plot.top - self.legend.height - 4)
        return bottom

    def _draw_footer(self, footer: Sequence[str], bottom: float) -> float:
        look = Look(size=10.5, colour=MUTED)
        lines = [line for text in footer for line in rich_lines(plotly_text(text), look)]
        y = bottom + (6.0 if lines else 0.0)
        for line in wrapped(lines, self.width - 2 * EDGE):
            height = line_height(line, look.size)
            self.canvas.words(line, EDGE, y + 0.78 * height)
            y += height
        return y


def _scale(found: tuple[float, float, tuple], start: float, end: float) -> Scale:
    low, high, categories = found
    return Scale(low=low, high=high, start=start, end=end, categories=categories)
