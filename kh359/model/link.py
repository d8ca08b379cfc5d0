"""Link scales: growth is added on a scale where no path can leave its bounds.

Every link is strictly increasing, so quantiles carry over, and its inverse ends strictly inside
the bounds: paths come close to a bound without piling up on it.
Which link belongs to which family, and why: docs/decisions/families.md.
"""

from dataclasses import dataclass
from typing import Protocol

import numpy as np

from kh359.model.history import FloatArray, History

SATURATED = 0.05
"""A value nearer to its bound than this share of the margin is read as being this near."""
LARGEST_MARGIN = 0.10
"""Widest margin of a soft bound, as a share of the range between two bounds."""
SMALLEST_MARGIN = 0.005
"""Narrowest margin, as a share of the range (of the typical value where there is one bound)."""
LOGIT_EDGE = 0.001
"""Shares are read as at least this far from 0 and 1 on the logit scale."""
LARGEST_MULTIPLE = 1000.0
"""No path on the log scale passes this multiple of the largest observed value: a numeric guard."""

TINY = 1e-9
"""A typical value below this is no scale: the unit itself is taken."""
SMALLEST_PART = 1e-9
"""Logarithms are taken of at least this part of the largest number: a numeric guard."""
ZERO_OFFSET = 0.05
"""Added before the logarithm, as a share of the typical value, where a value is zero."""


class Link(Protocol):
    """An increasing map between an indicator's scale and an unbounded one; any array shape."""

    def forward(self, values: FloatArray) -> FloatArray:
        """Take values to the unbounded scale."""
        ...

    def inverse(self, linked: FloatArray) -> FloatArray:
        """Take numbers of the unbounded scale back inside the bounds."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class SoftBounds:
    """The indicator's own scale, bent into an exponential approach within a margin of a bound.

    Outside the margins the map is the identity; slopes agree where the pieces meet.
    """

    lower: float | None
    upper: float | None
    lower_margin: float = 1.0
    upper_margin: float = 1.0

    def forward(self, values: FloatArray) -> FloatArray:
        """Values at or beyond a bound are read as a small distance inside it."""
        linked = np.asarray(values, dtype=np.float64)
        if self.upper is not None:
            gap = np.maximum((self.upper - linked) / self.upper_margin, SATURATED)
            bent = self.upper - self.upper_margin * (1 + np.log(gap))
            linked = np.where(gap < 1, bent, linked)
        if self.lower is not None:
            gap = np.maximum((linked - self.lower) / self.lower_margin, SATURATED)
            bent = self.lower + self.lower_margin * (1 + np.log(gap))
            linked = np.where(gap < 1, bent, linked)
        return linked

    def inverse(self, linked: FloatArray) -> FloatArray:
        """Inverse of `forward`."""
        values = np.asarray(linked, dtype=np.float64)
        if self.lower is not None:
            depth = (values - self.lower) / self.lower_margin - 1
            bent = self.lower + self.lower_margin * np.exp(np.clip(depth, -700, 0))
            values = np.where(depth < 0, bent, values)
        if self.upper is not None:
            depth = (self.upper - values) / self.upper_margin - 1
            bent = self.upper - self.upper_margin * np.exp(np.clip(depth, -700, 0))
            values = np.where(depth < 0, bent, values)
        return values


@dataclass(frozen=True, slots=True, kw_only=True)
class LogitLink:
    """ln((v - lower) / (upper - v)), for two bounds."""

    lower: float
    upper: float

    def forward(self, values: FloatArray) -> FloatArray:
        """Values nearer to a bound than LOGIT_EDGE of the range are read as that near."""
        share = (np.asarray(values, dtype=np.float64) - self.lower) / (self.upper - self.lower)
        share = np.clip(share, LOGIT_EDGE, 1 - LOGIT_EDGE)
        return np.log(share / (1 - share))

    def inverse(self, linked: FloatArray) -> FloatArray:
        """Inverse of `forward`."""
        share = 1 / (1 + np.exp(-np.clip(linked, -500, 500)))
        return self.lower + (self.upper - self.lower) * share


@dataclass(frozen=True, slots=True, kw_only=True)
class LogLink:
    """ln(v - lower + offset); values near an upper bound approach it as under `soft`."""

    lower: float
    offset: float
    largest: float
    soft: SoftBounds

    def forward(self, values: FloatArray) -> FloatArray:
        """`offset` is positive where the history touches the bound, so that the log exists."""
        above = np.maximum(self.soft.forward(values) - self.lower, 0) + self.offset
        return np.log(np.maximum(above, self.largest * SMALLEST_PART))

    def inverse(self, linked: FloatArray) -> FloatArray:
        """Inverse of `forward`."""
        above = np.exp(np.minimum(linked, np.log(self.largest))) - self.offset
        return self.soft.inverse(self.lower + np.maximum(above, 0))


def typical_size(history: History) -> float:
    """Width between two bounds, else the mean absolute value, else 1: the unit of floors."""
    if history.lower is not None and history.upper is not None:
        return history.upper - history.lower
    return _size(history.values)


def _size(values: FloatArray) -> float:
    size = float(np.mean(np.abs(values)))
    return size if size > TINY else 1.0


def _margin(gap: float, size: float, two_bounds: bool) -> float:
    largest = LARGEST_MARGIN * size if two_bounds else np.inf
    return float(np.clip(gap / 2, SMALLEST_MARGIN * size, largest))


def soft_bounds(history: History) -> SoftBounds:
    """Margins are half the smallest distance between the observations and the bound."""
    lower, upper = history.lower, history.upper
    size, two = typical_size(history), lower is not None and upper is not None
    return SoftBounds(
        lower=lower,
        upper=upper,
        lower_margin=1.0 if lower is None else _margin(history.values.min() - lower, size, two),
        upper_margin=1.0 if upper is None else _margin(upper - history.values.max(), size, two),
    )


def log_link(history: History) -> LogLink:
    """Logs above the lower bound (0 where there is none); an upper bound stays soft."""
    lower = history.lower or 0.0
    above = history.values - lower
    size = _size(above)
    upper = soft_bounds(history)
    return LogLink(
        lower=lower,
        offset=0.0 if above.min() > 0 else ZERO_OFFSET * size,
        largest=LARGEST_MULTIPLE * max(float(above.max()), size),
        soft=SoftBounds(lower=None, upper=history.upper, upper_margin=upper.upper_margin),
    )


def pace_link(history: History) -> Link:
    """The scale on which a pace is carried from one place to another.

    Logit between two bounds, log above one lower bound, else the indicator's own scale.
    """
    if history.lower is not None and history.upper is not None:
        return LogitLink(lower=history.lower, upper=history.upper)
    if history.lower is not None and history.upper is None:
        return log_link(history)
    return soft_bounds(history)
