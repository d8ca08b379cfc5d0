"""The symbols of points, as SVG path data around a centre."""

import math
from collections.abc import Callable

from kh359.charts.still.canvas import Canvas, path_data, plain
from kh359.charts.still.subset import OutsideSubset

Shape = list[tuple[float, float]]


def _circle(x: float, y: float, r: float) -> str:
    turn = f"a{plain(r)},{plain(r)} 0 1,1"
    return f"M{plain(x - r)},{plain(y)}{turn} {plain(2 * r)},0{turn} {plain(-2 * r)},0Z"


def _polygon(corners: Shape) -> Callable[[float, float, float], str]:
    def data(x: float, y: float, r: float) -> str:
        return path_data([(x + r * dx, y + r * dy) for dx, dy in corners], closed=True)

    return data


def _star() -> Shape:
    """Ten corners, as Plotly's star: the outer ones 1.4 times the radius away."""
    return [
        ((1.4 if i % 2 == 0 else 0.56) * math.sin(math.pi * i / 5),
         -(1.4 if i % 2 == 0 else 0.56) * math.cos(math.pi * i / 5))
        for i in range(10)
    ]  # fmt: skip


def _turned(corners: Shape, angle: float) -> Shape:
    cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    return [(x * cos - y * sin, x * sin + y * cos) for x, y in corners]


_CROSS: Shape = [
    (-1, -0.4), (-0.4, -0.4), (-0.4, -1), (0.4, -1), (0.4, -0.4), (1, -0.4),
    (1, 0.4), (0.4, 0.4), (0.4, 1), (-0.4, 1), (-0.4, 0.4), (-1, 0.4),
]  # fmt: skip

SYMBOLS: dict[str, Callable[[float, float, float], str]] = {
    "circle": _circle,
    "square": _polygon([(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)]),
    "diamond": _polygon([(0, -1.3), (1.3, 0), (0, 1.3), (-1.3, 0)]),
    "triangle-up": _polygon([(-1.15, 0.58), (0, -1.15), (1.15, 0.58)]),
    "triangle-down": _polygon([(-1.15, -0.58), (0, 1.15), (1.15, -0.58)]),
    "cross": _polygon(_CROSS),
    "x": _polygon(_turned(_CROSS, 45)),
    "star": _polygon(_star()),
    "line-ns": _polygon([(0, -1.4), (0, 1.4)]),
}


def draw_marker(
    canvas: Canvas,
    x: float,
    y: float,
    *,
    symbol: str,
    size: float,
    colour: str,
    line: dict,
    opacity: float = 1.0,
    clip: str = "",
) -> None:
    """One symbol of `size` pixels across; '-open' leaves it empty. Raises OutsideSubset."""
    if size <= 0 or opacity <= 0:
        return
    hollow = symbol.endswith("-open")
    shape = SYMBOLS.get(symbol.removesuffix("-open"))
    if shape is None:
        raise OutsideSubset(f"symbol: {symbol}")
    edge = float(line.get("width", 1.0 if hollow else 0.0))
    ink = colour if hollow else line.get("color", colour)
    canvas.path(
        shape(x, y, size / 2),
        fill="none" if hollow else colour,
        stroke=ink,
        width=max(edge, 1.0) if hollow else edge,
        opacity=opacity,
        clip=clip,
    )
