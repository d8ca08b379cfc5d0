"""One scenario on a stage: response of every indicator, attainment of every target."""

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np

from kh359.model.evaluation.run import ScenarioRun
from kh359.model.evaluation.stage import OpenTarget, Stage, Track
from kh359.model.history import BoolArray, FloatArray
from kh359.model.response.budget import allocated_share, cofinancing
from kh359.model.response.economy import BASE_YEAR, SCENARIO_YEARS, log_grdp, log_population
from kh359.model.response.effect import log_stocks
from kh359.model.response.identity import (
    DIGITAL_SHARE,
    RESEARCHER_RATE,
    RESEARCHERS,
    decided_share,
    is_decided,
)
from kh359.model.response.money import Money
from kh359.model.response.response import linked, move
from kh359.model.scenario.scenario import Scenario


def evaluate(
    stage: Stage, scenario: Scenario, *, only: Collection[str] | None = None
) -> ScenarioRun:
    """The outcome of a scenario on the stage's draws; the same arguments give the same numbers.

    only: ids of the indicators to look at (all by default); the run holds no others. Starting
    values of the scenario must be in the stage's outlook already (`stage.with_starts`).
    """
    rows = [
        row
        for row, track in enumerate(stage.tracks)
        if only is None or track.indicator.indicator_id in only
    ]
    drivers = _drivers(stage, scenario, rows)
    verdicts = _Verdicts.empty(len(stage.target_ids), stage.outlook.n_draws)
    shape = (SCENARIO_YEARS.size, stage.outlook.n_draws)
    # One buffer for all indicators: fresh memory for each would cost as much as the arithmetic.
    paths, effect = np.empty((len(rows), *shape)), np.empty(shape)
    for place, row in enumerate(rows):
        track = stage.tracks[row]
        indicator_id = track.indicator.indicator_id
        decided = is_decided(indicator_id, scenario, stage.rest)
        if decided:
            paths[place] = decided_share(indicator_id, scenario, stage.rest)[:, None]
        else:
            _write_effect(stage, scenario, row, drivers, out=effect)
            move(track.paths, effect, track.indicator.upper, out=paths[place])
        verdicts.judge(track, paths[place], decided, highest=effect)
    paths.setflags(write=False)
    return ScenarioRun(
        scenario=scenario,
        data_version=stage.outlook.data_version,
        seed=stage.outlook.seed,
        target_ids=stage.target_ids,
        target_years=stage.target_years,
        p_met=verdicts.p_met,
        p_met_by=verdicts.p_met_by,
        reached=verdicts.reached,
        met=verdicts.met,
        decided=verdicts.decided,
        indicator_ids=tuple(stage.tracks[row].indicator.indicator_id for row in rows),
        years=SCENARIO_YEARS,
        paths=paths,
        money=_money(stage, scenario, drivers),
    )


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Drivers:
    """What moves indicators: log_grdp (n_years, n_draws); the others are changes against rest.

    stocks: (n_years, n_draws) for each kind of stock that is looked at.
    """

    log_grdp: FloatArray
    grdp: FloatArray
    population: FloatArray
    stocks: dict[int, FloatArray]


def _drivers(stage: Stage, scenario: Scenario, rows: list[int]) -> _Drivers:
    grdp = log_grdp(scenario, stage.shocks)
    used = sorted({_source_row(stage, row) for row in rows})
    kinds = sorted({int(stage.response.kind_of[row]) for row in used} - {-1})
    logs = log_stocks(scenario, stage.rest, [stage.response.kinds[kind] for kind in kinds], grdp)
    for log, kind in zip(logs, kinds, strict=True):
        log -= stage.rest_log_stocks[kind]
    return _Drivers(
        log_grdp=grdp,
        grdp=grdp - stage.rest_log_grdp,
        population=log_population(scenario, stage.shocks) - stage.rest_log_population,
        stocks=dict(zip(kinds, logs, strict=True)),
    )


def _write_effect(
    stage: Stage, scenario: Scenario, row: int, drivers: _Drivers, *, out: FloatArray
) -> None:
    """Everything added to one indicator's link scale, into `out` (n_years, n_draws)."""
    indicator_id = stage.tracks[row].indicator.indicator_id
    _write_own_effect(stage, scenario, _source_row(stage, row), drivers, out=out)
    if indicator_id == RESEARCHER_RATE:
        out -= drivers.population
    elif indicator_id == DIGITAL_SHARE:
        out += (stage.shocks.digital_elasticity - 1) * drivers.grdp


def _source_row(stage: Stage, row: int) -> int:
    """The indicator whose response moves an indicator: itself, or the head-count behind a rate."""
    if stage.tracks[row].indicator.indicator_id == RESEARCHER_RATE and stage.rate_follows:
        return stage.indicator_ids.index(RESEARCHERS)
    return row


def _write_own_effect(
    stage: Stage, scenario: Scenario, row: int, drivers: _Drivers, *, out: FloatArray
) -> None:
    """Money, pace and outside drivers of one indicator, into `out` (n_years, n_draws)."""
    track, kind = stage.tracks[row], int(stage.response.kind_of[row])
    if kind >= 0:
        np.multiply(stage.response.sensitivity[row], drivers.stocks[kind], out=out)
    else:
        out[:] = 0.0
    override = scenario.override_of(track.indicator.indicator_id)
    if override.pace != 0:
        since = np.maximum(SCENARIO_YEARS - BASE_YEAR - track.first, 0)
        out += np.log1p(override.pace) * since[:, None]
    if not override.outside_driver and np.isfinite(track.start):
        upper = track.indicator.upper
        brought = linked(track.paths, upper) - linked(np.array(track.start), upper)
        out -= (1 - stage.response.led[row]) * brought


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Verdicts:
    """Arrays over all targets of the plan, filled indicator by indicator."""

    p_met: FloatArray
    p_met_by: FloatArray
    reached: FloatArray
    met: BoolArray
    decided: BoolArray

    @classmethod
    def empty(cls, n_targets: int, n_draws: int) -> "_Verdicts":
        return cls(
            p_met=np.full(n_targets, np.nan),
            p_met_by=np.full(n_targets, np.nan),
            reached=np.full((n_targets, SCENARIO_YEARS.size), np.nan),
            met=np.zeros((n_targets, n_draws), dtype=np.bool_),
            decided=np.zeros(n_targets, dtype=np.bool_),
        )

    def judge(self, track: Track, paths: FloatArray, decided: bool, *, highest: FloatArray) -> None:
        """paths: (n_years, n_draws) of the track; highest: a buffer of that shape."""
        first = 0 if decided else track.first
        targets = [target for target in track.targets if target.column >= first]
        if not targets:
            return
        earlier = paths[first] if decided else track.earlier
        for year in range(first, len(paths)):
            earlier = np.maximum(paths[year], earlier, out=highest[year])
        highest = highest[first:]
        for least in {target.least for target in targets}:
            reached = [np.count_nonzero(year) for year in highest >= least]
            of_least = [target for target in targets if target.least == least]
            for target in of_least:
                self._judge_one(target, first, np.array(reached) / highest.shape[1], paths)
        self.decided[[target.position for target in targets]] = decided

    def _judge_one(
        self, target: OpenTarget, first: int, reached: FloatArray, paths: FloatArray
    ) -> None:
        position = target.position
        self.reached[position, :first] = 0.0
        self.reached[position, first:] = reached
        met = paths[target.column] >= target.least
        self.met[position] = met
        self.p_met[position] = np.count_nonzero(met) / met.size
        self.p_met_by[position] = reached[target.column - first]


def _money(stage: Stage, scenario: Scenario, drivers: _Drivers) -> Money:
    size = np.nan if stage.grdp is None else stage.grdp
    grdp = np.median(np.exp(drivers.log_grdp), axis=1) * size
    allocated = np.outer(allocated_share(scenario, stage.rest) * grdp, scenario.split)
    return Money(
        years=SCENARIO_YEARS,
        grdp=grdp,
        local_budget=grdp * scenario.budget_grdp_share[0],
        allocated=allocated,
        private=allocated * cofinancing(scenario, stage.rest)[:, None],
    )
