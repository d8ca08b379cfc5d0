"""Random walk with a drift that fades: the default of histories with three or more observations.

Recent yearly changes weigh more, the drift is shrunk a little, and it fades from year to year, as
in the damped trend of Gardner and McKenzie (1985), doi:10.1287/mnsc.31.10.1237. The constants were
tuned on development indicators of other countries: docs/decisions/families.md.
"""

from dataclasses import dataclass

import numpy as np

from kh359.model.family import Family
from kh359.model.history import FloatArray, History
from kh359.model.link import Link, soft_bounds
from kh359.model.noise import draw_scales, pooled_noise
from kh359.model.trend.fading import faded_years, fading_steps
from kh359.model.trend.regression import linked_floor
from kh359.model.trend.trend import require_observations

FEWEST = 3
FADE = 0.93
"""Share of the drift that is left a year later."""
RECENCY = 0.7
"""Weight of a yearly change against the one after it."""
SHRINK = 0.5
"""Weight of 'no drift', in changes."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class DriftTrend:
    """last: linked last value; drift per year and its `drift_error`, in units of the noise."""

    link: Link
    last: float
    drift: float
    drift_error: float
    noise: float
    freedom: float
    fade: float = FADE
    family: Family = Family.DRIFT

    def centre(self, horizon_years: int) -> FloatArray:
        """The faded drift without noise."""
        fading = faded_years(self.fade, horizon_years)
        return self.link.inverse(self.last + self.drift * fading)

    def simulate(self, horizon_years: int, n_draws: int, rng: np.random.Generator) -> FloatArray:
        """Random walks, each with its own drift and its own noise level."""
        scales = draw_scales(self.noise, self.freedom, n_draws, rng)
        drifts = self.drift + self.drift_error * scales * rng.standard_normal((n_draws, 1))
        steps = drifts * fading_steps(self.fade, horizon_years)
        steps = steps + scales * rng.standard_normal((n_draws, horizon_years))
        return self.link.inverse(self.last + np.cumsum(steps, axis=1))


def fit_drift(
    history: History, *, recency: float = RECENCY, shrink: float = SHRINK, fade: float = FADE
) -> DriftTrend:
    """Weighted mean of yearly changes on the soft-bounded scale; `recency` 1, `shrink` 0 and
    `fade` 1 give the textbook random walk with drift. Raises TrendError below three observations.
    """
    require_observations(history, FEWEST, Family.DRIFT)
    link = soft_bounds(history)
    linked, gaps = link.forward(history.values), np.diff(history.years)
    changes = np.diff(linked) / gaps
    weights = gaps * recency ** np.arange(changes.size)[::-1]
    weights = weights / weights.sum()
    mean = float(weights @ changes)
    effective = 1 / float(np.sum(weights**2))
    squares = float(weights @ ((changes - mean) ** 2 * gaps)) * effective
    noise = pooled_noise(squares, effective - 1, changes, linked_floor(history, link))
    return DriftTrend(
        link=link,
        last=float(linked[-1]),
        drift=mean * effective / (effective + shrink),
        drift_error=effective**-0.5,
        noise=noise,
        freedom=changes.size,
        fade=fade,
    )
