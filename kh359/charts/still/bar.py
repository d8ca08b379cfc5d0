"""Bars with their words, upright or lying, side by side or stacked."""

from collections.abc import Sequence
from typing import Any

from kh359.charts.still.hatch import Hatch, Paint
from kh359.charts.still.plot import PLOTLY_COLOURS, Plot, look_of
from kh359.charts.still.scatter import draw_errors
from kh359.charts.still.subset import BAR, LINE, MARKER, PATTERN, each, one_of, within
from kh359.charts.still.words import line_width, rich_lines

Trace = dict[str, Any]

_GAP = 0.2
"""Share of a category left free, where the figure does not say."""
_WORD_GAP = 4.0


def draw_bars(plot: Plot, traces: Sequence[Trace], layout: dict[str, Any]) -> None:
    """All bar traces of a figure. Raises OutsideSubset for an unknown part."""
    stacked = one_of(layout.get("barmode", "group"), {"group", "stack", "overlay", "relative"},
                     "barmode") in ("stack", "relative")  # fmt: skip
    if not traces:
        return
    room = 1 - float(layout.get("bargap", _GAP))
    bases: dict[Any, float] = {}
    n = 1 if stacked or layout.get("barmode") == "overlay" else len(traces)
    for slot, trace in enumerate(traces):
        within(trace, BAR, "bar")
        lying = trace.get("orientation") == "h"
        shift = room * ((slot % n + 0.5) / n - 0.5)
        places = trace["y"] if lying else trace["x"]
        values = trace["x"] if lying else trace["y"]
        starts = _starts(trace, places, values, bases, stacked)
        with plot.canvas.faded(float(trace.get("opacity", 1))):
            _draw_trace(plot, trace, places, values, starts, shift, room / n)
            draw_errors(plot, trace)


def _starts(
    trace: Trace, places: Sequence[Any], values: Sequence[float], bases: dict, stacked: bool
) -> list[float]:
    if not stacked:
        return [float(v) for v in each(trace.get("base", 0.0), len(values))]
    starts = []
    for place, value in zip(places, values, strict=True):
        starts.append(bases.get(place, 0.0))
        bases[place] = starts[-1] + (value or 0.0)
    return starts


def _draw_trace(
    plot: Plot,
    trace: Trace,
    places: Sequence[Any],
    values: Sequence[float | None],
    starts: list[float],
    shift: float,
    room: float,
) -> None:
    n, lying, marker = len(values), trace.get("orientation") == "h", trace.get("marker", {})
    within(marker, MARKER | {"pattern"}, "marker")
    within(marker.get("line", {}), LINE, "marker.line")
    colours = each(marker.get("color", PLOTLY_COLOURS[0]), n)
    across, along = (plot.y, plot.x) if lying else (plot.x, plot.y)
    for i, (place, value) in enumerate(zip(places, values, strict=True)):
        if value is None:
            continue
        thick = float(each(trace.get("width", room), n)[i])
        middle = across.place(place) + (shift if "width" not in trace else 0.0)
        a, b = across.at(middle - thick / 2), across.at(middle + thick / 2)
        c, d = along.at(starts[i]), along.at(starts[i] + value)
        box = (min(c, d), min(a, b), abs(d - c), abs(b - a))
        x, y, width, height = box if lying else (box[1], box[0], box[3], box[2])
        edge = marker.get("line", {})
        plot.canvas.box(
            x, y, width, height, fill=_paint(marker, colours[i]),
            clip=plot.clip,
            stroke=edge.get("color", "none"), line_width=float(edge.get("width", 0)),
            opacity=float(marker.get("opacity", 1)),
        )  # fmt: skip
        if trace.get("text") is not None:
            _draw_word(plot, trace, i, (x, y, width, height), value, colours[i])


def _paint(marker: dict[str, Any], colour: str) -> Paint:
    pattern = marker.get("pattern")
    if not pattern or not pattern.get("shape"):
        return colour
    within(pattern, PATTERN, "marker.pattern")
    angle = {"/": 45.0, "\\": -45.0}[pattern["shape"]]
    ground, ink = pattern.get("bgcolor", "#FFFFFF"), pattern.get("fgcolor", colour)
    size, share = float(pattern.get("size", 8)), float(pattern.get("solidity", 0.3))
    return Hatch(ground=ground, ink=ink, step=size, share=share, angle=angle)


def _draw_word(
    plot: Plot, trace: Trace, i: int, box: tuple[float, float, float, float], value: float,
    colour: str,
) -> None:  # fmt: skip
    """Inside in the middle, in a colour that shows on the bar; or beyond its end, where it would
    not run into the names.
    """
    n, (x, y, width, height) = len(trace["x"]), box
    place = each(trace.get("textposition", "auto"), n)[i]
    text = each(trace["text"], n)[i]
    if not text or place == "none":
        return
    font = dict(trace.get("textfont", {}))
    look = look_of({**font, "color": each(font.get("color", plot.font.get("color")), n)[i]},
                   plot.font)  # fmt: skip
    halo = bool(font.get("shadow"))
    lying = trace.get("orientation") == "h"
    line = rich_lines(text, look)[0]
    fits = width >= line_width(line) + 2 * _WORD_GAP and height >= look.size
    lost = lying and value < 0 and x - _WORD_GAP - line_width(line) < plot.left
    if place == "inside" or (place == "auto" and fits) or (lost and fits):
        ink = font.get("color") or _readable_on(colour)
        line = rich_lines(text, look_of({**font, "color": ink}, plot.font))[0]
        plot.canvas.words(line, x + width / 2, y + height / 2 + 0.35 * look.size, "center")
    elif lying:
        end = x - _WORD_GAP if value < 0 else x + width + _WORD_GAP
        side = "right" if value < 0 else "left"
        plot.canvas.words(line, end, y + height / 2 + 0.35 * look.size, side, halo=halo)
    else:
        at = y + height + look.size if value < 0 else y - _WORD_GAP
        plot.canvas.words(line, x + width / 2, at, "center", halo=halo)


def _readable_on(colour: str) -> str:
    """Black or white, whichever stands out more (relative luminance, ITU-R BT.709)."""
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return "#FFFFFF" if 0.2126 * red + 0.7152 * green + 0.0722 * blue < 140 else "#1F2933"
