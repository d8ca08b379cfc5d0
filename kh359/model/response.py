"""An effect on the link scale, applied to values: docs/decisions/response.md."""

import numpy as np

from kh359.model.history import FloatArray


def moved(values: FloatArray, effect: FloatArray, upper: float | None) -> FloatArray:
    """Values after an effect, any one shape; both links start at 0.

    With an upper bound the effect is added to ln(v / (upper - v)), else to ln(v). Written so that
    an effect of exactly 0 gives back the very values, that no bound is passed, and that a value
    at a bound stays there: v m / (1 + (v / upper)(m - 1)) with m = exp(effect).
    """
    multiple = np.exp(effect)
    if upper is None:
        return np.multiply(values, multiple, out=multiple)
    result = values * multiple
    multiple -= 1
    multiple *= values
    if upper != 1:
        multiple /= upper
    multiple += 1
    result /= multiple
    return np.minimum(result, upper, out=result)


def linked(values: FloatArray, upper: float | None) -> FloatArray:
    """Values on the link scale of `moved`; kept finite at the bounds."""
    if upper is None:
        return np.log(np.maximum(values, EDGE))
    share = np.clip(values / upper, EDGE, 1 - EDGE)
    return np.log(share / (1 - share))


EDGE = 1e-9
"""Nearest to a bound that the link scale is read."""
