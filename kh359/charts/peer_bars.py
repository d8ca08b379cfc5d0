"""The provinces with a figure of one year and method, highest first, the own one marked."""

from dataclasses import dataclass

from kh359.charts.hover import observation_hover, peer_hover
from kh359.charts.peer_standing import PeerStanding
from kh359.locale.language import Language
from kh359.locale.number import figure
from kh359.locale.proof import word
from kh359.locale.translate import translator
from kh359.locale.unit import indicator_unit
from kh359.plan.facts import Facts
from kh359.plan.indicator import Indicator


@dataclass(frozen=True, slots=True, kw_only=True)
class PeerBar:
    """One province; `value` as shown (percent as percent)."""

    name: str
    value: float
    label: str
    hover: str
    is_own: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PeerBars:
    """Everything the bars show, highest first; `median` is that of the other provinces."""

    title: str
    unit: str
    bars: tuple[PeerBar, ...]
    median: float
    median_name: str
    alt: str
    decimal_comma: bool


def peer_bars(
    facts: Facts, indicator: Indicator, standing: PeerStanding, language: Language
) -> PeerBars:
    """The bars of one standing."""
    say, unit = translator(language), indicator.unit
    bars = [
        PeerBar(
            name=peer.province,
            value=peer.unit.to_shown(peer.value),
            label=figure(peer.value, peer.unit, language),
            hover=peer_hover(peer, facts, language),
            is_own=False,
        )
        for peer in standing.peers
    ]
    bars += [
        PeerBar(
            name=word(own.region, language),
            value=own.unit.to_shown(own.value),
            label=figure(own.value, own.unit, language),
            hover=observation_hover(own, facts, indicator.kind, language),
            is_own=True,
        )
        for own in standing.own
    ]
    bars.sort(key=lambda bar: (-bar.value, bar.name))
    name = say.pick(indicator.name_vi, indicator.name_en)
    return PeerBars(
        title=f"{name}, {standing.year}",
        unit=indicator_unit(indicator, language),
        bars=tuple(bars),
        median=unit.to_shown(standing.median),
        median_name=say(
            "median of the others: {value}",
            value=figure(standing.median, unit, language, projected=True),
        ),
        alt=f"{name}, {standing.year}: " + "; ".join(f"{b.name} {b.label}" for b in bars) + ".",
        decimal_comma=language == "vi",
    )
