"""The programmes' money as straight lines of the shares stated at milestones."""

from dataclasses import dataclass, replace

import numpy as np

from kh359.model.evaluation.stage import Stage
from kh359.model.history import FloatArray
from kh359.model.response.budget import programme_share
from kh359.model.response.economy import log_grdp
from kh359.model.scenario.lever import STATED_YEARS
from kh359.model.scenario.scenario import Scenario
from kh359.model.solve.question import QuestionError, QuestionFault
from kh359.model.solve.stock_line import SHARE_LIMIT


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class MoneyLine:
    """Budget of all programmes in each year: base + gain @ shares, billion đồng of 2025.

    base: (n_years,); gain: (n_years, n_milestones); today: the budget of BASE_YEAR.
    """

    base: FloatArray
    gain: FloatArray
    today: float

    def total(self, shares: FloatArray) -> float:
        """Budget from 2026 to 2045; shares: (n_milestones,)."""
        return float((self.base + self.gain @ shares).sum())


def money_line(stage: Stage, scenario: Scenario) -> MoneyLine:
    """The scenario's money, at the median economy as in `Money`.

    Raises QuestionError where GRDP of BASE_YEAR is not known.
    """
    if stage.grdp is None:
        raise QuestionError(QuestionFault.NO_MONEY)
    grdp = np.median(np.exp(log_grdp(scenario, stage.shocks)), axis=1) * stage.grdp
    budget = grdp * scenario.budget_grdp_share[0]
    none = replace(scenario, programme_share=(0.0,) * len(STATED_YEARS))
    base = programme_share(none, stage.rest)
    gain = [
        programme_share(none.with_value("programme_share", slot, SHARE_LIMIT), stage.rest) - base
        for slot in range(len(STATED_YEARS))
    ]
    return MoneyLine(
        base=budget * base,
        gain=budget[:, None] * np.array(gain).T / SHARE_LIMIT,
        today=stage.grdp * scenario.budget_grdp_share[0] * stage.rest.programme_share[0],
    )
