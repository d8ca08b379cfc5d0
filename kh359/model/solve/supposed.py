"""What an answer rests on: the assumptions of `data/assumptions.csv` behind a target's money."""

from kh359.model.response.effect import LED_PRIOR
from kh359.model.response.identity import DECIDING_LEVERS, RESEARCHER_RATE, RESEARCHERS
from kh359.model.solve.question import Unknown
from kh359.plan.facts import Facts
from kh359.plan.prior import Prior

OF_MONEY = ("grdp_growth", "budget_grdp_share", "cofinancing", "execution", "efficiency")
"""Behind every amount of money that works."""


def supposed(facts: Facts, indicator_ids: tuple[str, ...], unknown: Unknown) -> tuple[Prior, ...]:
    """The assumptions an answer about these indicators rests on, in the order of the file.

    Of a pace none: it is itself what is supposed.
    """
    if unknown is Unknown.PACE:
        return ()
    channels = {channel.channel_id: channel for channel in facts.channels}
    channel_of = {r.indicator_id: channels[r.channel_id] for r in facts.responses}
    drivers = {i.indicator_id: i.driver for i in facts.indicators}
    ids: set[str] = set()
    for indicator_id in indicator_ids:
        if indicator_id in DECIDING_LEVERS:
            ids |= {*DECIDING_LEVERS[indicator_id]}
            continue
        source = RESEARCHERS if indicator_id == RESEARCHER_RATE else indicator_id
        channel = channel_of.get(source)
        if channel is not None:
            ids |= {channel.elasticity_id, channel.depreciation_id, channel.lag_id}
            ids |= {LED_PRIOR[drivers[source]], *OF_MONEY}
    return tuple(prior for prior in facts.priors if prior.assumption_id in ids)
