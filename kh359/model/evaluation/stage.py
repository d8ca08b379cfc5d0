"""What all scenarios of a comparison share: the baseline's draws and those of every response."""

from dataclasses import dataclass

import numpy as np

from kh359.model.assumptions import Assumptions
from kh359.model.attainment import least_value
from kh359.model.history import FloatArray, IntArray
from kh359.model.outlook import IndicatorOutlook, Outlook
from kh359.model.response.budget import GRDP_INDICATOR
from kh359.model.response.economy import (
    BASE_YEAR,
    SCENARIO_YEARS,
    Shocks,
    draw_shocks,
    log_grdp,
    log_population,
)
from kh359.model.response.effect import Responsiveness, log_stocks, responsiveness
from kh359.model.response.identity import (
    BUDGET_SHARE,
    GRDP_SHARE,
    RESEARCHERS,
    OverrideConflict,
    override_conflicts,
)
from kh359.model.scenario.scenario import Scenario, rest_scenario
from kh359.plan.facts import Facts
from kh359.plan.indicator import Indicator, Role
from kh359.plan.observation import Region


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class OpenTarget:
    """A target that is still open. position: in the plan; least: the least value that meets it;
    column: of its year among the scenario years.
    """

    position: int
    least: float
    column: int


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Track:
    """One indicator of a stage.

    first: column of its first projected year, n_years where there is no projection.
    paths: (n_years, n_draws) baseline, NaN before `first`. earlier: (n_draws,) highest projected
    value before the scenario years, -inf if none. start: last value before `first`, NaN unknown.
    """

    indicator: Indicator
    first: int
    paths: FloatArray
    earlier: FloatArray
    start: float
    targets: tuple[OpenTarget, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Stage:
    """The draws that scenarios are judged on.

    tracks: the indicators with a projection, and the money shares that a lever may set; response:
    one row a track. rest_log_stocks: (n_kinds, n_years, n_draws). grdp: of BASE_YEAR, billion
    đồng, None when unknown.
    """

    outlook: Outlook
    rest: Scenario
    shocks: Shocks
    tracks: tuple[Track, ...]
    response: Responsiveness
    rest_log_grdp: FloatArray
    rest_log_population: FloatArray
    rest_log_stocks: FloatArray
    grdp: float | None
    target_ids: tuple[str, ...]
    target_years: IntArray

    @property
    def indicator_ids(self) -> tuple[str, ...]:
        """One id for each track."""
        return tuple(track.indicator.indicator_id for track in self.tracks)

    @property
    def rate_follows(self) -> bool:
        """Whether researchers per 10,000 people follows the head-count in this run."""
        return any(
            item.projection is not None and item.projection.follows == RESEARCHERS
            for item in self.outlook.indicators
        )

    def conflicts(self, scenario: Scenario) -> tuple[OverrideConflict, ...]:
        """Overrides of a scenario that have no effect here, and what wins over each."""
        items = self.outlook.indicators
        return override_conflicts(
            scenario,
            self.rest,
            rate_follows=self.rate_follows,
            observed={i.indicator.indicator_id for i in items if i.evidence.used},
            projected={i.indicator.indicator_id for i in items if i.projection is not None},
        )


def prepare(facts: Facts, outlook: Outlook, *, rest: Scenario | None = None) -> Stage:
    """The stage of an outlook. rest: where the levers rest, from the assumptions in `data/`.

    Raises KeyError where an assumption is missing.
    """
    rest = rest_scenario(facts) if rest is None else rest
    n_draws, seed = outlook.n_draws, outlook.seed
    shocks = draw_shocks(facts, n_draws, seed)
    positions = {target.target_id: row for row, target in enumerate(facts.targets)}
    tracks = tuple(
        _track(item, positions, n_draws) for item in outlook.indicators if _has_track(item)
    )
    response = responsiveness(facts, tuple(t.indicator for t in tracks), n_draws, seed)
    grdp = log_grdp(rest, shocks)
    return Stage(
        outlook=outlook,
        rest=rest,
        shocks=shocks,
        tracks=tracks,
        response=response,
        rest_log_grdp=grdp,
        rest_log_population=log_population(rest, shocks),
        rest_log_stocks=log_stocks(rest, rest, response.kinds, grdp),
        grdp=_grdp(facts),
        target_ids=tuple(target.target_id for target in facts.targets),
        target_years=np.array([target.year for target in facts.targets]),
    )


def with_starts(assumptions: Assumptions, scenario: Scenario) -> Assumptions:
    """The assumptions a scenario's baseline rests on: its starting values win over those typed."""
    starts = scenario.starting_values
    ids = {start.indicator_id for start in starts}
    kept = tuple(s for s in assumptions.starting_values if s.indicator_id not in ids)
    return Assumptions(
        suppose_2025_met=assumptions.suppose_2025_met,
        starting_values=(*kept, *starts),
        family_choices=assumptions.family_choices,
    )


def _has_track(item: IndicatorOutlook) -> bool:
    if item.indicator.role is Role.ECONOMY:
        return False
    decidable = item.indicator.indicator_id in (BUDGET_SHARE, GRDP_SHARE)
    return decidable or item.projection is not None


def _track(item: IndicatorOutlook, positions: dict[str, int], n_draws: int) -> Track:
    n_years = SCENARIO_YEARS.size
    paths = np.full((n_years, n_draws), np.nan)
    earlier, first, start = np.full(n_draws, -np.inf), n_years, np.nan
    projection = item.projection
    if projection is not None:
        known = projection.years <= BASE_YEAR
        first = max(int(projection.years[0]) - BASE_YEAR - 1, 0)
        paths[first:] = projection.paths[:, ~known].T
        if known.any():
            earlier = projection.paths[:, known].max(axis=1)
        start = item.evidence.used[-1].value if item.evidence.used else item.evidence.start_value
    paths.setflags(write=False)
    return Track(
        indicator=item.indicator,
        first=first,
        paths=paths,
        earlier=earlier,
        start=np.nan if start is None else start,
        targets=tuple(
            OpenTarget(
                position=positions[attainment.target.target_id],
                least=least_value(attainment.target),
                column=attainment.target.year - BASE_YEAR - 1,
            )
            for attainment in item.attainments
            if attainment.observed is None and attainment.target.year > BASE_YEAR
        ),
    )


def _grdp(facts: Facts) -> float | None:
    """GRDP of BASE_YEAR at its own prices, the province's figure that is not superseded."""
    return next(
        (
            o.value
            for o in facts.observations_of(GRDP_INDICATOR)
            if o.region is Region.PROVINCE and o.year == BASE_YEAR and not o.superseded
        ),
        None,
    )
