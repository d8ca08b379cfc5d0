"""The shares of the budget that limits allow: a polytope, its corners and its middle."""

from dataclasses import dataclass
from itertools import product

import numpy as np

from kh359.model.history import FloatArray
from kh359.model.scenario.lever import STATED_YEARS
from kh359.model.solve.aim import Limits
from kh359.model.solve.money_line import MoneyLine
from kh359.model.solve.question import QuestionError, QuestionFault
from kh359.model.solve.stock_line import SHARE_LIMIT

SLACK = 1e-9
"""How far, in parts of what a limit allows, rounding may pass it."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Feasible:
    """Shares s with 0 <= s <= SHARE_LIMIT and rows @ s <= limits; the first row is the ceiling.

    rows: (n_rows, n_milestones), scaled so that an amount of 1 is a ceiling's worth of money.
    """

    rows: FloatArray
    limits: FloatArray

    def allows(self, shares: FloatArray) -> bool:
        """Whether shares keep every limit."""
        inside = (shares >= 0).all() and (shares <= SHARE_LIMIT).all()
        return bool(inside and (self.rows @ shares <= self.limits + SLACK).all())

    def corners(self) -> list[FloatArray]:
        """The corners that spend most on each set of milestones, without repeats.

        Raises QuestionError where nothing keeps all limits.
        """
        found: dict[bytes, FloatArray] = {}
        for wish in product((0.0, 1.0), repeat=len(STATED_YEARS)):
            corner = self._farthest(np.array(wish) * np.arange(1.0, 1.01, 0.003)[: len(wish)])
            found[np.round(corner, 9).tobytes()] = corner
        return list(found.values())

    def _farthest(self, wish: FloatArray) -> FloatArray:
        from scipy.optimize import linprog  # imported here: only a solve needs it

        result = linprog(
            -wish, A_ub=self.rows, b_ub=self.limits, bounds=(0.0, SHARE_LIMIT), method="highs"
        )
        if result.x is None:
            raise QuestionError(QuestionFault.NOT_POSSIBLE)
        return np.clip(result.x, 0.0, SHARE_LIMIT)


def feasible(line: MoneyLine, limits: Limits) -> Feasible:
    """What a ceiling and a largest change allow."""
    rows = [line.gain.sum(axis=0)]
    bounds = [limits.ceiling - float(line.base.sum())]
    base = np.concatenate([[line.today], line.base])
    gain = np.vstack([np.zeros(len(STATED_YEARS)), line.gain])
    change = limits.largest_change
    if change is not None:
        up = 1 + change
        rows += [*(gain[1:] - up * gain[:-1])]
        bounds += [*(up * base[:-1] - base[1:])]
    if change is not None or not limits.may_fall:
        down = 1 - change if change is not None and limits.may_fall else 1.0
        rows += [*(down * gain[:-1] - gain[1:])]
        bounds += [*(base[1:] - down * base[:-1])]
    return Feasible(rows=np.array(rows) / limits.ceiling, limits=np.array(bounds) / limits.ceiling)
