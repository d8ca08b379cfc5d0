"""All facts of the plan in one frozen object."""

from dataclasses import dataclass
from functools import cached_property

from kh359.plan.channel import Channel, Response
from kh359.plan.comparison import Comparable, PeerValue, ProxyValue
from kh359.plan.indicator import Indicator, Role
from kh359.plan.milestone import Milestone
from kh359.plan.observation import Observation
from kh359.plan.other_target import OtherTarget
from kh359.plan.prior import Prior
from kh359.plan.series_break import DefinitionChange, SeriesBreak
from kh359.plan.source import Source
from kh359.plan.target import Target
from kh359.plan.wanted import WantedFigure


@dataclass(frozen=True, kw_only=True)
class Facts:
    """Everything read from `data/`, checked as a whole, and the figures derived from it.

    `version` is a hash of the files.
    """

    indicators: tuple[Indicator, ...]
    targets: tuple[Target, ...]
    milestones: tuple[Milestone, ...]
    observations: tuple[Observation, ...]
    sources: tuple[Source, ...]
    breaks: tuple[SeriesBreak, ...]
    definition_changes: tuple[DefinitionChange, ...]
    peers: tuple[PeerValue, ...]
    proxies: tuple[ProxyValue, ...]
    comparables: tuple[Comparable, ...]
    version: str
    priors: tuple[Prior, ...] = ()
    channels: tuple[Channel, ...] = ()
    responses: tuple[Response, ...] = ()
    other_targets: tuple[OtherTarget, ...] = ()
    wanted: tuple[WantedFigure, ...] = ()

    @cached_property
    def indicator_by_id(self) -> dict[str, Indicator]:
        return {indicator.indicator_id: indicator for indicator in self.indicators}

    @cached_property
    def source_by_id(self) -> dict[str, Source]:
        return {source.source_id: source for source in self.sources}

    @cached_property
    def prior_by_id(self) -> dict[str, Prior]:
        return {prior.assumption_id: prior for prior in self.priors}

    def indicators_with(self, role: Role) -> tuple[Indicator, ...]:
        return tuple(indicator for indicator in self.indicators if indicator.role is role)

    def targets_of(self, indicator_id: str) -> tuple[Target, ...]:
        return tuple(target for target in self.targets if target.indicator_id == indicator_id)

    def observations_of(self, indicator_id: str) -> tuple[Observation, ...]:
        return tuple(o for o in self.observations if o.indicator_id == indicator_id)
