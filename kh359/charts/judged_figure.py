"""The figure that a past target was judged on, for the reservation that goes with it."""

from kh359.model.attainment import Attainment
from kh359.model.outlook import IndicatorOutlook
from kh359.model.usable import is_usable, preference
from kh359.plan.observation import Match, Observation, Region


def judged_figure(item: IndicatorOutlook, attainment: Attainment) -> Observation | None:
    """The province's best figure of the target's year; None where the target was not judged."""
    if attainment.observed is None:
        return None
    own = [
        o
        for o in (*item.evidence.used, *item.evidence.context)
        if o.region is Region.PROVINCE and o.year == attainment.target.year and is_usable(o)
    ]
    return max(own, key=preference, default=None)


def judged_match(item: IndicatorOutlook, attainment: Attainment) -> Match | None:
    """How close that figure's definition is to the plan's."""
    figure = judged_figure(item, attainment)
    return figure.match if figure else None
