"""Hard bounds: paths approach a bound and never reach it, so nothing piles up on it."""

from __future__ import annotations

import numpy as np

from kh359.model.reference.window import FloatArray

SHARE_OF_RANGE = 0.006
"""Wide enough that few paths reach 99.5 %: statistics of full coverage mostly stop short of it."""
SHARE_OF_GAP = 0.2
SHARE_OF_LEVEL = 0.02
SHARE_OF_PACE = 0.05


def margin(gap: float, span: float | None, pace: float) -> float:
    """Width of the strip before a bound in which paths are slowed down, in the indicator's unit.

    gap: distance from the last value to the bound; span: distance between bounds, if both exist;
    pace: expected width of the first year, the measure where the last value is on the bound. A last
    value close to a bound has a narrow strip, so that small shares can still move.
    """
    least = SHARE_OF_PACE * pace if gap <= 0 else 0.0
    if span is not None:
        return min(SHARE_OF_RANGE * span, max(SHARE_OF_GAP * gap, least))
    return max(SHARE_OF_LEVEL * gap, least)


def slowed(excess: FloatArray, strip: float, pace: FloatArray) -> FloatArray:
    """Distance from the bound for a path that would stand `excess` past the strip's inner edge.

    strip / (1 + excess / pace): the strip's width at the edge, falling to 0 and never 0.
    """
    return strip / (1 + np.maximum(excess, 0.0) / pace)


def within(
    paths: FloatArray, last: float, lower: float | None, upper: float | None, pace: FloatArray
) -> FloatArray:
    """Paths (n, H) kept strictly inside the bounds, order preserved; pace: (H,) positive."""
    span = upper - lower if lower is not None and upper is not None else None
    out = paths
    if upper is not None:
        strip = margin(upper - last, span, float(pace[0]))
        excess = out - (upper - strip)
        if (excess > 0).any():
            out = np.where(excess > 0, upper - slowed(excess, strip, pace), out)
    if lower is not None:
        strip = margin(last - lower, span, float(pace[0]))
        excess = (lower + strip) - out
        if (excess > 0).any():
            out = np.where(excess > 0, lower + slowed(excess, strip, pace), out)
    return out
