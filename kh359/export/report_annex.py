"""Annexes of a report: the record of the run, all targets, charts, assumptions, sources."""

from collections.abc import Iterator

from kh359.charts.tally import OBSERVED_LEVELS
from kh359.export.dossier import Dossier
from kh359.export.entered_table import entered_figures, narrow_headers, narrow_rows
from kh359.export.report_block import Annex, Grid, Paragraph, Plate
from kh359.export.report_chart import indicator_picture
from kh359.export.report_cycle import Charts, Cycle
from kh359.export.report_results import pairs_of, risky, standing_grid
from kh359.export.report_standing import name_of, short_level_cell, source_line
from kh359.export.run_record import RunRecord, run_record
from kh359.export.source_table import source_headers, source_rows
from kh359.export.watch import Watch
from kh359.locale.prior import prior_grade_text, prior_span, prior_value
from kh359.locale.spreadsheet import Cell
from kh359.model.evidence import Level
from kh359.plan.target import MILESTONE_YEARS


def annexes(dossier: Dossier, cycle: Cycle, watch: Watch) -> tuple[Annex, ...]:
    """Those that the cycle's depth asks for; the record of the run always."""
    return tuple(_annexes(dossier, cycle, watch))


def _annexes(dossier: Dossier, cycle: Cycle, watch: Watch) -> Iterator[Annex]:
    yield _record_annex(dossier, run_record(dossier))
    if cycle.whole:
        yield _target_annex(dossier)
    if cycle.charts is not Charts.NONE:
        plates = tuple(_plates(dossier, cycle, watch))
        if plates:
            yield Annex(title=dossier.say("Charts of indicators"), blocks=plates)
    if cycle.whole:
        yield _assumption_annex(dossier)
    if cycle.every_target:
        yield _source_annex(dossier, cycle)
    if entered_figures(dossier):
        yield _entered_annex(dossier)


def _record_annex(dossier: Dossier, record: RunRecord) -> Annex:
    say = dossier.say
    grid = Grid(
        caption=say("Record of the run"),
        headers=(say("Item"), say("Text")),
        rows=record.rows,
        shares=(25, 75),
        source="KH359",
    )
    words = say(
        "The same scenario, assumptions, data version, seed and number of futures give the same "
        "figures again."
    )
    return Annex(title=say("Record of the run"), blocks=(Paragraph(text=words), grid))


def _target_annex(dossier: Dossier) -> Annex:
    say = dossier.say
    grids = tuple(
        standing_grid(dossier, say("Targets of {year}", year=year), pairs_of(dossier, year))
        for year in MILESTONE_YEARS
        if pairs_of(dossier, year)
    )
    return Annex(title=say("All targets of the plan"), blocks=grids)


def drawn_ids(dossier: Dossier, cycle: Cycle) -> tuple[str, ...]:
    """Indicators whose charts the cycle shows, in the plan's order."""
    at_risk = {
        item.target.indicator_id
        for levels in (OBSERVED_LEVELS, (Level.ASSUMED,))
        for item in risky(dossier, levels)
    }
    chosen = []
    for item in dossier.outlook.indicators:
        known = item.evidence.level in OBSERVED_LEVELS
        if item.attainments and (
            cycle.charts is Charts.ALL
            or item.indicator.indicator_id in at_risk
            or (cycle.charts is Charts.FIGURES and known)
        ):
            chosen.append(item.indicator.indicator_id)
    return tuple(chosen)


def _plates(dossier: Dossier, cycle: Cycle, watch: Watch) -> Iterator[Plate]:
    ids = drawn_ids(dossier, cycle)
    for place, indicator_id in enumerate(ids):
        item = dossier.outlook.of(indicator_id)
        name = name_of(item, dossier.say)
        watch.step(place, 2 * len(ids), name)
        drawn, source = indicator_picture(dossier, indicator_id)
        caption = f"{name}. {short_level_cell(item.evidence.level, dossier)}"
        yield Plate(caption=caption, picture=drawn, source=source)


def _assumption_annex(dossier: Dossier) -> Annex:
    say, language = dossier.say, dossier.language
    rows = tuple(
        (
            say.pick(prior.name_vi, prior.name_en),
            prior_value(prior, language),
            prior_span(prior, language),
            prior_grade_text(prior.grade, language),
        )
        for prior in dossier.facts.priors
    )
    grid = Grid(
        caption=say("What is supposed (giả định)"),
        headers=(
            say("Assumption (giả định)"),
            say("Most likely"),
            say("Range"),
            say("Rests on"),
        ),
        rows=rows,
        shares=(44, 14, 22, 32),
        source=source_line(dossier, assumed=True),
    )
    return Annex(title=say("Assumptions"), blocks=(grid,))


def _source_annex(dossier: Dossier, cycle: Cycle) -> Annex:
    """Sources of the figures that projections start from; in a whole report of every figure."""
    say, headers = dossier.say, source_headers(dossier)
    used = {
        source_id
        for item in dossier.outlook.indicators
        for observation in item.evidence.used
        for source_id in observation.source_ids
    }
    rows = source_rows(dossier, None if cycle.whole else used)
    grid = Grid(
        caption=say("Sources of the figures"),
        headers=(f"{headers[0]}, {headers[3].lower()}", headers[1], headers[2]),
        rows=_merged(rows),
        shares=(72, 26, 16),
        source=source_line(dossier),
    )
    return Annex(title=say("Sources"), blocks=(grid,))


def _entered_annex(dossier: Dossier) -> Annex:
    """In every report, however short: these figures stand in no public source of the program."""
    say = dossier.say
    grid = Grid(
        caption=say("Figures that users entered"),
        headers=narrow_headers(dossier),
        rows=narrow_rows(dossier),
        shares=(30, 20, 30, 34),
        source="KH359",
    )
    return Annex(title=say("Figures that users entered"), blocks=(grid,))


def _merged(rows: list[tuple[Cell, ...]]) -> tuple[tuple[str, str, str], ...]:
    """Title with the addresses below it; files of one series share a row."""
    found: dict[tuple[str, ...], list[str]] = {}
    for row in rows:
        title, publisher, day, address = (str(cell or "") for cell in row[:4])
        found.setdefault((title, publisher, day), []).append(address)
    return tuple(
        (f"{title}\n{_short(addresses)}", publisher, day)
        for (title, publisher, day), addresses in found.items()
    )


def _short(addresses: list[str]) -> str:
    """The first in full; of others in the same folder the file's name."""
    first, *others = dict.fromkeys(addresses)
    folder = first.rpartition("/")[0] if "://" in first else ""
    shared = [one.startswith(f"{folder}/") and bool(folder) for one in others]
    names = (
        f"…{one.removeprefix(folder)}" if short else one
        for one, short in zip(others, shared, strict=True)
    )
    return "; ".join((first, *names))
