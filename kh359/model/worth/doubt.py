"""Doubt about one target, and what a figure is expected to take away from it.

Doubt is the expected Brier score of the best thing that can be said: p (1 - p) for a probability p,
0 for a target that is judged, and 1/4 where nothing may be said, which is what the answer "one
half" scores whatever happens. The mean of the doubt after a figure, over the values it may take,
against the doubt before is the expected value of sample information under quadratic loss (Raiffa
and Schlaifer 1961, chapters 4 and 5; Brier 1950).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

WHOLE = 0.25
"""Doubt where nothing may be said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """before, after: expected Brier scores, 0 to 1/4. Never negative together: after <= before."""

    before: float
    after: float

    @property
    def cleared(self) -> float:
        """The part taken away, 0 to 1: 1 turns complete ignorance into certainty."""
        return (self.before - self.after) / WHOLE


def narrowed(p_after: ArrayLike) -> Doubt:
    """Doubt about a target that has a probability, by what the probability may become, (n,).

    Before the figure it is that of the mean, so that what is cleared is the variance of what the
    probability becomes: p̄(1 - p̄) - mean p(1 - p) = var p, never below 0.
    """
    p = np.asarray(p_after, dtype=np.float64)
    mean = float(p.mean())
    before = mean * (1 - mean)
    return Doubt(before=before, after=min(float((p * (1 - p)).mean()), before))


def told_first(p_after: ArrayLike) -> Doubt:
    """Doubt about a target of which nothing could be said, by what it would get, (n,)."""
    p = np.asarray(p_after, dtype=np.float64)
    return Doubt(before=WHOLE, after=float((p * (1 - p)).mean()))


JUDGED = Doubt(before=WHOLE, after=0.0)
"""A past target without a figure of its year, once it has one."""
UNTOUCHED = Doubt(before=0.0, after=0.0)
"""A target that the figure says nothing new of: judged already, or out of its reach."""
