"""The next figure of an indicator: its year, and the values it may turn out to have."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from kh359.model.attainment import LAST_JUDGED_YEAR
from kh359.model.history import FloatArray
from kh359.model.outlook import IndicatorOutlook
from kh359.plan.facts import Facts
from kh359.plan.indicator import Indicator
from kh359.plan.observation import Grade, Match, Observation, Region
from kh359.plan.target import Target

N_PREDICTED, N_SUPPOSED = 12, 6
"""Values tried: parts of equal chance, of which each gives its middle."""


class Basis(StrEnum):
    """Where the values tried come from."""

    PREDICTED = "predicted"
    """The projection's own distribution of that year."""
    SUPPOSED = "supposed"
    """Evenly spread between nothing and the next target: a giả định, for this ranking alone."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class NextFigure:
    """values: (n,) decimals of equal chance, rising."""

    indicator: Indicator
    year: int
    method: str
    basis: Basis
    values: FloatArray

    def added_to(self, facts: Facts, value: float) -> tuple[Observation, ...]:
        """All observations with this one more, as the province itself would publish it."""
        unit = self.indicator.unit
        published = Observation(
            indicator_id=self.indicator.indicator_id,
            region=Region.PROVINCE,
            year=self.year,
            value=unit.to_shown(value),
            unit=unit,
            grade=Grade.OFFICIAL,
            match=Match.SAME,
            method=self.method,
            source_id="next_figure",
        )
        return (*facts.observations, published)


def next_figure(
    item: IndicatorOutlook, targets: tuple[Target, ...], *, this_year: int
) -> NextFigure | None:
    """The first year after the last usable figure, 2025 at least; None where it is yet to come.

    2025 at least: its targets are judged on figures only. None, too, without a target.
    """
    used = item.evidence.used
    year = max(LAST_JUDGED_YEAR, used[-1].year + 1) if used else LAST_JUDGED_YEAR
    if year > this_year or not targets:
        return None
    if item.projection is not None:
        middles = (np.arange(N_PREDICTED) + 0.5) / N_PREDICTED
        basis, values = Basis.PREDICTED, np.quantile(item.projection.in_year(year), middles)
    else:
        basis, values = Basis.SUPPOSED, _supposed(item.indicator, targets)
    return NextFigure(
        indicator=item.indicator,
        year=year,
        method=used[-1].method if used else "main",
        basis=basis,
        values=np.round(values) if item.indicator.is_whole else values,
    )


def _supposed(indicator: Indicator, targets: tuple[Target, ...]) -> FloatArray:
    """Evenly between the least there can be and the nearest target still ahead, (N_SUPPOSED,)."""
    ahead = [t for t in targets if t.year > LAST_JUDGED_YEAR] or list(targets)
    nearest = min(ahead, key=lambda t: (t.year, t.value))
    least = 0.0 if indicator.lower is None else indicator.lower
    return least + (np.arange(N_SUPPOSED) + 0.5) / N_SUPPOSED * (nearest.value - least)
