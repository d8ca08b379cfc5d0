"""Observed values of one indicator that may share one trend."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from kh359.plan.fact import LARGEST

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int64]
BoolArray = NDArray[np.bool_]


NARROWEST = 1e-9
"""Two bounds nearer than this leave no range to divide by."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class History:
    """years: (n,) strictly increasing calendar years; values: (n,) decimals; n >= 1.

    `lower` and `upper` are the hard bounds, or None. Raises ValueError for anything else: years
    that are no whole numbers, and numbers that are not finite or beyond plan.fact.LARGEST in size.
    """

    years: IntArray
    values: FloatArray
    lower: float | None = None
    upper: float | None = None

    def __post_init__(self) -> None:
        years = _whole(self.years)
        values = np.asarray(self.values, dtype=np.float64)
        if years.ndim != 1 or years.shape != values.shape or years.size == 0:
            raise ValueError("years and values must be 1-d, of one length, and not empty")
        if (np.diff(years) <= 0).any():
            raise ValueError("years must increase strictly")
        if not np.isfinite(values).all():
            raise ValueError("values must be finite")
        bounds = [bound for bound in (self.lower, self.upper) if bound is not None]
        if not np.isfinite(bounds).all():
            raise ValueError("bounds must be finite, or None")
        if (np.abs([*values, *bounds]) > LARGEST).any():
            raise ValueError(f"values and bounds must not be larger than {LARGEST:g}")
        if len(bounds) == 2 and bounds[1] - bounds[0] < NARROWEST:
            raise ValueError(f"lower must be below upper, by {NARROWEST:g} or more")
        for name, array in (("years", years), ("values", values)):
            array = array.copy()
            array.setflags(write=False)
            object.__setattr__(self, name, array)


def _whole(years: ArrayLike) -> IntArray:
    """The years as integers; 2020.0 is one, 2020.5 is refused."""
    written = np.asarray(years)
    if not np.issubdtype(written.dtype, np.number) or not np.isfinite(written).all():
        raise ValueError("years must be whole numbers")
    whole = written.astype(np.int64)
    if (whole != written).any():
        raise ValueError("years must be whole numbers")
    return whole
