"""The long format of the scenario community (IAMC): a row for each variable and year.

Columns as in the IAMC template and pyam. All of the run is in the rows: model (data version, seed,
date), scenario (name and hash), levers and evidence levels as variables of their own.
"""

from collections.abc import Iterator

from kh359.export.dossier import Dossier
from kh359.export.file_name import file_name
from kh359.export.kind import ExportFile, Kind
from kh359.export.program_csv import program_csv
from kh359.export.run_record import run_record
from kh359.export.target_table import chance
from kh359.export.watch import Watch
from kh359.locale.lever import lever_text, lever_unit, slot_text
from kh359.locale.plain_number import plain
from kh359.locale.spreadsheet import harmless
from kh359.locale.subject import group_text
from kh359.locale.translate import marked
from kh359.locale.unit import indicator_unit
from kh359.model.outlook import IndicatorOutlook
from kh359.model.response.economy import BASE_YEAR
from kh359.model.scenario.lever import LEVERS, PERIODS, STATED_YEARS, Lever, Slot
from kh359.plan.observation import Region

COLUMNS = ("model", "scenario", "region", "variable", "unit", "year", "value")
QUANTILES = {0.05: "P05", 0.25: "P25", 0.5: "P50", 0.75: "P75", 0.95: "P95"}
_RESERVED = str.maketrans({"|": "/", "*": "×"})
"""Signs that mean something in a variable's name."""

Row = tuple[str, str, int, float]
"""Variable, unit, year, value as shown."""


def long_rows(dossier: Dossier) -> list[tuple[str, ...]]:
    """Rows under COLUMNS, each index once; figures with the decimal point."""
    record, say = run_record(dossier), dossier.say
    model = say(
        "KH359 (data {version}, seed {seed}, {day})",
        version=record.data_version,
        seed=record.seed,
        day=dossier.day.isoformat(),
    )
    scenario = f"{record.scenario} [{record.scenario_hash}]".translate(_RESERVED)
    head = (harmless(model), harmless(scenario), say("Viet Nam") + "|Quảng Ngãi")
    found: dict[tuple[str, str, int], float] = {}
    for variable, unit, year, value in _figures(dossier):
        # Two targets of one indicator and year: the plan's first one stands.
        found.setdefault((harmless(variable), unit, year), value)
    return [(*head, name, unit, str(year), plain(v)) for (name, unit, year), v in found.items()]


def _figures(dossier: Dossier) -> Iterator[Row]:
    for item in dossier.outlook.indicators:
        if item.attainments:
            yield from _indicator(dossier, item)
    yield from _money(dossier)
    yield from _supposed(dossier)
    for lever in LEVERS:
        yield from _lever(dossier, lever)


def _indicator(dossier: Dossier, item: IndicatorOutlook) -> Iterator[Row]:
    say, indicator = dossier.say, item.indicator
    name = say.pick(indicator.name_vi, indicator.name_en).translate(_RESERVED)
    stem = f"{group_text(indicator.group, dossier.language).translate(_RESERVED)}|{name}"
    unit, shown = indicator_unit(indicator, dossier.language), indicator.unit
    for seen in dossier.facts.observations_of(indicator.indicator_id):
        if seen.region is Region.PROVINCE and not seen.superseded:
            yield f"{stem}|{say('Observed')}", unit, seen.year, seen.unit.to_shown(seen.value)
    if item.projection is not None:
        for q, label in QUANTILES.items():
            values = item.projection.quantile(q) * shown.scale
            for year, value in zip(item.projection.years, values, strict=True):
                yield f"{stem}|{say('Projection')}|{label}", unit, int(year), float(value)
    for attainment in item.attainments:
        target = attainment.target
        value = target.unit.to_shown(target.value)
        yield f"{stem}|{say('Target of the plan')}", unit, target.year, value
        p_met = chance(dossier, target.target_id)
        if p_met is not None:
            label = say("Probability of being met")
            yield f"{stem}|{label}", "%", target.year, 100 * p_met
        level = say("Evidence (1 highest, 4 lowest)")
        yield f"{stem}|{level}", say("level"), target.year, float(int(attainment.level))


def _money(dossier: Dossier) -> Iterator[Row]:
    say, money = dossier.say, dossier.run.money
    unit = say("billion đồng a year, 2025 prices")
    paths = (
        (say("programme budget"), money.allocated.sum(axis=1)),
        (say("money from outside the budget"), money.private.sum(axis=1)),
    )
    for name, values in paths:
        for year, value in zip(money.years, values, strict=True):
            if value == value:
                yield f"{say('Money')}|{name}", unit, int(year), float(value)


def _supposed(dossier: Dossier) -> Iterator[Row]:
    """What is supposed beside the levers: the switch as 0 or 1, and starting values."""
    say, supposed = dossier.say, dossier.outlook.assumptions
    words, first = say("every 2025 target without data was just met"), BASE_YEAR
    met = float(supposed.suppose_2025_met)
    yield f"{say('Assumption')}|{words}", say("0 no, 1 yes"), first, met
    for start in supposed.starting_values:
        indicator = dossier.facts.indicator_by_id[start.indicator_id]
        name = say.pick(indicator.name_vi, indicator.name_en).translate(_RESERVED)
        unit, value = indicator_unit(indicator, dossier.language), indicator.unit
        stem = f"{say('Assumption')}|{say('Starting value')}|{name}"
        yield stem, unit, start.year, value.to_shown(start.value)


def _lever(dossier: Dossier, lever: Lever) -> Iterator[Row]:
    """A supposed value in the first year for which it is supposed."""
    say, language = dossier.say, dossier.language
    stem = f"{say('Assumption')}|{lever_text(lever, language)}".translate({ord("*"): "×"})
    unit, first = lever_unit(lever, language), int(dossier.run.years[0])
    for slot, value in enumerate(dossier.scenario.values_of(lever.name)):
        name, year = stem, first
        if lever.slot is Slot.PERIOD:
            year = PERIODS[slot][0]
        elif lever.slot is Slot.MILESTONE:
            year = STATED_YEARS[slot]
        elif lever.slot is Slot.PROGRAMME:
            name = f"{stem}|{slot_text(lever, slot, language).translate(_RESERVED)}"
        yield name, unit, year, lever.unit.to_shown(value)


def _make(dossier: Dossier, watch: Watch) -> ExportFile:
    watch.step(0, 1, dossier.say(KIND.title))
    content = program_csv(COLUMNS, long_rows(dossier))
    name = file_name(f"{dossier.say('KH359 long format')} {run_record(dossier).key}", "csv")
    return ExportFile(name=name, content=content, mime="text/csv")


KIND = Kind(
    kind_id="iamc",
    title=marked("Long format of the scenario community (CSV)"),
    summary=marked("model, scenario, region, variable, unit, year, value; pyam reads it"),
    make=_make,
)
