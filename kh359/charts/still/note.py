"""Words and lines laid over the plot: annotations and shapes."""

from typing import Any

from kh359.charts.still.canvas import path_data
from kh359.charts.still.plot import Plot, dashes, look_of
from kh359.charts.still.subset import LINE, NOTE, SHAPE, one_of, within
from kh359.charts.still.words import LINE as LINE_HEIGHT
from kh359.charts.still.words import line_height, line_width, rich_lines, wrapped

_EDGE = 8.0
"""Pixels that words keep from the picture's edge."""


def draw_note(plot: Plot, note: dict[str, Any], width: float) -> float:
    """One annotation in a picture of `width` pixels; returns its lower end in pixels."""
    within(note, NOTE, "annotation")
    one_of(note.get("showarrow"), {False}, "annotation.showarrow")
    look = look_of(note.get("font", {}), plot.font)
    x, x_share = _place(plot, note, "x")
    y, y_share = _place(plot, note, "y")
    across = _anchor(note, "xanchor", x_share, ("left", "center", "right"))
    upright = _anchor(note, "yanchor", 1 - y_share, ("top", "middle", "bottom"))
    pad = float(note.get("borderpad", 1)) + float(note.get("borderwidth", 0))
    room = {"left": width - x, "center": 2 * min(x, width - x), "right": x}[across] - _EDGE
    lines = wrapped(rich_lines(note["text"], look), room)
    wide = max(map(line_width, lines))
    heights = [line_height(line, look.size) for line in lines]
    tall = sum(heights)
    left = x + {"left": pad, "center": -wide / 2, "right": -wide - pad}[across]
    top = y + {"top": pad, "middle": -tall / 2, "bottom": -tall - pad}[upright]
    _draw_ground(plot, note, (left - pad, top - pad, wide + 2 * pad, tall + 2 * pad))
    align = note.get("align", "center")
    start = left + {"left": 0.0, "center": wide / 2, "right": wide}[align]
    for line, height in zip(lines, heights, strict=True):
        plot.canvas.words(line, start, top + _baseline(height), align)
        top += height
    return top + pad


def _baseline(height: float) -> float:
    """From the top of a line to the foot of its letters."""
    return height / LINE_HEIGHT * 1.0


def _draw_ground(plot: Plot, note: dict[str, Any], box: tuple[float, float, float, float]) -> None:
    border = float(note.get("borderwidth", 0)) if note.get("bordercolor") else 0.0
    if note.get("bgcolor") or border:
        plot.canvas.box(
            *box, fill=note.get("bgcolor", "none"), stroke=note.get("bordercolor", "none"),
            line_width=border,
        )  # fmt: skip


def _place(plot: Plot, note: dict[str, Any], axis: str) -> tuple[float, float]:
    """Pixels, and the share of the plot (None for a value on the axis counts as its middle)."""
    shift = float(note.get(f"{axis}shift", 0)) * (1 if axis == "x" else -1)
    scale = plot.x if axis == "x" else plot.y
    if note.get(f"{axis}ref", axis) == axis:
        return scale.at(note[axis]) + shift, 0.5
    one_of(note[f"{axis}ref"], {"paper"}, f"annotation.{axis}ref")
    share = float(note[axis])
    start, span = (plot.left, plot.width) if axis == "x" else (plot.bottom, -plot.height)
    return start + share * span + shift, share


def _anchor(note: dict[str, Any], key: str, share: float, names: tuple[str, str, str]) -> str:
    """As said; else by thirds of the plot, as Plotly does."""
    said = note.get(key, "auto")
    if said != "auto":
        return one_of(said, set(names), f"annotation.{key}")
    return names[0] if share < 1 / 3 else names[2] if share > 2 / 3 else names[1]


def draw_shape(plot: Plot, shape: dict[str, Any]) -> None:
    """One straight line or rectangle."""
    within(shape, SHAPE, "shape")
    kind = one_of(shape["type"], {"line", "rect"}, "shape.type")
    xs = [_end(plot, shape, "x", key) for key in ("x0", "x1")]
    ys = [_end(plot, shape, "y", key) for key in ("y0", "y1")]
    line = shape.get("line", {})
    within(line, LINE, "shape.line")
    width = float(line.get("width", 2))
    look = {"stroke": line.get("color", "#444444"), "width": width}
    dash = dashes(line.get("dash", "solid"), width)
    if kind == "line":
        plot.canvas.path(path_data(zip(xs, ys, strict=True)), dash=dash, **look)
        return
    corners = [(xs[0], ys[0]), (xs[1], ys[0]), (xs[1], ys[1]), (xs[0], ys[1])]
    fill, opacity = shape.get("fillcolor", "none"), float(shape.get("opacity", 1))
    plot.canvas.path(path_data(corners, closed=True), fill=fill, opacity=opacity, dash=dash,
                     clip=plot.clip, **look)  # fmt: skip


def _end(plot: Plot, shape: dict[str, Any], axis: str, key: str) -> float:
    scale = plot.x if axis == "x" else plot.y
    if shape.get(f"{axis}ref", axis) == axis:
        return scale.at(shape[key])
    one_of(shape[f"{axis}ref"], {"paper"}, f"shape.{axis}ref")
    start, span = (plot.left, plot.width) if axis == "x" else (plot.bottom, -plot.height)
    return start + float(shape[key]) * span
