"""A stock of money as a straight line of the levers that are solved for.

stock(year) = inherited + split x (base + sum over milestones of share x gain), for each draw: the
engine's money is linear in the share of the budget stated at each milestone, and in the split.
"""

from dataclasses import dataclass, replace

import numpy as np

from kh359.model.evaluation.stage import Stage
from kh359.model.history import FloatArray
from kh359.model.response.budget import effective_share
from kh359.model.response.economy import log_grdp
from kh359.model.response.stock import stock_operator
from kh359.model.scenario.lever import LEVER_BY_NAME, PROGRAMMES, STATED_YEARS
from kh359.model.scenario.scenario import Scenario

SHARE_LIMIT = LEVER_BY_NAME["programme_share"].high
"""Largest share of the local budget that a scenario may state."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class StockLine:
    """One kind of stock in one year. inherited: of money spent up to 2025.

    base: (n_draws,) of the way from 2025's share, for a programme that gets all money; gain:
    (n_milestones, n_draws) for each unit of the share stated at a milestone. Money in units of
    GRDP at BASE_YEAR, as in `kh359.model.effect.log_stocks`.
    """

    programme: int
    inherited: float
    base: FloatArray
    gain: FloatArray

    def spent(self, shares: FloatArray) -> FloatArray:
        """(n_draws,) what a programme that gets all money has at work; shares: (n_milestones,)."""
        return self.base + shares @ self.gain


class StockLines:
    """The lines of one scenario on a stage; each is made once, when it is asked for."""

    def __init__(self, stage: Stage, scenario: Scenario) -> None:
        self._stage, self._scenario = stage, scenario
        self._grdp = np.exp(log_grdp(scenario, stage.shocks))
        self._flows = _unit_flows(scenario, stage.rest)
        self._past = effective_share(stage.rest, stage.rest)[:, 0]
        self._made: dict[tuple[int, int], StockLine] = {}

    def line(self, kind: int, column: int) -> StockLine:
        """The stock of one kind in the year of one column."""
        if (kind, column) not in self._made:
            self._made[kind, column] = self._make(kind, column)
        return self._made[kind, column]

    def _make(self, kind: int, column: int) -> StockLine:
        of = self._stage.response.kinds[kind]
        operator, inherited = stock_operator(
            of.lag, self._scenario.added_lag[0], of.depreciation, self._stage.rest.growth[0]
        )
        lines = (operator[column] * self._flows) @ self._grdp
        return StockLine(
            programme=of.programme,
            inherited=float(inherited[column] * self._past[of.programme]),
            base=lines[0],
            gain=lines[1:],
        )


def _unit_flows(scenario: Scenario, rest: Scenario) -> FloatArray:
    """(1 + n_milestones, n_years): money that works with no share stated, and for each unit.

    Read off `effective_share` itself, which is linear in what is stated, so that the two agree.
    """
    alone = (1.0,) + (0.0,) * (len(PROGRAMMES) - 1)
    none = replace(scenario, overrides=(), split=alone, programme_share=(0.0,) * len(STATED_YEARS))
    base = effective_share(none, rest)[0]
    stated = [
        effective_share(none.with_value("programme_share", slot, SHARE_LIMIT), rest)[0]
        for slot in range(len(STATED_YEARS))
    ]
    return np.array([base, *((flow - base) / SHARE_LIMIT for flow in stated)])
