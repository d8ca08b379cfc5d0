"""One row for each target, for a monitoring system: stable keys, decimal point, commas."""

from kh359.charts.judged_figure import judged_figure
from kh359.export.dossier import Dossier
from kh359.export.file_name import file_name
from kh359.export.kind import ExportFile, Kind
from kh359.export.program_csv import program_csv
from kh359.export.run_record import run_record
from kh359.export.target_table import chance
from kh359.export.watch import Watch
from kh359.locale.entry import enterers
from kh359.locale.outcome import DECIDED
from kh359.locale.plain_number import plain
from kh359.locale.spreadsheet import harmless
from kh359.locale.translate import marked
from kh359.model.attainment import Attainment
from kh359.model.evidence import Level
from kh359.model.outlook import IndicatorOutlook

COLUMNS = (
    "indicator",
    "period",
    "target",
    "value",
    "status",
    "indicator_name",
    "comparator",
    "target_high",
    "unit",
    "value_kind",
    "probability",
    "evidence",
    "scenario",
    "scenario_hash",
    "assumptions",
    "data_version",
    "seed",
    "date",
    "entered_by",
)
OBSERVED, PROJECTED, ASSUMED, SET, UNKNOWN = (
    "observed", "projected_median", "assumed_median", "set_by_scenario", "",
)  # fmt: skip
"""What `value` is; a target of the plan is never a value."""


def kpi_rows(dossier: Dossier) -> list[list[str]]:
    """Rows under COLUMNS, in the plan's order."""
    record = run_record(dossier)
    told = [
        harmless(record.scenario),
        record.scenario_hash,
        harmless(" ".join((record.supposed, "; ".join(record.assumptions)))),
        record.data_version,
        str(record.seed),
        dossier.day.isoformat(),
    ]
    return [
        [*_row(dossier, item, attainment), *told, _entered_by(item, attainment)]
        for item in dossier.outlook.indicators
        for attainment in item.attainments
    ]


def _row(dossier: Dossier, item: IndicatorOutlook, attainment: Attainment) -> list[str]:
    target, indicator = attainment.target, item.indicator
    value, kind = _value(dossier, attainment)
    high = target.value_high
    return [
        indicator.indicator_id,
        str(target.year),
        plain(target.unit.to_shown(target.value)),
        plain(value),
        _status(dossier, attainment),
        harmless(dossier.say.pick(indicator.name_vi, indicator.name_en)),
        # A lone "=" or ">=" would be a formula.
        target.comparator.name.lower(),
        plain(None if high is None else target.unit.to_shown(high)),
        target.unit.value,
        kind,
        plain(chance(dossier, target.target_id)),
        str(int(attainment.level)),
    ]


def _entered_by(item: IndicatorOutlook, attainment: Attainment) -> str:
    """Who entered the observed figure, or what it is computed from."""
    figure = judged_figure(item, attainment)
    return harmless(" | ".join(enterers([figure]))) if figure else ""


def _status(dossier: Dossier, attainment: Attainment) -> str:
    run = dossier.run
    place = run.target_ids.index(attainment.target.target_id)
    if run.decided[place]:
        return DECIDED[bool(run.met[place].all())]
    return attainment.verdict.value


def _value(dossier: Dossier, attainment: Attainment) -> tuple[float | None, str]:
    """The figure as shown, and what it is."""
    run, target = dossier.run, attainment.target
    if attainment.observed is not None:
        return target.unit.to_shown(attainment.observed), OBSERVED
    if run.decided[run.target_ids.index(target.target_id)]:
        paths = run.paths_of(target.indicator_id)
        column = target.year - int(run.years[0])
        if paths is None or column < 0:
            return None, UNKNOWN
        return target.unit.to_shown(float(paths[column, 0])), SET
    if attainment.p50 is None:
        return None, UNKNOWN
    kind = ASSUMED if attainment.level is Level.ASSUMED else PROJECTED
    return target.unit.to_shown(attainment.p50), kind


def _make(dossier: Dossier, watch: Watch) -> ExportFile:
    watch.step(0, 1, dossier.say(KIND.title))
    content = program_csv(COLUMNS, kpi_rows(dossier))
    name = file_name(f"{dossier.say('KH359 monitoring table')} {run_record(dossier).key}", "csv")
    return ExportFile(name=name, content=content, mime="text/csv")


KIND = Kind(
    kind_id="kpi",
    title=marked("Monitoring table (CSV)"),
    summary=marked("indicator, period, target, value, status, for another system"),
    make=_make,
)
