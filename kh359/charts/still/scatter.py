"""Lines, areas, points with their bars of uncertainty, and words at points."""

from collections.abc import Iterator
from typing import Any

from kh359.charts.still.canvas import path_data
from kh359.charts.still.hatch import Hatch, Paint
from kh359.charts.still.marker import draw_marker
from kh359.charts.still.plot import PLOTLY_COLOURS, Plot, dashes, look_of
from kh359.charts.still.subset import (
    ERROR,
    LINE,
    MARKER,
    PATTERN,
    SCATTER,
    OutsideSubset,
    each,
    one_of,
    within,
)
from kh359.charts.still.words import LINE as LINE_HEIGHT
from kh359.charts.still.words import rich_lines

Trace = dict[str, Any]
Pixels = tuple[float, float]

_GAP = 3.0
"""Pixels between a point and its words."""
_ANGLES = {"/": 45.0, "\\": -45.0, "-": 90.0, "|": 0.0}
_MODES = {"lines", "markers", "text"}


def draw_scatter(plot: Plot, trace: Trace, floor: list[float] | None = None) -> None:
    """One trace; floor: what it is stacked on. Raises OutsideSubset for an unknown part."""
    within(trace, SCATTER, "scatter")
    modes = set(trace.get("mode", "lines+markers").split("+")) - {"none"}
    for mode in modes:
        one_of(mode, _MODES, "mode")
    if floor is not None:
        _draw_layer(plot, trace, floor)
    elif trace.get("fill") or "lines" in modes:
        _draw_lines(plot, trace, "lines" in modes)
    draw_errors(plot, trace)
    if "markers" in modes:
        _draw_markers(plot, trace)
    if "text" in modes:
        _draw_texts(plot, trace)


def line_look(trace: Trace) -> dict[str, Any]:
    """stroke, width and dash of a trace's line, as `Canvas.path` takes them."""
    line = trace.get("line", {})
    within(line, LINE, "line")
    width = float(line.get("width", 2))
    colour = line.get("color", PLOTLY_COLOURS[0])
    return {"stroke": colour, "width": width, "dash": dashes(line.get("dash", "solid"), width)}


def fill_paint(trace: Trace) -> Paint:
    """The paint of an area, hatched where the trace has a pattern."""
    pattern = trace.get("fillpattern")
    if not pattern:
        return trace["fillcolor"]
    within(pattern, PATTERN, "fillpattern")
    angle = _ANGLES.get(pattern["shape"])
    if angle is None:
        raise OutsideSubset(f"fillpattern: {pattern['shape']}")
    ground = pattern.get("bgcolor", trace.get("fillcolor", "#FFFFFF"))
    size, share = float(pattern.get("size", 8)), float(pattern.get("solidity", 0.3))
    return Hatch(ground=ground, ink=pattern["fgcolor"], step=size, share=share, angle=angle)


def _points(plot: Plot, trace: Trace) -> list[Pixels | None]:
    """Pixels of each point, None where a figure is missing."""
    return [
        None if x is None or y is None else (plot.x.at(x), plot.y.at(y))
        for x, y in zip(trace["x"], trace["y"], strict=True)
    ]


def _pieces(points: list[Pixels | None]) -> Iterator[list[Pixels]]:
    """Runs of points without a gap."""
    piece: list[Pixels] = []
    for point in [*points, None]:
        if point is not None:
            piece.append(point)
        elif piece:
            yield piece
            piece = []


def _draw_lines(plot: Plot, trace: Trace, stroked: bool) -> None:
    filled = one_of(trace.get("fill", "none"), {"none", "toself"}, "fill") == "toself"
    look = line_look(trace) if stroked else {}
    for piece in _pieces(_points(plot, trace)):
        if filled:
            plot.canvas.area(piece, fill=fill_paint(trace), clip=plot.clip, **look)
        else:
            plot.canvas.path(path_data(piece), clip=plot.clip, **look)


def _draw_layer(plot: Plot, trace: Trace, floor: list[float]) -> None:
    """One layer of a stack: trace["y"] is its upper edge, `floor` the lower one."""
    upper = [(plot.x.at(x), plot.y.at(y)) for x, y in zip(trace["x"], trace["y"], strict=True)]
    lower = [(plot.x.at(x), plot.y.at(y)) for x, y in zip(trace["x"], floor, strict=True)]
    corners = [*upper, *reversed(lower)]
    plot.canvas.area(corners, fill=fill_paint(trace), clip=plot.clip)
    plot.canvas.path(path_data(upper), clip=plot.clip, **line_look(trace))


def draw_errors(plot: Plot, trace: Trace) -> None:
    """The bars of uncertainty of a trace's points, if it has any."""
    for axis in ("error_x", "error_y"):
        if trace.get(axis):
            _draw_errors(plot, trace, axis)


def _draw_errors(plot: Plot, trace: Trace, axis: str) -> None:
    spec = trace[axis]
    within(spec, ERROR, axis)
    upright = axis == "error_y"
    colour, width = spec.get("color", "#444444"), float(spec.get("thickness", 2))
    cap = float(spec.get("width", 4))
    less = spec.get("arrayminus", spec["array"])
    for x, y, up, down in zip(trace["x"], trace["y"], spec["array"], less, strict=True):
        if x is None or y is None or (up == 0 and down == 0):
            continue
        ends = [(x, y - down), (x, y + up)] if upright else [(x - down, y), (x + up, y)]
        pixels = [(plot.x.at(a), plot.y.at(b)) for a, b in ends]
        dx, dy = (cap, 0.0) if upright else (0.0, cap)
        strokes = [pixels, *([(a - dx, b - dy), (a + dx, b + dy)] for a, b in pixels)]
        data = "".join(path_data(stroke) for stroke in strokes)
        plot.canvas.path(data, stroke=colour, width=width, clip=_clip(plot, trace))


def _draw_markers(plot: Plot, trace: Trace) -> None:
    marker, n = trace.get("marker", {}), len(trace["x"])
    within(marker, MARKER, "marker")
    line = marker.get("line", {})
    within(line, LINE, "marker.line")
    colours = each(marker.get("color", PLOTLY_COLOURS[0]), n)
    symbols = each(marker.get("symbol", "circle"), n)
    sizes = each(marker.get("size", 6), n)
    for i, point in enumerate(_points(plot, trace)):
        if point is None or _hidden(plot, trace, i):
            continue
        draw_marker(
            plot.canvas, *point, symbol=symbols[i], size=float(sizes[i]), colour=colours[i],
            line=line, opacity=float(marker.get("opacity", 1)),
            clip=_clip(plot, trace),
        )  # fmt: skip


def _draw_texts(plot: Plot, trace: Trace) -> None:
    n = len(trace["x"])
    texts, font = each(trace["text"], n), dict(trace.get("textfont", {}))
    halo = bool(font.get("shadow"))
    places = each(trace.get("textposition", "middle center"), n)
    colours = each(font.get("color", plot.font.get("color")), n)
    sizes = each(trace.get("marker", {}).get("size", 0) if "marker" in trace else 0, n)
    for i, point in enumerate(_points(plot, trace)):
        if point is None or _hidden(plot, trace, i) or not texts[i]:
            continue
        look = look_of({**font, "color": colours[i]}, plot.font)
        lines = rich_lines(texts[i], look)
        up, side = places[i].split(" ")
        away = float(sizes[i]) / 2 + _GAP
        step = LINE_HEIGHT * look.size
        x = point[0] + {"left": -away, "center": 0.0, "right": away}[side]
        first = {
            "top": point[1] - away - (len(lines) - 1) * step - 0.15 * look.size,
            "middle": point[1] + 0.35 * look.size - (len(lines) - 1) * step / 2,
            "bottom": point[1] + away + 0.8 * look.size,
        }[up]
        anchor = {"left": "right", "center": "center", "right": "left"}[side]
        for row, line in enumerate(lines):
            plot.canvas.words(line, x, first + row * step, anchor, halo=halo)


def _clip(plot: Plot, trace: Trace) -> str:
    return "" if trace.get("cliponaxis") is False else plot.clip


def _hidden(plot: Plot, trace: Trace, i: int) -> bool:
    """Points beyond the range do not show, clipped or not."""
    return not (plot.x.holds(trace["x"][i]) and plot.y.holds(trace["y"][i]))
