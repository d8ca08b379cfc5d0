"""Small facts for model tests: one indicator, a few targets and observations."""

from collections.abc import Iterable

from kh359.plan.comparison import Comparable, PeerValue, ProxyValue
from kh359.plan.facts import Facts
from kh359.plan.indicator import Driver, Group, Indicator, Kind, Role
from kh359.plan.observation import Grade, Match, Observation, Region
from kh359.plan.series_break import Cause, SeriesBreak
from kh359.plan.target import Comparator, Period, Target
from kh359.plan.unit import Unit

MERGER = SeriesBreak(
    indicator_id="*",
    region=Region.PROVINCE,
    year=2025,
    cause=Cause.MERGER,
    note_vi="sáp nhập",
    note_en="merger",
)


def share(indicator_id: str = "coverage") -> Indicator:
    """A share in percent, 0 to 100 in `data/`."""
    return _indicator(indicator_id, Unit.PERCENT, Kind.SHARE, lower=0, upper=100)


def count(indicator_id: str = "firms") -> Indicator:
    """A count of enterprises."""
    return _indicator(indicator_id, Unit.ENTERPRISES, Kind.COUNT, lower=0, upper=None)


def _indicator(
    indicator_id: str, unit: Unit, kind: Kind, *, lower: float, upper: float | None
) -> Indicator:
    return Indicator(
        indicator_id=indicator_id,
        name_vi=indicator_id,
        name_en=indicator_id,
        group=Group.DIGITAL,
        role=Role.TARGET,
        unit=unit,
        kind=kind,
        lower=lower,
        upper=upper,
        driver=Driver.PROVINCE,
    )


def target(
    year: int,
    value: float,
    *,
    indicator: Indicator | None = None,
    comparator: Comparator = Comparator.AT_LEAST,
    high: float | None = None,
    unit: Unit | None = None,
) -> Target:
    """A target; `value` as written in `data/` (50 for 50 %)."""
    indicator = indicator or share()
    return Target(
        target_id=f"{indicator.indicator_id}-{year}",
        indicator_id=indicator.indicator_id,
        group=Group.DIGITAL,
        year=year,
        comparator=comparator,
        value=value,
        value_high=high,
        unit=unit or indicator.unit,
        period=Period.LEVEL,
        clause="II.2.1.e.1",
    )


def observation(
    year: int,
    value: float,
    *,
    indicator: Indicator | None = None,
    region: Region = Region.PROVINCE,
    match: Match = Match.SAME,
    method: str = "main",
    grade: Grade = Grade.OFFICIAL,
    superseded: bool = False,
) -> Observation:
    """An observation; `value` as written in `data/` (50 for 50 %)."""
    indicator = indicator or share()
    return Observation(
        indicator_id=indicator.indicator_id,
        region=region,
        year=year,
        value=value,
        unit=indicator.unit,
        grade=grade,
        match=match,
        method=method,
        superseded=superseded,
        source_id="paper",
    )


def facts(
    indicators: Iterable[Indicator] | None = None,
    *,
    targets: Iterable[Target] = (),
    observations: Iterable[Observation] = (),
    breaks: Iterable[SeriesBreak] = (MERGER,),
    comparables: Iterable[Comparable] = (),
    proxies: Iterable[ProxyValue] = (),
    peers: Iterable[PeerValue] = (),
) -> Facts:
    """Facts of one share, unless said otherwise; the merger is known."""
    return Facts(
        indicators=tuple(indicators or (share(),)),
        targets=tuple(targets),
        milestones=(),
        observations=tuple(observations),
        sources=(),
        breaks=tuple(breaks),
        definition_changes=(),
        peers=tuple(peers),
        proxies=tuple(proxies),
        comparables=tuple(comparables),
        version="test",
    )
