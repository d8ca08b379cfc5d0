"""An effect on the link scale, applied to values: docs/decisions/response.md."""

import numpy as np

from kh359.model.history import FloatArray


def move(values: FloatArray, effect: FloatArray, upper: float | None, *, out: FloatArray) -> None:
    """Write the values after an effect into `out`; all of one shape. `effect` is used up.

    With an upper bound the effect is added to ln(v / (upper - v)), else to ln(v). Written so that
    an effect of exactly 0 gives back the very values, that no bound is passed, and that a value
    at a bound stays there: v m / (1 + (v / upper)(m - 1)) with m = exp(effect).
    """
    multiple = np.exp(effect, out=effect)
    np.multiply(values, multiple, out=out)
    if upper is None:
        return
    multiple -= 1
    multiple *= values
    if upper != 1:
        multiple /= upper
    multiple += 1
    out /= multiple
    np.minimum(out, upper, out=out)


def linked(values: FloatArray, upper: float | None) -> FloatArray:
    """Values on the link scale of `move`; kept finite at the bounds."""
    if upper is None:
        return np.log(np.maximum(values, EDGE))
    share = np.clip(values / upper, EDGE, 1 - EDGE)
    return np.log(share / (1 - share))


EDGE = 1e-9
"""Nearest to a bound that the link scale is read."""
