"""A straight line on a link scale: what linear, compound and logistic growth share.

Ordinary least squares. Paths draw intercept and slope from their joint Student-t distribution
(Gelman et al., Bayesian Data Analysis, 3rd ed., section 14.2, with the pooled noise of
`model.noise`), then add noise that accumulates: a line that was off stays off.
"""

from dataclasses import dataclass

import numpy as np

from kh359.model.family import Family
from kh359.model.history import FloatArray, History
from kh359.model.link import Link
from kh359.model.noise import draw_scales, noise_floor, pooled_noise


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class LineTrend:
    """intercept: value of the line in the last observed year, slope per year, both on the link.

    factor: (2, 2) lower Cholesky factor of (X'X)^-1; noise: yearly standard deviation.
    """

    family: Family
    link: Link
    intercept: float
    slope: float
    factor: FloatArray
    noise: float
    freedom: float

    def centre(self, horizon_years: int) -> FloatArray:
        """The line, taken back inside the bounds."""
        steps = np.arange(1, horizon_years + 1, dtype=np.float64)
        return self.link.inverse(self.intercept + self.slope * steps)

    def simulate(self, horizon_years: int, n_draws: int, rng: np.random.Generator) -> FloatArray:
        """Lines with drawn intercept and slope, and noise that accumulates."""
        scales = draw_scales(self.noise, self.freedom, n_draws, rng)
        off = (scales * rng.standard_normal((n_draws, 2))) @ self.factor.T
        steps = np.arange(1, horizon_years + 1)
        lines = self.intercept + off[:, :1] + (self.slope + off[:, 1:]) * steps
        wander = np.cumsum(scales * rng.standard_normal((n_draws, horizon_years)), axis=1)
        return self.link.inverse(lines + wander)


def fit_line(history: History, link: Link, family: Family) -> LineTrend:
    """Least squares of linked values on years; the history has three or more observations."""
    linked = link.forward(history.values)
    design = np.column_stack([np.ones(linked.size), history.years - history.years[-1]])
    inverse = np.linalg.inv(design.T @ design)
    intercept, slope = inverse @ design.T @ linked
    squares = float(np.sum((linked - design @ (intercept, slope)) ** 2))
    freedom = linked.size - 2
    changes = np.diff(linked) / np.diff(history.years)
    noise = pooled_noise(squares, freedom, changes, linked_floor(history, link))
    return LineTrend(
        family=family,
        link=link,
        intercept=float(intercept),
        slope=float(slope),
        factor=np.linalg.cholesky(inverse).astype(np.float64),
        noise=noise,
        freedom=freedom + 2,
    )


def linked_floor(history: History, link: Link) -> float:
    """The noise floor around the last value, as a distance on the link scale."""
    last, floor = history.values[-1], noise_floor(history)
    ends = link.forward(np.array([last - floor, last + floor]))
    return max(float(ends[1] - ends[0]) / 2, 1e-9)
