"""The legend: a sample of each trace and its name, in columns or in a row."""

from collections.abc import Sequence
from typing import Any

from kh359.charts.still.canvas import path_data
from kh359.charts.still.marker import draw_marker
from kh359.charts.still.plot import PLOTLY_COLOURS, Plot, look_of
from kh359.charts.still.scatter import fill_paint, line_look
from kh359.charts.still.subset import LEGEND, each, one_of, within
from kh359.charts.still.words import Line, line_width, rich_lines, wrapped

Trace = dict[str, Any]

ROW = 21.0
"""Pixels of an entry of one line."""
_SAMPLE = 30.0
"""Pixels of the sample, and of the gap after it."""
_GAP = 8.0
_BETWEEN = 20.0


class Legend:
    """Entries laid out in `width` pixels."""

    def __init__(self, figure: dict[str, Any], base: dict[str, Any], width: float) -> None:
        layout, traces = figure["layout"], figure["data"]
        self._spec = layout.get("legend", {})
        within(self._spec, LEGEND, "legend")
        one_of(self._spec.get("orientation", "v"), {"h"} if self._spec else {"h", "v"}, "legend")
        shown = [trace for trace in traces if trace.get("name") and trace.get("showlegend", True)]
        wanted = layout.get("showlegend", len(shown) > 1)
        self._traces = shown if wanted else []
        look = look_of(self._spec.get("font", {}), base)
        self._step = 1.2 * look.size
        column = width / 2 if self._spec.get("entrywidthmode") == "fraction" else None
        room = (column or width) - _SAMPLE - _GAP - 4
        self._names = [wrapped(rich_lines(t["name"], look), room) for t in self._traces]
        self._places = self._laid_out(width, column)

    def _laid_out(self, width: float, column: float | None) -> list[tuple[float, float]]:
        """Left and top of each entry; sets the height."""
        places, x, y, tall = [], 0.0, 0.0, 0.0
        for name in self._names:
            own = column or _SAMPLE + _GAP + max(map(line_width, name)) + _BETWEEN
            if x > 0 and x + own > width + 1:
                x, y, tall = 0.0, y + tall, 0.0
            places.append((x, y))
            x, tall = x + own, max(tall, ROW + (len(name) - 1) * self._step)
        self.height = y + tall
        return places

    @property
    def is_below(self) -> bool:
        """Whether it stands below the plot rather than above."""
        return float(self._spec.get("y", 1.0)) < 0

    @property
    def y(self) -> float:
        """Share of the plot's height at which it begins, counted from the plot's bottom."""
        return float(self._spec.get("y", 1.0))

    def draw(self, plot: Plot, left: float, top: float) -> None:
        """All entries."""
        entries = zip(self._traces, self._names, self._places, strict=True)
        for trace, name, (x, y) in entries:
            self._entry(plot, trace, name, left + x, top + y)

    def _entry(self, plot: Plot, trace: Trace, name: Sequence[Line], x: float, y: float) -> None:
        middle = y + ROW / 2
        draw_sample(plot, trace, x, middle)
        for row, line in enumerate(name):
            base = middle + 4.5 + row * self._step
            plot.canvas.words(line, x + _SAMPLE + _GAP, base)


def draw_sample(plot: Plot, trace: Trace, x: float, middle: float) -> None:
    """How a trace looks, `_SAMPLE` pixels wide."""
    marker = trace.get("marker", {})
    box = (x + 2, middle - 6, _SAMPLE - 4, 12)
    if trace["type"] == "bar":
        colour = each(marker.get("color", PLOTLY_COLOURS[0]), 1)[0]
        plot.canvas.box(*box, fill=colour)
        return
    modes = trace.get("mode", "lines+markers").split("+")
    if trace.get("fill") or trace.get("stackgroup"):
        edge = line_look(trace) if trace.get("fillpattern") else {}
        plot.canvas.box(
            *box, fill=fill_paint(trace), stroke=edge.get("stroke", "none"),
            line_width=edge.get("width", 0.0), dash=edge.get("dash", ""),
        )  # fmt: skip
    elif "lines" in modes:
        ends = path_data([(x, middle), (x + _SAMPLE, middle)])
        plot.canvas.path(ends, **line_look(trace))
    if "markers" in modes:
        draw_marker(
            plot.canvas, x + _SAMPLE / 2, middle,
            symbol=each(marker.get("symbol", "circle"), 1)[0],
            size=min(max(map(float, each(marker.get("size", 6), 1))), 12.0),
            colour=each(marker.get("color", PLOTLY_COLOURS[0]), 1)[0],
            line=marker.get("line", {}), opacity=float(marker.get("opacity", 1)),
        )  # fmt: skip
