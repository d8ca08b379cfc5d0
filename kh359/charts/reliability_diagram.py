"""The reliability diagram: probabilities given, against the share of targets that were met."""

from dataclasses import dataclass

from kh359.locale.language import Language
from kh359.locale.number import number, percent
from kh359.locale.translate import translator
from kh359.reference.backtest import Score

FEWEST = 10
"""Bins of fewer targets say nothing and are not drawn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Targets given about the same probability; given and happened in percent."""

    given: float
    happened: float
    n: int
    hover: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReliabilityDiagram:
    """Everything the diagram shows. On the diagonal, what was said is what happened."""

    title: str
    given_title: str
    happened_title: str
    spots_name: str
    diagonal_name: str
    spots: tuple[Spot, ...]
    sign: str
    alt: str


def reliability_diagram(score: Score, sign: str, language: Language) -> ReliabilityDiagram:
    """The diagram of one method on one part of the backtest."""
    say = translator(language)
    spots = tuple(
        Spot(
            given=100 * spot.given,
            happened=100 * spot.happened,
            n=spot.n,
            hover=say(
                "Probability given: {given}; met: {happened} of {count} targets",
                given=percent(spot.given, language, digits=0),
                happened=percent(spot.happened, language, digits=0),
                count=number(spot.n, language, digits=0),
            ),
        )
        for spot in score.bins
        if spot.n >= FEWEST
    )
    return ReliabilityDiagram(
        title=say("What was said, and what happened"),
        given_title=say("Probability given"),
        happened_title=say("Share of targets met"),
        spots_name=say("targets tested"),
        diagonal_name=say("said as it happened"),
        spots=spots,
        sign=sign,
        alt=say("Reliability diagram.") + " " + ". ".join(spot.hover for spot in spots) + ".",
    )
