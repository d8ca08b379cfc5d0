"""Pace: how an indicator with one or two observations, or an assumed start, may move.

The drift of a path is drawn once and fades as in `trend.drift`; it is carried on a scale on which
places at different levels compare (logit, log). Everything here is a giả định, with its grounds in
docs/decisions/pace.md.
"""

from dataclasses import dataclass, replace

import numpy as np

from kh359.model.family import Family
from kh359.model.history import FloatArray, History
from kh359.model.link import Link, LogitLink, LogLink, pace_link, typical_size
from kh359.model.noise import FEWEST_FREEDOM, PRIOR_OBSERVATIONS, draw_scales
from kh359.model.trend.drift import FADE
from kh359.model.trend.fading import faded_years, fading_steps

RECENT_YEARS = 10
"""A comparable lends the pace of its last years, not of its take-off."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """Yearly change on a link scale.

    mean: expected change in a year; spread: standard deviation of that expectation between
    places; noise: standard deviation of a single year's change around it. skewed: whether the
    places are spread as a shifted exponential (most near the low end, few very fast) instead of
    normally.
    """

    mean: float
    spread: float
    noise: float
    skewed: bool = False


GENERIC_PACE = Pace(mean=0.09, spread=0.15, noise=0.08, skewed=True)
"""Pace of shares on the logit scale and of counts on the log scale: decline, standstill, take-off.

Fits the changes over 5 and 20 years of development indicators of other countries.
"""
OPEN_PACE = Pace(mean=0.0, spread=0.03, noise=0.10)
"""Pace where there is no such scale, in units of the typical value."""
BETWEEN_PLACES = {LogitLink: 0.12, LogLink: 0.08}
"""How far a place's own pace lies from that of a comparable series (standard deviation)."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PaceTrend:
    """last: linked last value; pace: on the same link."""

    link: Link
    last: float
    pace: Pace
    fade: float = FADE
    family: Family = Family.PACE

    def centre(self, horizon_years: int) -> FloatArray:
        """The mean pace without noise."""
        fading = faded_years(self.fade, horizon_years)
        return self.link.inverse(self.last + self.pace.mean * fading)

    def simulate(self, horizon_years: int, n_draws: int, rng: np.random.Generator) -> FloatArray:
        """Paths, each with its own pace, and with Student-t noise that accumulates."""
        pace, shape = self.pace, (n_draws, 1)
        places = rng.standard_exponential(shape) - 1 if pace.skewed else rng.standard_normal(shape)
        paces = pace.mean + pace.spread * places
        scales = draw_scales(pace.noise, FEWEST_FREEDOM, n_draws, rng)
        steps = paces * fading_steps(self.fade, horizon_years)
        steps = steps + scales * rng.standard_normal((n_draws, horizon_years))
        return self.link.inverse(self.last + np.cumsum(steps, axis=1))


def generic_pace(history: History) -> Pace:
    """The pace supposed where no comparable series exists."""
    if isinstance(pace_link(history), (LogitLink, LogLink)):
        return GENERIC_PACE
    size = typical_size(history)
    return Pace(
        mean=OPEN_PACE.mean * size, spread=OPEN_PACE.spread * size, noise=OPEN_PACE.noise * size
    )


def comparable_pace(comparable: History) -> Pace:
    """The mean pace of another series over its last RECENT_YEARS.

    Its spread adds the error of that mean to the difference between places. The noise is pooled
    with the generic one. Needs two or more observations (ValueError).
    """
    recent = comparable.years >= comparable.years[-1] - RECENT_YEARS
    if recent.sum() < 2:
        raise ValueError("a comparable series needs two observations in its last ten years")
    link = pace_link(comparable)
    generic = generic_pace(comparable)
    linked, years = link.forward(comparable.values[recent]), comparable.years[recent]
    span = float(years[-1] - years[0])
    mean = float(linked[-1] - linked[0]) / span
    gaps = np.diff(years)
    squares = float(np.sum((np.diff(linked) - mean * gaps) ** 2 / gaps))
    prior = PRIOR_OBSERVATIONS * generic.noise**2
    noise = float(np.sqrt((squares + prior) / (gaps.size - 1 + PRIOR_OBSERVATIONS)))
    between = BETWEEN_PLACES.get(type(link), generic.spread)
    return Pace(mean=mean, spread=float(np.hypot(noise / np.sqrt(span), between)), noise=noise)


def fit_pace(history: History, pace: Pace | None = None) -> PaceTrend:
    """Start at the last value; two or more observations of its own correct the pace.

    The correction is that of a normal prior (the pace) and a normal mean (the own change), each
    weighed by its precision. Never fails.
    """
    link, pace = pace_link(history), pace or generic_pace(history)
    linked = link.forward(history.values)
    if linked.size > 1:
        span = float(history.years[-1] - history.years[0])
        own, own_precision = (linked[-1] - linked[0]) / span, span / pace.noise**2
        precision = own_precision + pace.spread**-2
        mean = (own * own_precision + pace.mean * pace.spread**-2) / precision
        pace = replace(pace, mean=float(mean), spread=float(precision**-0.5))
    return PaceTrend(link=link, last=float(linked[-1]), pace=pace)
