"""The effect of money on an indicator's link scale: docs/decisions/response.md.

effect = led share x elasticity x ln(stock / stock at rest), so that doubling the money that works
adds led share x elasticity x ln 2, and each further doubling the same: diminishing returns.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from kh359.model.history import FloatArray, IntArray
from kh359.model.response.budget import effective_share
from kh359.model.response.prior_draw import prior_draws
from kh359.model.response.stock import stock_operator
from kh359.model.scenario.lever import PROGRAMMES
from kh359.model.scenario.scenario import Scenario
from kh359.plan.channel import Channel
from kh359.plan.facts import Facts
from kh359.plan.indicator import Driver, Indicator

LED_PRIOR: dict[Driver, str] = {driver: f"led_{driver.value}" for driver in Driver}
"""The assumption on how much of an indicator the province leads, by its driver."""
LEAST_STOCK = 1e-12
"""Smallest stock, as a share of one year's GRDP: the logarithm of nothing does not exist."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class StockKind:
    """Money of one programme through one channel. lag in years, depreciation a year."""

    programme: int
    lag: float
    depreciation: float


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Responsiveness:
    """How each indicator answers to money.

    kinds: distinct stocks; kind_of: (n_indicators,) which stock moves each, -1 for none.
    sensitivity: (n_indicators, n_draws) led share x elasticity; led: (n_indicators, n_draws).
    """

    kinds: tuple[StockKind, ...]
    kind_of: IntArray
    sensitivity: FloatArray
    led: FloatArray


def responsiveness(
    facts: Facts, indicators: tuple[Indicator, ...], n_draws: int, seed: int
) -> Responsiveness:
    """Draws of led shares and elasticities; a channel's elasticity is one unknown for all on it."""
    channels = {channel.channel_id: channel for channel in facts.channels}
    channel_of = {r.indicator_id: channels[r.channel_id] for r in facts.responses}
    elasticity = {
        channel_id: prior_draws(facts.prior_by_id[channel.elasticity_id], n_draws, seed)
        for channel_id, channel in channels.items()
    }
    kinds: dict[tuple[int, float, float], int] = {}
    kind_of = np.full(len(indicators), -1)
    led = np.empty((len(indicators), n_draws))
    sensitivity = np.zeros_like(led)
    for row, indicator in enumerate(indicators):
        prior = facts.prior_by_id[LED_PRIOR[indicator.driver]]
        led[row] = prior_draws(prior, n_draws, seed, subject=indicator.indicator_id)
        channel = channel_of.get(indicator.indicator_id)
        if channel is not None:
            kind = _kind(facts, indicator, channel)
            kind_of[row] = kinds.setdefault(kind, len(kinds))
            sensitivity[row] = led[row] * elasticity[channel.channel_id]
    return Responsiveness(
        kinds=tuple(StockKind(programme=p, lag=lag, depreciation=d) for p, lag, d in kinds),
        kind_of=kind_of,
        sensitivity=sensitivity,
        led=led,
    )


def log_stocks(
    scenario: Scenario, rest: Scenario, kinds: Sequence[StockKind], log_grdp: FloatArray
) -> FloatArray:
    """ln of each stock, shape (n_kinds, n_years, n_draws); money in units of GRDP at BASE_YEAR.

    log_grdp: (n_years, n_draws), see `economy.log_grdp`. What was spent up to BASE_YEAR is the
    same in every scenario.
    """
    flow, past = effective_share(scenario, rest), effective_share(rest, rest)[:, 0]
    grdp = np.exp(log_grdp)
    stocks = np.empty((len(kinds), *log_grdp.shape))
    for row, kind in enumerate(kinds):
        operator, inherited = stock_operator(
            kind.lag, scenario.added_lag[0], kind.depreciation, rest.growth[0]
        )
        # One product a kind: its last bits do not depend on which other kinds are asked for.
        np.matmul(operator * flow[kind.programme], grdp, out=stocks[row])
        stocks[row] += (inherited * past[kind.programme])[:, None]
    np.maximum(stocks, LEAST_STOCK, out=stocks)
    return np.log(stocks, out=stocks)


def _kind(facts: Facts, indicator: Indicator, channel: Channel) -> tuple[int, float, float]:
    return (
        PROGRAMMES.index(indicator.group.value),
        facts.prior_by_id[channel.lag_id].mode,
        facts.prior_by_id[channel.depreciation_id].mode,
    )
