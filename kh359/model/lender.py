"""A series that lends its pace to an indicator, with the figures it is made of."""

from dataclasses import dataclass

import numpy as np

from kh359.model.history import History
from kh359.plan.comparison import PeerValue, ProxyValue
from kh359.plan.observation import Observation, Region
from kh359.plan.series_break import SeriesBreak

LentFigure = Observation | PeerValue | ProxyValue


@dataclass(frozen=True, slots=True, kw_only=True)
class Lender:
    """figures: rows of one place or one proxy series, one a year, oldest first, two or more.

    They carry year, value (decimal), unit and source, and say which place they are of.
    """

    figures: tuple[LentFigure, ...]

    @property
    def first(self) -> LentFigure:
        return self.figures[0]

    @property
    def last(self) -> LentFigure:
        return self.figures[-1]

    @property
    def n_changes(self) -> int:
        """Changes between two figures."""
        return len(self.figures) - 1

    def history(self, lower: float | None, upper: float | None) -> History:
        """The figures as a history within the bounds of the indicator that borrows."""
        return History(
            years=np.array([figure.year for figure in self.figures]),
            values=np.array([figure.value for figure in self.figures]),
            lower=lower,
            upper=upper,
        )


def yearly_change(lenders: tuple[Lender, ...]) -> float:
    """Mean change a year over all lenders, each year of each counting once; decimals."""
    gained = sum(lender.last.value - lender.first.value for lender in lenders)
    return gained / sum(lender.last.year - lender.first.year for lender in lenders)


def breaks_after(
    lenders: tuple[Lender, ...], breaks: tuple[SeriesBreak, ...], start_year: int
) -> tuple[SeriesBreak, ...]:
    """Breaks of the whole country between the end of the lent series and the start.

    `breaks` are those of the indicator. Such a break means that the pace was measured in another
    way than the start; the pace is carried over it all the same.
    """
    end = max(lender.last.year for lender in lenders)
    return tuple(
        b for b in breaks if b.region in (None, Region.NATION) and end < b.year <= start_year
    )
