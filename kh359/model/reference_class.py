"""The reference class of one indicator, in the numbers a page shows.

"Of N comparable episodes elsewhere, X % got this far in this time."
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from kh359.model.attainment import LAST_JUDGED_YEAR, threshold
from kh359.model.history import FloatArray, History, IntArray
from kh359.model.projection import HORIZON_YEAR
from kh359.model.reference.comparable import ComparableEpisodes
from kh359.model.reference.trend import fit_reference
from kh359.plan.target import Target

SHOWN_QUANTILES = (0.1, 0.5, 0.9)


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetShare:
    """share: weighted share of the episodes that got as far as the target in as many years.

    effective_n: effective number of the episodes that were followed so long; the share is theirs.
    """

    target_id: str
    share: float
    effective_n: float


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ReferenceClass:
    """Episodes of other countries that start like this indicator.

    effective_n: Kish's effective number of episodes; n_episodes: how many have any weight.
    years: (n_years,) calendar years; quantiles: (3, n_years) p10, p50, p90 of what followed, on
    the indicator's own scale, decimals. shares: one for each target within 20 years.
    peer_weight: share of the paths that follow the pace borrowed in Viet Nam; n_peer_changes: the
    yearly changes behind it, 0 where there is none.
    """

    effective_n: float
    n_episodes: int
    n_countries: int
    n_indicators: int
    years: IntArray
    quantiles: FloatArray
    shares: tuple[TargetShare, ...]
    peer_weight: float
    n_peer_changes: int


def reference_class(
    history: History,
    targets: Iterable[Target],
    *,
    kind: str | None,
    peer_weight: float,
    n_peer_changes: int,
) -> ReferenceClass:
    """The class of a history, with `target_shares`."""
    episodes = fit_reference(history, kind=kind).episodes()
    last = int(history.years[-1])
    n_years = _followed(episodes, last)
    return ReferenceClass(
        effective_n=episodes.effective_n,
        n_episodes=episodes.weight.size,
        n_countries=episodes.n_countries,
        n_indicators=episodes.n_indicators,
        years=np.arange(last + 1, last + 1 + n_years),
        quantiles=episodes.quantiles(np.array(SHOWN_QUANTILES))[:, :n_years],
        shares=_shares(episodes, last, targets),
        peer_weight=peer_weight,
        n_peer_changes=n_peer_changes,
    )


def target_shares(
    history: History, targets: Iterable[Target], *, kind: str | None
) -> tuple[TargetShare, ...]:
    """One for each target; those already judged, or beyond what was followed, have none."""
    episodes = fit_reference(history, kind=kind).episodes()
    return _shares(episodes, int(history.years[-1]), targets)


def _followed(episodes: ComparableEpisodes, last: int) -> int:
    """Number of years after the last observed one that the class speaks about."""
    return min(episodes.paths.shape[1], HORIZON_YEAR - last)


def _shares(
    episodes: ComparableEpisodes, last: int, targets: Iterable[Target]
) -> tuple[TargetShare, ...]:
    end = last + _followed(episodes, last)
    reached = (
        (target, episodes.share_at_least(threshold(target), target.year - last))
        for target in targets
        if target.year > LAST_JUDGED_YEAR and last < target.year <= end
    )
    return tuple(
        TargetShare(
            target_id=target.target_id,
            share=share,
            effective_n=episodes.effective_n_after(target.year - last),
        )
        for target, share in reached
        if share is not None
    )
