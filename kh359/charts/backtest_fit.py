"""Which part of the backtest speaks for an indicator of the plan."""

from kh359.model.outlook import IndicatorOutlook
from kh359.plan.indicator import Group, Indicator
from kh359.reference.backtest import DEFAULT, Score, backtest, length_of

DIGITAL, SCIENCE, ECONOMY = "ict", "sti", "economy"


def fitting_kind(indicator: Indicator) -> str:
    """The kind of indicators elsewhere that comes nearest.

    What favours digital episodes, or those of mobile networks, reads the digital part; product and
    productivity read the economy; the rest is science and innovation.
    """
    if indicator.reference_class is not None:
        return DIGITAL
    in_economy = indicator.group in (Group.DIGITAL, Group.ECONOMY)
    return ECONOMY if in_economy else SCIENCE


def fitting_length(item: IndicatorOutlook) -> str:
    """The class of its history's length; a supposed start, or none, counts as one figure."""
    return length_of(max(1, len({o.year for o in item.evidence.used})))


def fitting_score(item: IndicatorOutlook) -> Score | None:
    """What the backtest says of such an indicator; None where nothing is projected, or tested."""
    if item.projection is None:
        return None
    return backtest().of(DEFAULT, fitting_kind(item.indicator), fitting_length(item))
