"""Sheets on what the results rest on: levers, assumptions, observations, sources, milestones."""

from kh359.export.dossier import Dossier
from kh359.export.entered_table import entered_text
from kh359.export.source_table import source_headers, source_rows
from kh359.export.workbook_sheet import Figure, Look, Sheet, SheetCell, SheetColumn
from kh359.locale.lever import lever_text, lever_unit, range_text, slot_text
from kh359.locale.number import date
from kh359.locale.prior import prior_grade_text, prior_kind_text
from kh359.locale.proof import word
from kh359.locale.subject import group_text, status_text
from kh359.locale.unit import unit_label
from kh359.model.scenario.lever import LEVERS
from kh359.model.scenario.moved_lever import is_moved
from kh359.plan.indicator import Kind
from kh359.plan.observation import Observation

_BAR = " | "


def lever_sheet(dossier: Dossier) -> Sheet:
    """Every value of every lever, beside its rest."""
    say, language = dossier.say, dossier.language
    columns = (
        SheetColumn(title=say("Lever"), width=52, look=Look.WRAPPED),
        SheetColumn(title=say("For"), width=34),
        SheetColumn(title=say("This scenario"), width=14, look=Look.FIGURE),
        SheetColumn(title=say("Levers at rest"), width=14, look=Look.FIGURE),
        SheetColumn(title=say("Unit"), width=26),
        SheetColumn(title=say("Moved"), width=10),
        SheetColumn(title=say("Range"), width=24),
    )
    scenario, rest = dossier.scenario, dossier.baseline.scenario
    rows: list[tuple[SheetCell, ...]] = []
    for lever in LEVERS:
        for slot in range(lever.size):
            own, resting = (s.values_of(lever.name)[slot] for s in (scenario, rest))
            rows.append(
                (
                    lever_text(lever, language),
                    slot_text(lever, slot, language),
                    Figure(value=own, unit=lever.unit),
                    Figure(value=resting, unit=lever.unit),
                    lever_unit(lever, language),
                    say("yes") if is_moved(lever, slot, scenario, rest) else "",
                    range_text(lever, language),
                )
            )
    return Sheet(name=say("Levers"), columns=columns, rows=rows, frozen=1)


def prior_sheet(dossier: Dossier) -> Sheet:
    """Every supposed quantity with range, grade and source."""
    say, language, facts = dossier.say, dossier.language, dossier.facts
    columns = (
        SheetColumn(title=say("Assumption"), width=52, look=Look.WRAPPED),
        SheetColumn(title=say("Kind of assumption"), width=36),
        SheetColumn(title=say("Lowest"), width=12, look=Look.FIGURE),
        SheetColumn(title=say("Most likely"), width=12, look=Look.FIGURE),
        SheetColumn(title=say("Highest"), width=12, look=Look.FIGURE),
        SheetColumn(title=say("Unit"), width=10),
        SheetColumn(title=say("Chance of no effect"), width=12, look=Look.CHANCE),
        SheetColumn(title=say("Rests on"), width=40, look=Look.WRAPPED),
        SheetColumn(title=say("Notes"), width=80, look=Look.WRAPPED),
        SheetColumn(title=say("Source"), width=60, look=Look.WRAPPED),
        SheetColumn(title=say("Address"), width=60, look=Look.WRAPPED),
    )
    rows = []
    for prior in facts.priors:
        sources = [facts.source_by_id[source_id] for source_id in prior.sources]
        rows.append(
            (
                say.pick(prior.name_vi, prior.name_en),
                prior_kind_text(prior.kind, language),
                *(Figure(value=v, unit=prior.unit) for v in (prior.low, prior.mode, prior.high)),
                unit_label(prior.unit, language),
                prior.no_effect,
                prior_grade_text(prior.grade, language),
                say.pick(prior.note_vi, prior.note_en),
                _BAR.join(source.title for source in sources),
                _BAR.join(source.place for source in sources),
            )
        )
    return Sheet(name=say("Assumptions (giả định)"), columns=columns, rows=rows, frozen=1)


def observation_sheet(dossier: Dossier) -> Sheet:
    """Every figure known, and whether a projection rests on it."""
    say = dossier.say
    columns = (
        SheetColumn(title=say("Indicator"), width=44, look=Look.WRAPPED),
        SheetColumn(title=say("Region"), width=26),
        SheetColumn(title=say("Year"), width=7, look=Look.YEAR),
        SheetColumn(title=say("As of"), width=12),
        SheetColumn(title=say("Value"), width=26, look=Look.FIGURE),
        SheetColumn(title=say("Behind a projection"), width=12),
        SheetColumn(title=say("Definition"), width=36, look=Look.WRAPPED),
        SheetColumn(title=say("How it reached us"), width=32, look=Look.WRAPPED),
        SheetColumn(title=say("Source"), width=52, look=Look.WRAPPED),
        SheetColumn(title=say("Address or document"), width=60, look=Look.WRAPPED),
        SheetColumn(title=say("Who entered it, when and why"), width=44, look=Look.WRAPPED),
        SheetColumn(title=say("Notes"), width=70, look=Look.WRAPPED),
    )
    rows = [
        _observation_row(dossier, observation, observation in item.evidence.used)
        for item in dossier.outlook.indicators
        for observation in dossier.facts.observations_of(item.indicator.indicator_id)
    ]
    return Sheet(name=say("Observations"), columns=columns, rows=rows, frozen=1)


def source_sheet(dossier: Dossier) -> Sheet:
    """Every source of an observation; addresses are plain text, nothing opens by itself."""
    widths = (60, 36, 14, 70, 60)
    columns = tuple(
        SheetColumn(title=title, width=width, look=Look.WRAPPED)
        for title, width in zip(source_headers(dossier), widths, strict=True)
    )
    return Sheet(name=dossier.say("Sources"), columns=columns, rows=source_rows(dossier), frozen=1)


def milestone_sheet(dossier: Dossier) -> Sheet:
    """The qualitative milestones, followed by hand."""
    say, language, facts = dossier.say, dossier.language, dossier.facts
    columns = (
        SheetColumn(title=say("Year"), width=7, look=Look.YEAR),
        SheetColumn(title=say("Milestone"), width=70, look=Look.WRAPPED),
        SheetColumn(title=say("Group"), width=30),
        SheetColumn(title=say("Status"), width=18),
        SheetColumn(title=say("Source"), width=50, look=Look.WRAPPED),
        SheetColumn(title=say("Clause"), width=16),
        SheetColumn(title=say("Notes"), width=60, look=Look.WRAPPED),
    )
    rows = []
    for item in facts.milestones:
        source = facts.source_by_id.get(item.source_id or "")
        rows.append(
            (
                item.year,
                say.pick(item.name_vi, item.name_en),
                group_text(item.group, language),
                status_text(item.status, language),
                source.title if source else "",
                item.clause,
                say.pick(item.note_vi, item.note_en) or "",
            )
        )
    return Sheet(name=say("Qualitative milestones"), columns=columns, rows=rows)


def _observation_row(
    dossier: Dossier, observation: Observation, used: bool
) -> tuple[SheetCell, ...]:
    say, language, facts = dossier.say, dossier.language, dossier.facts
    indicator = facts.indicator_by_id[observation.indicator_id]
    sources = [facts.source_by_id[source_id] for source_id in observation.source_ids]
    per_year = indicator.kind is Kind.FLOW
    return (
        say.pick(indicator.name_vi, indicator.name_en),
        word(observation.region, language),
        observation.year,
        date(observation.as_of, language) if observation.as_of else "",
        Figure(value=observation.value, unit=observation.unit, per_year=per_year),
        say("yes") if used else "",
        word(observation.match, language),
        word(observation.grade, language),
        _BAR.join(source.title for source in sources),
        _BAR.join(source.place for source in sources),
        entered_text(dossier, observation),
        say.pick(observation.note_vi, observation.note_en) or "",
    )
