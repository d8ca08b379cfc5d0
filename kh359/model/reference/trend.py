"""The default forecaster: what followed comparable histories elsewhere.

A history is put on its own scale (`window`), described without units (`features`) and compared
with episodes of other countries by a forest (`forest`). Their futures, mixed with small nets
(`blend`), are dealt out as whole paths (`draws`). Reference-class forecasting: Kahneman and Tversky
(1979), Flyvbjerg (2006); judged by proper scores: Gneiting and Raftery (2007).
"""

from dataclasses import dataclass, field

import numpy as np

from kh359.model.family import Family
from kh359.model.history import FloatArray, History
from kh359.model.reference.blend import blended_cdf, change_quantiles, episode_weights
from kh359.model.reference.comparable import ComparableEpisodes
from kh359.model.reference.draws import dealt, levels
from kh359.model.reference.features import features
from kh359.model.reference.limits import within
from kh359.model.reference.outcome import HORIZONS, from_outcome, tail_of, width
from kh359.model.reference.table import ReferenceTable, shipped_table
from kh359.model.reference.window import Scale, Windows, scale_of

LONGEST = 15
"""Observations looked at: the last ones."""
NETWORK_SPEED = 5.0
"""A network's coverage with no change seen yet moves this much faster than the usual guess."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ReferenceTrend:
    """The reference class of one history.

    last: last value; pace: its own mean absolute change a year; direction: +1 or -1; described:
    (n_features,) its features; weight: (n_episodes,) of the table's episodes, sums to 1.
    """

    table: ReferenceTable
    last: float
    pace: float
    direction: float
    described: FloatArray
    weight: FloatArray
    lower: float | None
    upper: float | None
    kind: str | None
    family: Family = field(default=Family.REFERENCE)

    def centre(self, horizon_years: int) -> FloatArray:
        """The median of every year, shape (horizon_years,)."""
        middle = self._quantiles(horizon_years, np.array([0.5]))
        return self._on_own_scale(middle.T, horizon_years)[0]

    def simulate(self, horizon_years: int, n_draws: int, rng: np.random.Generator) -> FloatArray:
        """Paths that each follow one comparable episode, (n_draws, horizon_years).

        Beyond the 20 years learnt, every path goes on as the expected width does.
        """
        quantiles = self._quantiles(horizon_years, levels(n_draws))
        active = np.flatnonzero(self.weight > 0)
        outcomes = self.table.outcomes[active, : len(quantiles)]
        paths = dealt(quantiles, outcomes, self.weight[active], rng)
        return self._on_own_scale(paths, horizon_years)

    def episodes(self) -> ComparableEpisodes:
        """The episodes with weight, on this history's scale, over 20 years."""
        active = np.flatnonzero(self.weight > 0)
        horizons = np.arange(1, HORIZONS + 1.0)
        change = from_outcome(self.table.outcomes[active], horizons, tail_of(self.kind))
        return ComparableEpisodes(
            weight=self.weight[active],
            paths=self._on_own_scale(change, HORIZONS),
            country=self.table.country[active],
            indicator=self.table.indicator[active],
            last=self.last,
        )

    def _quantiles(self, horizon_years: int, at: FloatArray) -> FloatArray:
        """Quantiles of the oriented change in own pace, (years learnt, n_levels)."""
        n_years = min(horizon_years, HORIZONS)
        cdf = blended_cdf(self.table, self.described, self.weight, n_years, self.kind)
        return change_quantiles(self.table, cdf, at, self.kind)

    def _on_own_scale(self, change: FloatArray, horizon_years: int) -> FloatArray:
        """Oriented changes in own pace (n, years learnt) as values (n, horizon_years)."""
        expected = width(np.arange(1, horizon_years + 1.0))
        if horizon_years > HORIZONS:
            later = change[:, -1:] * expected[HORIZONS:] / expected[HORIZONS - 1]
            change = np.concatenate([change, later], axis=1)
        paths = self.last + self.direction * self.pace * change
        return within(paths, self.last, self.lower, self.upper, self.pace * expected)


def fit_reference(
    history: History, *, kind: str | None = None, table: ReferenceTable | None = None
) -> ReferenceTrend:
    """Find the reference class of a history of one observation or more. Never fails.

    kind: "coverage" turns to the spread of mobile networks first, a group's name to that group;
    None to all episodes alike. Raises ValueError for another kind.
    """
    table = table or shipped_table()
    windows = _window(history)
    scale = scale_of(windows)
    described = features(windows, scale)[0][0]
    return ReferenceTrend(
        table=table,
        last=float(windows.last[0]),
        pace=_answer_pace(windows, scale, kind),
        direction=float(scale.direction[0]),
        described=described,
        weight=episode_weights(table, described, kind),
        lower=history.lower,
        upper=history.upper,
        kind=kind,
    )


def _answer_pace(windows: Windows, scale: Scale, kind: str | None) -> float:
    """Pace that outcomes are multiplied by, in the indicator's unit a year.

    For network coverage without a change seen, 10 % of the range a year at mid-way.
    """
    unseen = windows.values.shape[1] == 1 or bool(scale.flat[0])
    return float(scale.pace[0]) * (NETWORK_SPEED if unseen and kind == "coverage" else 1.0)


def _window(history: History) -> Windows:
    """The last observations as a batch of one; values are moved inside the bounds."""
    low = -np.inf if history.lower is None else history.lower
    high = np.inf if history.upper is None else history.upper
    return Windows(
        years=history.years[None, -LONGEST:].astype(float),
        values=np.clip(history.values, low, high)[None, -LONGEST:],
        lower=np.array([low]),
        upper=np.array([high]),
    )
