"""The window: a short history put on a scale of its own, so that unlike indicators compare.

A window is turned so that its own direction is "up" and measured in its own pace, the mean absolute
change a year. Both are known at the end of the history; nothing from the future enters.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Windows:
    """A batch of n histories of the same length L.

    years, values: (n, L); years increase and may skip.
    lower, upper:  (n,) hard bounds, -inf and inf where there are none.
    """

    years: FloatArray
    values: FloatArray
    lower: FloatArray
    upper: FloatArray

    @property
    def last(self) -> FloatArray:
        """Last observed value, (n,), in the indicator's unit."""
        return self.values[:, -1]

    @property
    def range(self) -> FloatArray:
        """Distance between the bounds, (n,); nan unless both bounds are finite."""
        both = np.isfinite(self.lower) & np.isfinite(self.upper)
        return np.where(both, np.where(both, self.upper, 0) - np.where(both, self.lower, 0), np.nan)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Scale:
    """What turns a window's own unit into the common one.

    direction: (n,) +1 or -1, the sign of the net change of the window.
    pace:      (n,) positive, mean absolute change a year in the indicator's unit.
    flat:      (n,) bool, no change was seen and `pace` is a guess from the level alone.
    """

    direction: FloatArray
    pace: FloatArray
    flat: NDArray[np.bool_]


def steps(x: FloatArray) -> FloatArray:
    """Differences along the rows, (n, L - 1)."""
    return x[:, 1:] - x[:, :-1]


def rates(windows: Windows) -> FloatArray:
    """Changes per year between observations, (n, L - 1), in the indicator's unit."""
    return steps(windows.values) / steps(windows.years)


def guessed_pace(windows: Windows) -> FloatArray:
    """Pace expected from the level alone, (n,): 2 % of the range a year, less near a bound.

    The factor is the logistic curve's 4 p (1 - p), with p the share of the range already covered.
    Without a range it is 5 % of the level a year.
    """
    width = windows.range
    has_range = np.isfinite(width)
    span = np.where(has_range, width, 1.0)
    share = np.where(
        has_range, (windows.last - np.where(has_range, windows.lower, 0.0)) / span, 0.5
    )
    bend = np.sqrt(np.minimum(np.maximum(4 * share * (1 - share), 0.04), 1.0))
    size = np.mean(np.abs(windows.values), axis=1)
    guess = np.where(has_range, 0.02 * span * bend, 0.05 * size)
    return np.maximum(guess, smallest_pace(windows))


def smallest_pace(windows: Windows) -> FloatArray:
    """Pace below which a window counts as flat, (n,): 0.1 % of the level or 0.01 % of the range."""
    size = 1e-3 * np.mean(np.abs(windows.values), axis=1)
    width = windows.range
    return np.maximum(np.maximum(size, np.where(np.isfinite(width), 1e-4 * width, 0.0)), 1e-9)


def scale_of(windows: Windows) -> Scale:
    """Direction and pace of every window.

    With fewer than six observations the observed pace is drawn to the guess, in logs, with the
    weight of a quarter of an observation. A flat window takes a quarter of the guess.
    """
    n, length = windows.values.shape
    floor, guess = smallest_pace(windows), guessed_pace(windows)
    if length == 1:
        return Scale(direction=np.ones(n), pace=guess, flat=np.zeros(n, bool))
    change = rates(windows)
    direction = np.sign(windows.values[:, -1] - windows.values[:, 0])
    tilt = np.sign((change * np.arange(1, length)).sum(axis=1))
    direction = np.where(direction == 0, tilt, direction)
    direction = np.where(direction == 0, 1.0, direction)
    seen = np.mean(np.abs(change), axis=1)
    flat = seen <= floor
    weight = (length - 1) / (length - 0.75) if length < 6 else 1.0
    drawn = np.exp(weight * np.log(np.maximum(seen, floor)) + (1 - weight) * np.log(guess))
    pace = np.where(flat, np.maximum(guess / 4, floor), np.maximum(drawn, floor))
    return Scale(direction=direction, pace=pace, flat=flat)
