"""The series that lends its pace to an indicator, as a history on the indicator's scale."""

import numpy as np

from kh359.model.history import History
from kh359.model.pace import AMOUNT_PACE, Pace, comparable_pace
from kh359.model.usable import latest_segment
from kh359.plan.comparison import Comparable
from kh359.plan.facts import Facts
from kh359.plan.indicator import Indicator, Kind
from kh359.plan.observation import Region
from kh359.plan.unit import Unit

OWN_HISTORY = "history"


def comparable_of(facts: Facts, indicator_id: str) -> Comparable | None:
    """The comparable of an indicator, if the facts name one."""
    for comparable in facts.comparables:
        if comparable.indicator_id == indicator_id:
            return comparable
    return None


def pace_of(facts: Facts, indicator: Indicator, comparable: Comparable | None) -> Pace | None:
    """The pace the comparable lends; without a usable one, None: the generic pace.

    An amount has a generic pace of its own, narrower than that of a share or a count.

    A percent series lends a logit pace to a bounded share, and a log pace to anything else.
    """
    generic = AMOUNT_PACE if indicator.kind is Kind.AMOUNT else None
    series = _series(facts, comparable) if comparable is not None else []
    if not series:
        return generic
    years, values, units = zip(*series, strict=True)
    try:
        return comparable_pace(
            History(
                years=np.array(years),
                values=np.array(values),
                lower=indicator.lower,
                upper=_upper(indicator, set(units)),
            )
        )
    except ValueError:
        return generic


def _upper(indicator: Indicator, units: set[Unit]) -> float | None:
    """Bound of the comparable: the indicator's own where both are of one kind, else none."""
    if indicator.upper is None or units == {indicator.unit}:
        return indicator.upper
    return 1.0 if units == {Unit.PERCENT} else None


def _series(facts: Facts, comparable: Comparable) -> list[tuple[int, float, Unit]]:
    if comparable.series != OWN_HISTORY:
        rows = [p for p in facts.proxies if p.proxy_id == comparable.series]
        return sorted((p.year, p.value, p.unit) for p in rows)
    own = [
        o for o in facts.observations_of(comparable.indicator_id) if o.method == comparable.method
    ]
    segment = latest_segment(own, facts.breaks, Region.NATION)
    return [(o.year, o.value, o.unit) for o in segment]
