"""Targets and yearly quantiles of `project`, as rows of text. See docs/decisions/outputs.md."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

from kh359.locale.outcome import DECIDED
from kh359.locale.plain_number import plain
from kh359.model.attainment import Attainment
from kh359.model.outlook import IndicatorOutlook, Outlook
from kh359.model.projection import quantile_name
from kh359.plan.target import Target

ATTAINMENT_COLUMNS = (
    "target_id",
    "indicator_id",
    "year",
    "comparator",
    "value",
    "p_met",
    "p10",
    "p50",
    "p90",
    "evidence",
    "verdict",
)
PROJECTION_QUANTILES = (0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95)
PROJECTION_COLUMNS = ("indicator_id", "year", *map(quantile_name, PROJECTION_QUANTILES))


def attainment_table(
    outlook: Outlook, targets: Sequence[Target], decided: Mapping[str, bool] | None = None
) -> bytes:
    """One row per target, in the order of `targets`. Raises KeyError for a target not judged.

    decided: targets that a scenario's levers set, by id, and whether they meet them; their
    verdict says so, since neither a probability nor "no evidence" would be true.
    """
    decided = decided or {}
    judged = {
        attainment.target.target_id: attainment
        for indicator in outlook.indicators
        for attainment in indicator.attainments
    }
    rows = (_attainment_row(judged[t.target_id], decided.get(t.target_id)) for t in targets)
    return written(ATTAINMENT_COLUMNS, rows)


def projection_table(outlook: Outlook) -> bytes:
    """One row per projected indicator and year; indicators without a projection have none."""
    rows = (row for indicator in outlook.indicators for row in _projection_rows(indicator))
    return written(PROJECTION_COLUMNS, rows)


def _attainment_row(attainment: Attainment, decided: bool | None) -> list[str]:
    target = attainment.target
    quantiles = (attainment.p10, attainment.p50, attainment.p90)
    return [
        target.target_id,
        target.indicator_id,
        str(target.year),
        target.comparator.value,
        plain(target.unit.to_shown(target.value)),
        plain(attainment.p_met),
        *(plain(None if q is None else target.unit.to_shown(q)) for q in quantiles),
        str(int(attainment.level)),
        attainment.verdict.value if decided is None else DECIDED[decided],
    ]


def _projection_rows(outlook: IndicatorOutlook) -> Iterable[list[str]]:
    projection = outlook.projection
    if projection is None:
        return
    unit = outlook.indicator.unit
    columns = [projection.quantile(q) for q in PROJECTION_QUANTILES]
    for position, year in enumerate(projection.years):
        shown = (plain(unit.to_shown(float(column[position]))) for column in columns)
        yield [projection.indicator_id, str(int(year)), *shown]


def written(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Rows as a comma-separated file, UTF-8."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return text.getvalue().encode("utf-8")
