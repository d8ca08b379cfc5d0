"""Where the province stands among the provinces with a figure of the same year and method."""

import statistics
from collections import defaultdict
from dataclasses import dataclass

from kh359.model.usable import is_usable
from kh359.plan.comparison import PeerValue
from kh359.plan.facts import Facts
from kh359.plan.observation import Observation, Region

FEWEST_PEERS = 3
OWN_REGIONS = (Region.PROVINCE, Region.OLD_PROVINCE, Region.KON_TUM)


@dataclass(frozen=True, slots=True, kw_only=True)
class PeerStanding:
    """Figures of one year and method, decimals. `own` is empty where the province has none.

    More is better: rank 1 is the highest value.
    """

    indicator_id: str
    year: int
    method: str
    own: tuple[Observation, ...]
    peers: tuple[PeerValue, ...]

    @property
    def size(self) -> int:
        """Number of provinces ranked when one figure of the province stands among the others."""
        return len(self.peers) + 1

    @property
    def median(self) -> float:
        """Median of the other provinces."""
        return statistics.median(peer.value for peer in self.peers)

    def rank(self, own: Observation) -> int:
        """1 for the highest; equal values share the better rank."""
        return 1 + sum(peer.value > own.value for peer in self.peers)


def peer_standing(facts: Facts, indicator_id: str) -> PeerStanding | None:
    """The latest year with an own figure and enough others; else the latest with enough others."""
    by_key: dict[tuple[int, str], list[PeerValue]] = defaultdict(list)
    for peer in facts.peers:
        if peer.indicator_id == indicator_id:
            by_key[peer.year, peer.method].append(peer)
    found = [
        PeerStanding(
            indicator_id=indicator_id,
            year=year,
            method=method,
            own=_own(facts, indicator_id, year, method),
            peers=tuple(sorted(peers, key=lambda peer: -peer.value)),
        )
        for (year, method), peers in by_key.items()
        if len(peers) >= FEWEST_PEERS
    ]
    return max(found, key=lambda s: (bool(s.own), s.year, len(s.peers)), default=None)


def _own(facts: Facts, indicator_id: str, year: int, method: str) -> tuple[Observation, ...]:
    return tuple(
        o
        for region in OWN_REGIONS
        for o in facts.observations_of(indicator_id)
        if o.region is region and o.year == year and o.method == method and is_usable(o)
    )
