"""The pace an indicator borrows in Viet Nam, and how much it weighs against the reference class."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from kh359.model.comparable import OWN_HISTORY, comparable_of, proxy_history
from kh359.model.lender import Lender, LentFigure
from kh359.model.link import Link, LogitLink, LogLink, pace_link
from kh359.model.pace import BETWEEN_PLACES, RECENT_YEARS, Pace, comparable_pace, generic_pace
from kh359.model.usable import latest_segment
from kh359.plan.comparison import Comparable, PeerValue
from kh359.plan.facts import Facts
from kh359.plan.indicator import Indicator
from kh359.plan.observation import Region
from kh359.plan.series_break import SeriesBreak

HALF_WEIGHT_CHANGES = 10
"""Yearly changes at which a borrowed pace weighs as much as the whole reference class."""
FEWEST_FOR_SPREAD = 3
"""Places from which on their own spread replaces the supposed one."""
FEWEST_CHANGES = 2
"""Changes in Viet Nam that make a class: one alone is an anecdote."""


class Origin(StrEnum):
    """Where the pace comes from."""

    VIET_NAM = "viet_nam"
    """The same indicator: the whole country and other provinces, by one method."""
    PROXY = "proxy"
    """Another national series that is comparable."""


class Scale(StrEnum):
    """In which form a pace is carried from the lenders' level to another (link.pace_link)."""

    ODDS = "odds"
    """Part reached divided by part missing: two bounds."""
    RATE = "rate"
    """Percent a year: one lower bound."""
    OWN = "own"
    """In the indicator's own unit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BorrowedPace:
    """lenders: the series behind the pace, the whole country first."""

    pace: Pace
    scale: Scale
    origin: Origin
    lenders: tuple[Lender, ...]

    @property
    def n_places(self) -> int:
        """Provinces and the country."""
        return len(self.lenders)

    @property
    def n_changes(self) -> int:
        """Changes between two figures, over all lenders."""
        return sum(lender.n_changes for lender in self.lenders)

    @property
    def weight(self) -> float:
        """Share of the draws: n / (n + 10). A giả định (docs/decisions/reference-class.md)."""
        return self.n_changes / (self.n_changes + HALF_WEIGHT_CHANGES)

    @property
    def yearly_rate(self) -> float | None:
        """Mean relative change a year of the odds or the value (0.05 is 5 %); None on OWN."""
        return None if self.scale is Scale.OWN else float(np.expm1(self.pace.mean))


def borrowed_pace(facts: Facts, indicator: Indicator, method: str | None) -> BorrowedPace | None:
    """The Vietnamese class of an indicator, else its comparable national series, else None.

    method: how the indicator's own figures are measured; None takes the comparable's, or the one
    with most changes.
    """
    comparable = comparable_of(facts, indicator.indicator_id)
    if method is None and comparable is not None and comparable.series == OWN_HISTORY:
        method = comparable.method
    places = _places(facts, indicator, method)
    if _changes(places) >= FEWEST_CHANGES:
        return _pooled(indicator, places)
    return _proxy(facts, indicator, comparable)


def _proxy(
    facts: Facts, indicator: Indicator, comparable: Comparable | None
) -> BorrowedPace | None:
    history = proxy_history(facts, indicator, comparable) if comparable is not None else None
    if history is None or comparable is None:
        return None
    try:
        pace = comparable_pace(history)
    except ValueError:
        return None
    recent = [
        p
        for p in sorted(facts.proxies, key=lambda p: p.year)
        if p.proxy_id == comparable.series and p.year >= history.years[-1] - RECENT_YEARS
    ]
    return BorrowedPace(
        pace=pace,
        scale=_scale(pace_link(history)),
        origin=Origin.PROXY,
        lenders=(Lender(figures=tuple(recent)),),
    )


def _scale(link: Link) -> Scale:
    if isinstance(link, LogitLink):
        return Scale.ODDS
    return Scale.RATE if isinstance(link, LogLink) else Scale.OWN


def _places(facts: Facts, indicator: Indicator, method: str | None) -> list[Lender]:
    """Series of two figures or more of the country and of other provinces, by one method."""
    rows = [p for p in facts.peers if p.indicator_id == indicator.indicator_id]
    nation = facts.observations_of(indicator.indicator_id)
    by_method: dict[str, list[Lender]] = {}
    methods = {p.method for p in rows} | {o.method for o in nation} if method is None else {method}
    breaks = [b for b in facts.breaks if b.indicator_id == indicator.indicator_id]
    for name in sorted(methods):
        series: list[Sequence[LentFigure]] = [
            latest_segment((o for o in nation if o.method == name), facts.breaks, Region.NATION)
        ]
        for province in sorted({p.province for p in rows if p.method == name}):
            own = (p for p in rows if (p.province, p.method) == (province, name))
            series.append(_after_last_break(own, breaks))
        by_method[name] = [Lender(figures=tuple(s)) for s in series if len(s) > 1]
    return max(by_method.values(), key=_changes, default=[])


def _changes(places: Sequence[Lender]) -> int:
    return sum(place.n_changes for place in places)


def _after_last_break(
    figures: Iterable[PeerValue], breaks: Sequence[SeriesBreak]
) -> list[PeerValue]:
    """The part of another province's series that no break of the whole country cuts off."""
    by_year = {figure.year: figure for figure in figures}
    cuts = [b.year for b in breaks if b.region is None and b.year <= max(by_year)]
    return [by_year[year] for year in sorted(by_year) if year >= max(cuts, default=year)]


def _pooled(indicator: Indicator, lenders: Sequence[Lender]) -> BorrowedPace:
    """Mean pace over all places, each year of each place counting once.

    The spread is that between places from three on, else the supposed one, with the error of the
    mean; the noise is the generic one.
    """
    places = [lender.history(indicator.lower, indicator.upper) for lender in lenders]
    link, generic = pace_link(places[0]), generic_pace(places[0])
    gained, spans = [], []
    for place in places:
        linked = link.forward(place.values)
        gained.append(float(linked[-1] - linked[0]))
        spans.append(float(place.years[-1] - place.years[0]))
    paces = np.array(gained) / np.array(spans)
    supposed = BETWEEN_PLACES.get(type(link), generic.spread)
    between = float(np.std(paces, ddof=1)) if len(places) >= FEWEST_FOR_SPREAD else supposed
    spread = float(np.hypot(max(between, supposed), generic.noise / np.sqrt(sum(spans))))
    return BorrowedPace(
        pace=Pace(mean=sum(gained) / sum(spans), spread=spread, noise=generic.noise),
        scale=_scale(link),
        origin=Origin.VIET_NAM,
        lenders=tuple(lenders),
    )
