"""The five rungs of an indicator, 2025 to 2045: how likely each is, and where the ladder fails."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from kh359.model.attainment import TOLERANCE, Attainment, Verdict, first_year_met
from kh359.model.evidence import Level
from kh359.model.history import FloatArray, IntArray
from kh359.model.outlook import IndicatorOutlook
from kh359.model.projection import Projection
from kh359.plan.indicator import Indicator
from kh359.plan.target import MILESTONE_YEARS, Target

EVEN = 0.50
"""A rung fails below this probability, in whole percent as it is printed."""
FEWEST_EPISODES = 10.0
"""Effective number of comparable episodes below which a share of them says nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rung:
    """The targets of one milestone year. `hardest` is the one that asks for most."""

    year: int
    attainments: tuple[Attainment, ...]

    @property
    def hardest(self) -> Attainment:
        """The attainment of the target that asks for most: with it the others are met."""
        return max(self.attainments, key=lambda attainment: attainment.target.value)

    @property
    def fails(self) -> bool | None:
        """Whether it is missed, or likelier missed than met; None where nothing is known."""
        hardest = self.hardest
        if hardest.verdict in (Verdict.MET, Verdict.NOT_MET):
            return hardest.verdict is Verdict.NOT_MET
        return None if hardest.p_met is None else round(100 * hardest.p_met) < 100 * EVEN


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class FirstYear:
    """When a target is first met: shares of the draws, (n_years,) decimals; with `never` 1.

    never: the share that does not meet it up to the last of `years`.
    """

    target: Target
    years: IntArray
    shares: FloatArray
    never: float

    def quantile(self, q: float) -> float:
        """The year by which a share q of the draws has met the target; inf is never."""
        reached = np.flatnonzero(np.cumsum(self.shares) >= q - TOLERANCE)
        return float(self.years[reached[0]]) if reached.size else np.inf


@dataclass(frozen=True, slots=True, kw_only=True)
class Elsewhere:
    """Share of the comparable episodes elsewhere that got as far as `target` in as many years.

    n_effective: full episodes that those followed so long weigh as much as.
    """

    target: Target
    share: float
    n_effective: float


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Ladder:
    """rungs: one for each milestone year, None where the plan sets no number.

    first_failing: year of the first rung that fails; None where none does, or none is known.
    first_year: of the last target where it is projected; elsewhere: of the last target that the
        class can speak of.
    """

    indicator: Indicator
    level: Level
    rungs: tuple[Rung | None, ...]
    first_failing: int | None
    first_year: FirstYear | None
    elsewhere: Elsewhere | None

    @property
    def is_known(self) -> bool:
        """Whether anything can be said of any rung."""
        return any(rung is not None and rung.fails is not None for rung in self.rungs)


def ladder(item: IndicatorOutlook) -> Ladder:
    """The ladder of one indicator, from a baseline's or a scenario's outlook."""
    rungs = tuple(_rung(item, year) for year in MILESTONE_YEARS)
    failing = [rung.year for rung in rungs if rung is not None and rung.fails]
    last = next((rung for rung in reversed(rungs) if rung is not None), None)
    is_ahead = last is not None and last.hardest.p_met is not None
    projected = item.projection if is_ahead else None
    return Ladder(
        indicator=item.indicator,
        level=item.evidence.level,
        rungs=rungs,
        first_failing=failing[0] if failing else None,
        first_year=_first_year(projected, last.hardest.target) if projected and last else None,
        elsewhere=_elsewhere(item),
    )


def ladders(items: Sequence[IndicatorOutlook]) -> tuple[Ladder, ...]:
    """The ladders of all indicators that have targets, in their order."""
    return tuple(ladder(item) for item in items if item.attainments)


def _rung(item: IndicatorOutlook, year: int) -> Rung | None:
    own = tuple(a for a in item.attainments if a.target.year == year)
    return Rung(year=year, attainments=own) if own else None


def _first_year(projection: Projection, target: Target) -> FirstYear:
    first = first_year_met(projection, target)
    shares = np.array([np.mean(first == year) for year in projection.years])
    return FirstYear(
        target=target,
        years=projection.years,
        shares=shares,
        never=float(np.mean(np.isinf(first))),
    )


def _elsewhere(item: IndicatorOutlook) -> Elsewhere | None:
    """The furthest target that enough episodes were followed to; of two figures the higher."""
    if item.reference is None:
        return None
    targets = {attainment.target.target_id: attainment.target for attainment in item.attainments}
    reached = max(
        (share for share in item.reference.shares if share.effective_n >= FEWEST_EPISODES),
        key=lambda s: (targets[s.target_id].year, targets[s.target_id].value),
        default=None,
    )
    if reached is None:
        return None
    return Elsewhere(
        target=targets[reached.target_id],
        share=reached.share,
        n_effective=reached.effective_n,
    )
