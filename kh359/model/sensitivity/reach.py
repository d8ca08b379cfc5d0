"""What can move one target: its indicator, the channel of money, the place of its year."""

from dataclasses import dataclass

from kh359.model.evaluation.stage import OpenTarget, Stage, Track
from kh359.model.response.economy import SCENARIO_YEARS
from kh359.model.response.identity import (
    DIGITAL_SHARE,
    RESEARCHER_RATE,
    RESEARCHERS,
    is_decided,
)
from kh359.model.scenario.lever import PROGRAMMES
from kh359.model.scenario.scenario import Override, Scenario
from kh359.plan.channel import Channel
from kh359.plan.facts import Facts


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Reach:
    """One open target with a projection.

    track: its indicator; source: the track whose response moves it (the head-count behind a
    rate, else itself). channel: None where it answers to no money; programme: whose money it is.
    """

    target: OpenTarget
    track: Track
    source: Track
    channel: Channel | None

    @property
    def year(self) -> int:
        """The target's year."""
        return int(SCENARIO_YEARS[self.target.column])

    @property
    def programme(self) -> int:
        """Position of the programme whose money moves it."""
        return PROGRAMMES.index(self.source.indicator.group.value)

    @property
    def is_rate(self) -> bool:
        """Whether population divides it."""
        return self.track.indicator.indicator_id == RESEARCHER_RATE

    @property
    def is_digital_share(self) -> bool:
        """Whether it follows from the growth of GRDP and of digital value added."""
        return self.track.indicator.indicator_id == DIGITAL_SHARE

    def override(self, scenario: Scenario) -> Override:
        """What the scenario supposes of the indicator that moves it."""
        return scenario.override_of(self.source.indicator.indicator_id)


def reaches(facts: Facts, stage: Stage, scenario: Scenario) -> dict[str, Reach]:
    """Every target with a projection that the scenario does not decide itself, by its id."""
    channels = {channel.channel_id: channel for channel in facts.channels}
    channel_of = {r.indicator_id: channels[r.channel_id] for r in facts.responses}
    by_id = {track.indicator.indicator_id: track for track in stage.tracks}
    found: dict[str, Reach] = {}
    for indicator_id, track in by_id.items():
        if is_decided(indicator_id, scenario, stage.rest):
            continue
        follows = indicator_id == RESEARCHER_RATE and stage.rate_follows
        source = by_id[RESEARCHERS] if follows else track
        for target in track.targets:
            if target.column >= track.first:
                found[stage.target_ids[target.position]] = Reach(
                    target=target,
                    track=track,
                    source=source,
                    channel=channel_of.get(source.indicator.indicator_id),
                )
    return found
