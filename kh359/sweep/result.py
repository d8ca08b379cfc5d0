"""One scenario's run as rows of the three tables."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from kh359.model.attainment import FIRST_YEAR_QUANTILES, likelihood
from kh359.model.evaluation.run import ScenarioRun
from kh359.model.evaluation.stage import Stage
from kh359.model.history import BoolArray, IntArray
from kh359.model.scenario.lever import STATED_YEARS
from kh359.sweep.axis import Column
from kh359.sweep.sweep import Partition, Settings
from kh359.sweep.table import EVERY_COLUMN, TableName
from kh359.sweep.wanted import is_wanted

DECIDED = {True: "decided_met", False: "decided_not_met"}


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class TargetColumns:
    """What is the same for every scenario of a place: (n,) the wanted targets.

    positions: in the plan; verdicts: what is said where no probability is given.
    """

    positions: IntArray
    target_ids: tuple[str, ...]
    indicator_ids: tuple[str, ...]
    years: tuple[int, ...]
    evidence: tuple[int, ...]
    verdicts: tuple[str, ...]
    wanted: BoolArray


def target_columns(stage: Stage, settings: Settings) -> TargetColumns:
    """The wanted targets of a stage, in the plan's order."""
    attainments = {
        attainment.target.target_id: attainment
        for item in stage.outlook.indicators
        for attainment in item.attainments
    }
    wanted = np.array(
        [
            is_wanted(
                target_id,
                attainments[target_id].target.indicator_id,
                settings.indicators,
                settings.targets,
            )
            for target_id in stage.target_ids
        ],
        dtype=np.bool_,
    )
    positions = np.flatnonzero(wanted)
    chosen = [attainments[stage.target_ids[position]] for position in positions]
    return TargetColumns(
        positions=positions,
        target_ids=tuple(a.target.target_id for a in chosen),
        indicator_ids=tuple(a.target.indicator_id for a in chosen),
        years=tuple(a.target.year for a in chosen),
        evidence=tuple(int(a.level) for a in chosen),
        verdicts=tuple(a.verdict.value for a in chosen),
        wanted=wanted,
    )


@dataclass(slots=True)
class Rows:
    """The three tables of a partition as they grow, a list for each column."""

    partition: Partition
    targets: TargetColumns
    tables: dict[TableName, dict[str, list[Any]]] = field(
        default_factory=lambda: {name: {} for name in TableName}
    )

    def add(self, row: int, run: ScenarioRun) -> None:
        """The rows of one scenario. row: of the design."""
        varied = self.partition.settings.columns
        self._add(TableName.SCENARIOS, row, run, EVERY_COLUMN, self._money(run), 1)
        targets = self.targets
        self._add(TableName.TARGETS, row, run, varied, self._targets(run), len(targets.years))
        years = [year for year in STATED_YEARS if year in targets.years]
        counts = [self._count(run, year) for year in years]
        columns = {name: [count[name] for count in counts] for name in counts[0]} if counts else {}
        self._add(TableName.COUNTS, row, run, varied, columns, len(counts))

    def _add(
        self,
        name: TableName,
        row: int,
        run: ScenarioRun,
        levers: tuple[Column, ...],
        columns: Mapping[str, list[Any]],
        count: int,
    ) -> None:
        scenario = run.scenario
        shown = {
            column.name: column.lever.unit.to_shown(
                scenario.values_of(column.lever.name)[column.slot]
            )
            for column in levers
        }
        same = {"row": row, "scenario": scenario.content_hash, **shown}
        table = self.tables[name]
        for key, value in same.items():
            table.setdefault(key, []).extend([value] * count)
        for key, values in columns.items():
            table.setdefault(key, []).extend(values)

    def _money(self, run: ScenarioRun) -> dict[str, list[Any]]:
        """Totals over all years; unknown where the place has no GRDP."""
        totals = {
            "allocated": float(run.money.allocated.sum()),
            "private": float(run.money.private.sum()),
        }
        return {name: [None if np.isnan(t) else t] for name, t in totals.items()}

    def _targets(self, run: ScenarioRun) -> dict[str, list[Any]]:
        targets, rows = self.targets, self.targets.positions
        decided, projected = run.decided[rows], run.projected[rows]
        forecast = projected & ~decided
        p_met = _given(run.p_met[rows], forecast)
        met = np.all(run.met[rows], axis=1).tolist()
        verdicts = [
            DECIDED[met[n]] if decided[n] else words if p is None else likelihood(p).value
            for n, (p, words) in enumerate(zip(p_met, targets.verdicts, strict=True))
        ]
        columns: dict[str, list[Any]] = {
            "target_id": list(targets.target_ids),
            "indicator_id": list(targets.indicator_ids),
            "year": list(targets.years),
            "evidence": list(targets.evidence),
            "verdict": verdicts,
            "p_met": p_met,
            "p_met_by": _given(run.p_met_by[rows], forecast),
        }
        for q in FIRST_YEAR_QUANTILES:
            # The first year by which a share of q has met it: a simulated year, as everywhere.
            reached = run.reached[rows] >= q
            by = reached.any(axis=1) & forecast
            first = run.years[reached.argmax(axis=1)]
            columns[f"first_year_p{100 * q:g}"] = _given(first, by)
        return columns

    def _count(self, run: ScenarioRun, year: int) -> dict[str, Any]:
        """Over the wanted targets of one year that are forecast; none of them: no number."""
        of_year = self.targets.wanted & (run.target_years == year)
        count = run.count(year, among=of_year & ~run.decided)
        known = count.n_projected > 0
        decided = of_year & run.decided
        numbers = {name: getattr(count, name) for name in ("expected", "p10", "p50", "p90")}
        return {
            "year": year,
            **{name: number if known else None for name, number in numbers.items()},
            "counted": count.n_projected,
            "decided": int(decided.sum()),
            "decided_met": int(run.met[decided].all(axis=1).sum()),
            "no_data": int((of_year & ~run.projected).sum()),
            "targets": int(of_year.sum()),
        }


def _given(numbers: np.ndarray, known: BoolArray) -> list[Any]:
    """Plain numbers, None where nothing is known."""
    return [
        number if told else None
        for number, told in zip(numbers.tolist(), known.tolist(), strict=True)
    ]
