"""What one more figure of one indicator is worth (docs/decisions/worth.md)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np

from kh359.model.assumptions import Assumptions
from kh359.model.attainment import Attainment, Verdict
from kh359.model.outlook import IndicatorOutlook, Outlook, attainments_of
from kh359.model.worth.doubt import JUDGED, UNTOUCHED, Doubt, narrowed, told_first
from kh359.model.worth.next_figure import NextFigure, next_figure
from kh359.plan.facts import Facts
from kh359.plan.indicator import Role
from kh359.plan.target import Target
from kh359.plan.wanted import Standing

N_DRAWS = 500
"""Draws of each of the projections: they differ by far more than so many draws leave open."""
SILENT = (Verdict.NO_DATA, Verdict.NO_EVIDENCE)


class Gain(StrEnum):
    """What the figure does for a target."""

    JUDGED = "judged"
    """Met or not met could be said."""
    COUNTED = "counted"
    """It would get a probability, where now nothing may be said."""
    NARROWED = "narrowed"
    """Its probability would move."""
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetWorth:
    """p_now: None where there is none. p_low, p_high: least and greatest the figure may make it."""

    target: Target
    gain: Gain
    doubt: Doubt
    p_now: float | None = None
    p_low: float | None = None
    p_high: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class FigureWorth:
    """figure: None where the next figure is yet to come; then nothing is cleared."""

    item: IndicatorOutlook
    figure: NextFigure | None
    targets: tuple[TargetWorth, ...]

    @property
    def cleared(self) -> float:
        """Doubt taken away over all targets; 1 is one target from ignorance to certainty."""
        return sum(one.doubt.cleared for one in self.targets)

    def number_of(self, gain: Gain) -> int:
        """How many targets gain this."""
        return sum(one.gain is gain for one in self.targets)


def figure_worth(
    facts: Facts, item: IndicatorOutlook, *, this_year: int, n_draws: int, seed: int
) -> FigureWorth:
    """The next figure is given each value it may have, and the indicator projected anew."""
    indicator = item.indicator
    figure = next_figure(item, facts.targets_of(indicator.indicator_id), this_year=this_year)
    if figure is None:
        none = tuple(_untouched(now) for now in item.attainments)
        return FigureWorth(item=item, figure=None, targets=none)
    after = [
        attainments_of(
            replace(facts, observations=figure.added_to(facts, float(value))),
            indicator,
            Assumptions(),
            n_draws=n_draws,
            seed=seed,
        )
        for value in figure.values
    ]
    targets = tuple(
        _target_worth(now, then)
        for now, then in zip(item.attainments, zip(*after, strict=True), strict=True)
    )
    return FigureWorth(item=item, figure=figure, targets=targets)


def ranking(
    facts: Facts,
    outlook: Outlook,
    *,
    this_year: int,
    n_draws: int = N_DRAWS,
    told: Callable[[int, int], None] | None = None,
) -> tuple[FigureWorth, ...]:
    """Every indicator with targets, what clears most doubt first; ties stay in the plan's order.

    Left out is what cannot be measured yet, as `facts.wanted` says. outlook: without any assumption
    of the user, which would make a figure look less needed. this_year: the last that figures of
    can be there.
    told(done, of all) is called after each indicator.
    """
    items = [item for item in outlook.indicators if _can_be_measured(facts, item)]
    worths = []
    for done, item in enumerate(items, start=1):
        worths.append(
            figure_worth(facts, item, this_year=this_year, n_draws=n_draws, seed=outlook.seed)
        )
        if told is not None:
            told(done, len(items))
    return tuple(sorted(worths, key=lambda worth: -worth.cleared))


def _can_be_measured(facts: Facts, item: IndicatorOutlook) -> bool:
    indicator = item.indicator
    return indicator.role is Role.TARGET and not any(
        one.standing is Standing.NOTHING_YET and indicator.indicator_id in one.indicators
        for one in facts.wanted
    )


def _target_worth(now: Attainment, then: Sequence[Attainment]) -> TargetWorth:
    """then: the target's outcome for each value of the figure."""
    chances = [one.p_met for one in then if one.p_met is not None]
    if now.verdict in SILENT and all(one.observed is not None for one in then):
        return TargetWorth(target=now.target, gain=Gain.JUDGED, doubt=JUDGED)
    if len(chances) < len(then) or (now.p_met is None and now.verdict not in SILENT):
        return _untouched(now)
    silent = now.p_met is None
    return TargetWorth(
        target=now.target,
        gain=Gain.COUNTED if silent else Gain.NARROWED,
        doubt=told_first(chances) if silent else narrowed(chances),
        p_now=now.p_met,
        p_low=float(np.min(chances)),
        p_high=float(np.max(chances)),
    )


def _untouched(now: Attainment) -> TargetWorth:
    return TargetWorth(target=now.target, gain=Gain.NONE, doubt=UNTOUCHED, p_now=now.p_met)
