"""Scenarios side by side, as rows of text. See docs/decisions/outputs.md."""

import math
from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from kh359.cli.scenario_comparison import Compared, Comparison
from kh359.cli.table import written
from kh359.locale.plain_number import plain
from kh359.locale.spreadsheet import harmless
from kh359.model.scenario.lever import LEVERS, PERIODS, PROGRAMMES, STATED_YEARS, Lever, Slot
from kh359.model.scenario.moved_lever import is_moved
from kh359.model.scenario.override_document import OVERRIDE_KEYS
from kh359.model.scenario.scenario import Override
from kh359.plan.target import Target
from kh359.plan.unit import Unit

MONEY_COLUMNS = (
    "scenario",
    "year",
    "grdp",
    "local_budget",
    "allocated",
    *(f"allocated_{letter}" for letter in PROGRAMMES),
    "private",
)
COUNT_COLUMNS = (
    "scenario",
    "year",
    "expected",
    "p10",
    "p50",
    "p90",
    "counted",
    "decided",
    "decided_met",
    "no_data",
    "targets",
)
SCENARIO_COLUMNS = (
    "scenario",
    "typed",
    "name",
    "hash",
    "data_version",
    "seed",
    "draws",
    "suppose_2025_met",
)


def scenario_table(comparison: Comparison) -> bytes:
    """One row a scenario; 0 is every lever at rest."""
    return written(SCENARIO_COLUMNS, map(_scenario_row, comparison.all))


def target_table(comparison: Comparison) -> bytes:
    """One row a target: its probability at rest and in each scenario, and the change."""
    columns = ["target_id", "indicator_id", "year", "evidence_rest", "p_rest"]
    for item in comparison.scenarios:
        names = ("evidence", "p", "change", "decided")
        columns += [f"{name}_{item.number}" for name in names]
    levels = [_levels(item) for item in comparison.all]
    rows = (
        _target_row(comparison, row, target, [level[target.indicator_id] for level in levels])
        for row, target in enumerate(comparison.facts.targets)
    )
    return written(columns, rows)


def count_table(comparison: Comparison) -> bytes:
    """One row a scenario and milestone, over the targets that all scenarios forecast."""
    rows = (_count_row(item, year, comparison) for item in comparison.all for year in STATED_YEARS)
    return written(COUNT_COLUMNS, rows)


def money_table(comparison: Comparison) -> bytes:
    """One row a scenario and year, billion đồng at the prices of 2025."""
    return written(MONEY_COLUMNS, (row for item in comparison.all for row in _money_rows(item)))


def lever_table(comparison: Comparison) -> bytes:
    """One row for each value that is not at rest in some scenario, in the units of files."""
    columns = ["lever", "slot", "unit", "rest", *(str(c.number) for c in comparison.scenarios)]
    return written(columns, (*_lever_rows(comparison), *_override_rows(comparison)))


def _scenario_row(item: Compared) -> list[str]:
    made = item.stage.outlook
    return [
        str(item.number),
        harmless(item.typed),
        harmless(item.run.scenario.name),
        item.run.scenario.content_hash,
        item.run.data_version,
        str(item.run.seed),
        str(made.n_draws),
        str(made.assumptions.suppose_2025_met).lower(),
    ]


def _levels(item: Compared) -> dict[str, str]:
    """Evidence level by indicator."""
    return {
        outlook.indicator.indicator_id: str(int(outlook.evidence.level))
        for outlook in item.stage.outlook.indicators
    }


def _target_row(
    comparison: Comparison, row: int, target: Target, levels: Sequence[str]
) -> list[str]:
    before = _forecast(comparison.rest, row)
    cells = [target.target_id, target.indicator_id, str(target.year), levels[0], plain(before)]
    for item, level in zip(comparison.scenarios, levels[1:], strict=True):
        after = _forecast(item, row)
        change = None if before is None or after is None else after - before
        cells += [level, plain(after), plain(change), _decided(item, row)]
    return cells


def _forecast(item: Compared, row: int) -> float | None:
    """The probability of a target; None where there is none or the levers set the figure."""
    p_met = float(item.run.p_met[row])
    return None if item.run.decided[row] or math.isnan(p_met) else p_met


def _decided(item: Compared, row: int) -> str:
    """What the levers make of a target they set; empty where they do not."""
    if not item.run.decided[row]:
        return ""
    return "met" if item.run.met[row].all() else "not_met"


def _count_row(item: Compared, year: int, comparison: Comparison) -> list[str]:
    run = item.run
    count = run.count(year, among=comparison.forecast)
    known = count.n_projected > 0
    of_year = run.target_years == year
    decided = of_year & run.decided
    numbers = (count.expected, count.p10, count.p50, count.p90)
    return [
        str(item.number),
        str(year),
        *(plain(number if known else None) for number in numbers),
        str(count.n_projected),
        str(int(decided.sum())),
        str(int(run.met[decided].all(axis=1).sum())),
        str(int((of_year & ~run.projected).sum())),
        str(count.n_targets),
    ]


def _money_rows(item: Compared) -> Iterator[list[str]]:
    money = item.run.money
    columns = (
        money.grdp,
        money.local_budget,
        money.allocated.sum(axis=1),
        *money.allocated.T,
        money.private.sum(axis=1),
    )
    for year, amounts in zip(money.years, np.column_stack(columns), strict=True):
        cells = (plain(None if math.isnan(amount) else float(amount)) for amount in amounts)
        yield [str(item.number), str(int(year)), *cells]


def _lever_rows(comparison: Comparison) -> Iterator[list[str]]:
    rest = comparison.rest.run.scenario
    for lever in LEVERS:
        for slot, name in enumerate(_slots(lever)):
            if any(is_moved(lever, slot, c.run.scenario, rest) for c in comparison.scenarios):
                values = (c.run.scenario.values_of(lever.name)[slot] for c in comparison.all)
                shown = (plain(lever.unit.to_shown(value)) for value in values)
                yield [lever.name, name, lever.unit.value, *shown]


def _slots(lever: Lever) -> Iterable[str]:
    if lever.slot is Slot.PERIOD:
        return (f"{first}-{last}" for first, last in PERIODS)
    if lever.slot is Slot.MILESTONE:
        return map(str, STATED_YEARS)
    return PROGRAMMES if lever.slot is Slot.PROGRAMME else ("",)


def _override_rows(comparison: Comparison) -> Iterator[list[str]]:
    """Of each indicator that some scenario treats alone, the keys that differ from rest."""
    ids = sorted({o.indicator_id for c in comparison.scenarios for o in c.run.scenario.overrides})
    for indicator_id in ids:
        unit = comparison.facts.indicator_by_id[indicator_id].unit
        overrides = [c.run.scenario.override_of(indicator_id) for c in comparison.all]
        for key in OVERRIDE_KEYS:
            cells = [_override_cell(override, key, unit) for override in overrides]
            if len(set(cells)) > 1:
                yield [key, indicator_id, _override_unit(key, unit), *cells]


def _override_cell(override: Override, key: str, unit: Unit) -> str:
    value = getattr(override, key)
    if value is None or isinstance(value, bool | int):
        return "" if value is None else str(value).lower()
    return plain((Unit.PERCENT if key == "pace" else unit).to_shown(value))


def _override_unit(key: str, unit: Unit) -> str:
    return {"pace": Unit.PERCENT.value, "start_value": unit.value}.get(key, "")
