"""Figures from elsewhere: other provinces, and national series that lend a pace."""

from typing import ClassVar

from kh359.plan.fact import Fact
from kh359.plan.observed_year import ObservedYear
from kh359.plan.unit import Unit


class PeerValue(Fact):
    """One row of `peers.csv`: another province's figure, for comparison only."""

    scaled: ClassVar[tuple[str, ...]] = ("value",)

    indicator_id: str
    province: str
    year: ObservedYear
    value: float
    unit: Unit
    method: str = "main"
    source_id: str
    note_vi: str | None = None
    note_en: str | None = None


class ProxyValue(Fact):
    """One row of `proxies.csv`: a national series that is not itself an indicator of the plan."""

    scaled: ClassVar[tuple[str, ...]] = ("value",)

    proxy_id: str
    name_vi: str
    name_en: str
    year: ObservedYear
    value: float
    unit: Unit
    source_id: str


class Comparable(Fact):
    """One row of `comparables.csv`: which series lends its pace to an indicator, and why.

    `series` is "history" (the indicator's own national rows), or a `proxy_id`.
    """

    indicator_id: str
    series: str
    method: str = "main"
    reason_vi: str
    reason_en: str
