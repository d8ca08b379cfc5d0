"""Sheets on what comes of the scenario: targets, years, counts, money."""

import numpy as np

from kh359.charts.count_range import COUNTED_YEARS, forecast_by_all
from kh359.export.dossier import Dossier
from kh359.export.target_table import chance, rounded, status_text
from kh359.export.workbook_sheet import Figure, Look, Sheet, SheetCell, SheetColumn
from kh359.export.year_table import YEAR_QUANTILES
from kh359.locale.proof import short_level
from kh359.locale.start import start_text
from kh359.locale.subject import group_text
from kh359.locale.unit import indicator_unit, target_text
from kh359.model.attainment import Attainment
from kh359.model.evaluation.run import TargetCount
from kh359.model.outlook import IndicatorOutlook
from kh359.model.projection import quantile_name
from kh359.model.scenario.lever import PROGRAMMES
from kh359.plan.indicator import Group, Kind
from kh359.plan.target import Period


def target_sheet(dossier: Dossier) -> Sheet:
    """A row for each target, in the plan's order."""
    say = dossier.say
    columns = (
        SheetColumn(title=say("Indicator"), width=54, look=Look.WRAPPED),
        SheetColumn(title=say("Group"), width=30, look=Look.WRAPPED),
        SheetColumn(title=say("Year"), width=7, look=Look.YEAR),
        SheetColumn(title=say("Target"), width=28, look=Look.WRAPPED),
        SheetColumn(title=say("Target (number)"), width=9, look=Look.FIGURE),
        SheetColumn(title=say("Target (upper end)"), width=9, look=Look.FIGURE),
        SheetColumn(title=say("Observed"), width=19, look=Look.FIGURE),
        SheetColumn(title=say("Probability"), width=9, look=Look.CHANCE),
        SheetColumn(title=say("Probability at rest"), width=9, look=Look.CHANCE),
        SheetColumn(title="p10", width=19, look=Look.FIGURE),
        SheetColumn(title="p50", width=19, look=Look.FIGURE),
        SheetColumn(title="p90", width=19, look=Look.FIGURE),
        SheetColumn(title=say("Verdict"), width=38, look=Look.WRAPPED),
        SheetColumn(title=say("Evidence"), width=24, look=Look.WRAPPED),
        SheetColumn(title=say("Assumptions (giả định)"), width=34, look=Look.WRAPPED),
        SheetColumn(title=say("Clause"), width=11),
    )
    rows = [
        _target_row(dossier, item, attainment)
        for item in dossier.outlook.indicators
        for attainment in item.attainments
    ]
    return Sheet(name=say("Targets"), columns=columns, rows=rows, frozen=1)


def year_sheet(dossier: Dossier) -> Sheet:
    """Quantiles of every projection, a row for each indicator and year."""
    say, language = dossier.say, dossier.language
    names = [quantile_name(q) for q in YEAR_QUANTILES]
    columns = (
        SheetColumn(title=say("Indicator"), width=58, look=Look.WRAPPED),
        SheetColumn(title=say("Unit"), width=24, look=Look.WRAPPED),
        SheetColumn(title=say("Year"), width=7, look=Look.YEAR),
        *(SheetColumn(title=name, width=11, look=Look.FIGURE) for name in names),
        SheetColumn(title=say("Evidence"), width=26, look=Look.WRAPPED),
    )
    rows: list[tuple[SheetCell, ...]] = []
    for item in dossier.outlook.indicators:
        if item.projection is None:
            continue
        indicator, level = item.indicator, item.evidence.level
        drawn = np.quantile(item.projection.paths, YEAR_QUANTILES, axis=0)
        for place, year in enumerate(item.projection.years):
            rows.append(
                (
                    say.pick(indicator.name_vi, indicator.name_en),
                    indicator_unit(indicator, language),
                    int(year),
                    *(_projected(item, float(value), bare=True) for value in drawn[:, place]),
                    f"{int(level)} · {short_level(level, language)}",
                )
            )
    return Sheet(name=say("Projections by year"), columns=columns, rows=rows, frozen=3)


def count_sheet(dossier: Dossier) -> Sheet:
    """How many targets are met at each milestone, over those that every scenario forecasts."""
    say, candidates = dossier.say, dossier.candidates
    columns = (
        SheetColumn(title=say("Year"), width=8, look=Look.YEAR),
        SheetColumn(title=say("Scenario"), width=32, look=Look.WRAPPED),
        SheetColumn(title=say("Expected number of targets met"), width=16, look=Look.EXPECTED),
        SheetColumn(title="p10", width=9, look=Look.COUNT),
        SheetColumn(title="p50", width=9, look=Look.COUNT),
        SheetColumn(title="p90", width=9, look=Look.COUNT),
        SheetColumn(title=say("Targets forecast"), width=14, look=Look.COUNT),
        SheetColumn(title=say("Targets in the plan"), width=14, look=Look.COUNT),
        SheetColumn(title=say("From p10 to the expected"), width=13, look=Look.EXPECTED),
        SheetColumn(title=say("From the expected to p90"), width=13, look=Look.EXPECTED),
    )
    among = forecast_by_all(candidates)
    rows = []
    for candidate in candidates:
        for year in COUNTED_YEARS:
            found = candidate.run.count(year, among=among)
            rows.append((year, candidate.name, *_count_figures(found)))
    return Sheet(name=say("Count"), columns=columns, rows=rows)


def money_sheet(dossier: Dossier) -> Sheet:
    """Billion đồng a year at 2025 prices, medians over draws; empty without a GRDP figure."""
    say = dossier.say
    unit = say("billion đồng, 2025 prices")
    words = [say("GRDP"), say("Local budget spending")]
    words += [
        say("Budget: {name}", name=group_text(Group(a), dossier.language)) for a in PROGRAMMES
    ]
    words += [say("Budget for the programmes"), say("Money from outside the budget")]
    columns = (
        SheetColumn(title=say("Year"), width=8, look=Look.YEAR),
        SheetColumn(title=say("Scenario"), width=30, look=Look.WRAPPED),
        *(SheetColumn(title=f"{word} ({unit})", width=20, look=Look.MONEY) for word in words),
    )
    rows = []
    for candidate in dossier.candidates:
        money = candidate.run.money
        for place, year in enumerate(money.years):
            figures = (
                money.grdp[place],
                money.local_budget[place],
                *money.allocated[place],
                money.allocated[place].sum(),
                money.private[place].sum(),
            )
            rows.append((int(year), candidate.name, *(_known(float(v)) for v in figures)))
    return Sheet(name=say("Money"), columns=columns, rows=rows, frozen=2)


def _count_figures(found: TargetCount) -> tuple[float | None, ...]:
    """Blank where nothing is forecast. A skewed count may lie beside its own interval."""
    share = (found.n_projected, found.n_targets)
    if not found.n_projected:
        return (*(None,) * 4, *share, None, None)
    ends = (max(0.0, found.expected - found.p10), max(0.0, found.p90 - found.expected))
    return (found.expected, found.p10, found.p50, found.p90, *share, *ends)


def _target_row(
    dossier: Dossier, item: IndicatorOutlook, attainment: Attainment
) -> tuple[SheetCell, ...]:
    say, language, target = dossier.say, dossier.language, attainment.target
    per_year = target.period is Period.PER_YEAR

    def figure(value: float | None, *, bare: bool = True) -> Figure | None:
        if value is None:
            return None
        return Figure(value=value, unit=target.unit, per_year=per_year, bare=bare)

    return (
        say.pick(item.indicator.name_vi, item.indicator.name_en),
        group_text(target.group, language),
        target.year,
        target_text(target, language),
        figure(target.value),
        figure(target.value_high),
        figure(attainment.observed, bare=False),
        chance(dossier, target.target_id),
        chance(dossier, target.target_id, at_rest=True),
        *(_projected(item, q) for q in (attainment.p10, attainment.p50, attainment.p90)),
        status_text(dossier, attainment),
        f"{int(attainment.level)} · {short_level(attainment.level, language)}",
        start_text(item.evidence, item.indicator, language),
        target.clause,
    )


def _projected(item: IndicatorOutlook, value: float | None, *, bare: bool = False) -> Figure | None:
    shown = rounded(value)
    if shown is None:
        return None
    per_year = item.indicator.kind is Kind.FLOW
    return Figure(
        value=shown, unit=item.indicator.unit, per_year=per_year, projected=True, bare=bare
    )


def _known(value: float) -> float | None:
    return None if np.isnan(value) else rounded(value)
