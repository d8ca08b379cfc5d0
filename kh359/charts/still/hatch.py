"""Areas filled with parallel lines. Drawn as lines: patterns look different in every program."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

Point = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hatch:
    """step: pixels from line to line; share of it that is `ink`; angle: 45 rises to the right."""

    ground: str
    ink: str
    step: float
    share: float
    angle: float


Paint = str | Hatch
"""A colour, or lines on one."""


def hatch_lines(corners: Sequence[Point], hatch: Hatch) -> Iterator[tuple[Point, Point]]:
    """The lines inside a closed polygon: where a turned scan line enters it and leaves again.

    All areas of a picture share one grid, so that lines of neighbours meet.
    """
    cos, sin = math.cos(math.radians(hatch.angle)), math.sin(math.radians(hatch.angle))
    turned = [(x * cos - y * sin, x * sin + y * cos) for x, y in corners]
    heights = [v for _, v in turned]
    edges = list(zip(turned, [*turned[1:], turned[0]], strict=True))
    first, last = math.ceil(min(heights) / hatch.step), math.floor(max(heights) / hatch.step)
    for row in range(first, last + 1):
        level = row * hatch.step
        crossings = sorted(
            a[0] + (level - a[1]) / (b[1] - a[1]) * (b[0] - a[0])
            for a, b in edges
            if (a[1] <= level) != (b[1] <= level)
        )
        for enter, leave in zip(crossings[::2], crossings[1::2], strict=True):
            start, end = ((u * cos + level * sin, level * cos - u * sin) for u in (enter, leave))
            yield start, end
