"""The whole plan under one set of assumptions: the object pages, exports and the CLI read."""

from dataclasses import dataclass

from kh359.model.assumptions import Assumptions
from kh359.model.attainment import Attainment
from kh359.model.crosscheck import CrossCheck
from kh359.model.evidence import Evidence
from kh359.model.history import FloatArray, IntArray
from kh359.model.projection import Projection
from kh359.plan.indicator import Indicator

N_DRAWS = 2000
SEED = 359


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class RequiredPath:
    """The path that just meets every target: years (n,) int, values (n,) decimals.

    Starts at the last known value when there is one, else at the first target.
    """

    years: IntArray
    values: FloatArray


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class IndicatorOutlook:
    """All that is said of one indicator. `projection` is None at evidence level 4."""

    indicator: Indicator
    evidence: Evidence
    projection: Projection | None
    required: RequiredPath | None
    attainments: tuple[Attainment, ...]
    crosschecks: tuple[CrossCheck, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Outlook:
    """A run: frozen, with the data version, assumptions and seed that made it."""

    data_version: str
    assumptions: Assumptions
    seed: int
    n_draws: int
    indicators: tuple[IndicatorOutlook, ...]

    def of(self, indicator_id: str) -> IndicatorOutlook:
        """The outlook of one indicator. Raises KeyError for an unknown id."""
        for outlook in self.indicators:
            if outlook.indicator.indicator_id == indicator_id:
                return outlook
        raise KeyError(indicator_id)

    def attainments_in(self, year: int) -> tuple[Attainment, ...]:
        """Attainments of all targets of one milestone year, in the plan's order."""
        return tuple(
            attainment
            for outlook in self.indicators
            for attainment in outlook.attainments
            if attainment.target.year == year
        )
