"""Which part of the backtest speaks for an indicator of the plan."""

from kh359.model.outlook import IndicatorOutlook
from kh359.plan.indicator import Group, Indicator
from kh359.reference.backtest import length_of

_BY_GROUP = {
    Group.INFRASTRUCTURE: "ict",
    Group.RESOURCES: "sti",
    Group.SCIENCE: "sti",
    Group.INNOVATION: "sti",
    Group.DIGITAL: "ict",
    Group.ECONOMY: "economy",
}
_DIGITAL = "digital"
"""Digital skills and access stand among the plan's resources, but spread as technology does."""


def fitting_kind(indicator: Indicator) -> str:
    """The kind of indicators elsewhere that comes nearest."""
    if indicator.group is Group.RESOURCES and _DIGITAL in indicator.indicator_id:
        return "ict"
    return _BY_GROUP[indicator.group]


def fitting_length(item: IndicatorOutlook) -> str:
    """The class of its history's length; a supposed start, or none, counts as one figure."""
    return length_of(max(1, len({o.year for o in item.evidence.used})))
