"""Observed values of one indicator that may share one trend."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int64]
BoolArray = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class History:
    """years: (n,) strictly increasing calendar years; values: (n,) decimals; n >= 1.

    `lower` and `upper` are the hard bounds, or None.
    """

    years: IntArray
    values: FloatArray
    lower: float | None = None
    upper: float | None = None

    def __post_init__(self) -> None:
        years = np.asarray(self.years, dtype=np.int64)
        values = np.asarray(self.values, dtype=np.float64)
        if years.ndim != 1 or years.shape != values.shape or years.size == 0:
            raise ValueError("years and values must be 1-d, of one length, and not empty")
        if (np.diff(years) <= 0).any():
            raise ValueError("years must increase strictly")
        if not np.isfinite(values).all():
            raise ValueError("values must be finite")
        if self.lower is not None and self.upper is not None and self.lower >= self.upper:
            raise ValueError("lower must be below upper")
        for name, array in (("years", years), ("values", values)):
            array = array.copy()
            array.setflags(write=False)
            object.__setattr__(self, name, array)
