"""Tables for a person's spreadsheet: UTF-8 with a byte order mark, in one ZIP."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from kh359.export.archive import archive
from kh359.export.dossier import Dossier
from kh359.export.entered_table import entered_headers, entered_rows
from kh359.export.file_name import file_name
from kh359.export.goal_table import goal_headers, goal_rows
from kh359.export.kind import ExportFile, Kind
from kh359.export.optimum import optimum
from kh359.export.optimum_table import optimum_tables
from kh359.export.run_record import RunRecord, run_record
from kh359.export.source_table import source_headers, source_rows
from kh359.export.target_table import target_headers, target_rows
from kh359.export.watch import Watch
from kh359.export.year_table import year_headers, year_rows
from kh359.locale.finding_record import finding_headers, finding_records
from kh359.locale.ladder_record import ladder_headers, ladder_records
from kh359.locale.spreadsheet import Cell, spreadsheet
from kh359.locale.translate import marked
from kh359.model.audit.audit import audit
from kh359.model.ladder import ladders

Table = tuple[str, Sequence[str], Callable[[], Iterable[Sequence[Cell]]]]
"""Name, column titles, and what makes the rows."""


def _make(dossier: Dossier, watch: Watch) -> ExportFile:
    say, record, language = dossier.say, run_record(dossier), dossier.language
    watch.step(0, 1, say(KIND.title))
    rungs = ladder_records(ladders(dossier.outlook.indicators), language)
    findings = finding_records(audit(dossier.facts), dossier.facts, language)
    best = optimum_tables(dossier, optimum(dossier, watch.part(0, 2)))
    making = watch.part(1, 2)
    tables: tuple[Table, ...] = (
        (say("Targets"), target_headers(dossier), lambda: target_rows(dossier)),
        (say("Projections by year"), year_headers(dossier), lambda: year_rows(dossier)),
        (say("Five rungs of every indicator"), ladder_headers(language), lambda: rungs),
        (say("Plan check"), finding_headers(language), lambda: findings),
        (say("What it takes"), goal_headers(dossier), lambda: goal_rows(dossier)),
        *((name, headers, lambda rows=rows: rows) for name, headers, rows in best),
        (say("Sources"), source_headers(dossier), lambda: source_rows(dossier)),
        *_entered(dossier),
    )
    files: dict[str, bytes] = {}
    for place, (name, headers, rows) in enumerate(tables):
        making.step(place, len(tables), name)
        files[file_name(name, "csv")] = recorded(headers, rows(), record, dossier)
    headers = (say("Item"), say("Text"))
    name = file_name(say("Record of the run"), "csv")
    files[name] = spreadsheet(headers, record.rows, dossier.language)
    watch.step(1, 1, say(KIND.title))
    name = file_name(f"{say('KH359 tables')} CSV {record.key}", "zip")
    return ExportFile(name=name, content=archive(files, dossier.day), mime="application/zip")


def _entered(dossier: Dossier) -> Iterator[Table]:
    """Only where users entered figures."""
    rows = entered_rows(dossier)
    if rows:
        name = dossier.say("Figures that users entered")
        yield name, entered_headers(dossier), lambda: rows


def recorded(
    headers: Sequence[str], rows: Iterable[Sequence[Cell]], record: RunRecord, dossier: Dossier
) -> bytes:
    """The table with the run in the last columns: a file is often sent on alone."""
    say = dossier.say
    behind = (say("Scenario"), say("Scenario hash"), say("Data version"), say("Seed"), say("Date"))
    told = (record.scenario, record.scenario_hash, record.data_version, record.seed, record.day)
    whole = ((*row, *told) for row in rows)
    return spreadsheet((*headers, *behind), whole, dossier.language)


KIND = Kind(
    kind_id="csv",
    title=marked("Tables (CSV)"),
    summary=marked(
        "targets, projections by year, five rungs, plan check, what it takes, best plan, sources; "
        "opens in Excel by a double click"
    ),
    make=_make,
)
