"""The national series that is comparable to an indicator, as a history on the indicator's scale."""

import numpy as np

from kh359.model.history import History
from kh359.plan.comparison import Comparable
from kh359.plan.facts import Facts
from kh359.plan.indicator import Indicator
from kh359.plan.unit import Unit

OWN_HISTORY = "history"


def comparable_of(facts: Facts, indicator_id: str) -> Comparable | None:
    """The comparable of an indicator, if the facts name one."""
    for comparable in facts.comparables:
        if comparable.indicator_id == indicator_id:
            return comparable
    return None


def proxy_history(facts: Facts, indicator: Indicator, comparable: Comparable) -> History | None:
    """The proxy series a comparable names; None where it names the indicator's own history.

    A percent series lends a logit pace to a bounded share, and a log pace to anything else.
    """
    rows = sorted(
        (p.year, p.value, p.unit) for p in facts.proxies if p.proxy_id == comparable.series
    )
    if not rows:
        return None
    years, values, units = zip(*rows, strict=True)
    return History(
        years=np.array(years),
        values=np.array(values),
        lower=indicator.lower,
        upper=_upper(indicator, set(units)),
    )


def _upper(indicator: Indicator, units: set[Unit]) -> float | None:
    """Bound of the comparable: the indicator's own where both are of one kind, else none."""
    if indicator.upper is None or units == {indicator.unit}:
        return indicator.upper
    return 1.0 if units == {Unit.PERCENT} else None
