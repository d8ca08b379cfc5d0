"""The run as an Excel workbook: tidy sheets, native charts, assumptions and sources."""

from kh359.export.dossier import Dossier
from kh359.export.file_name import file_name
from kh359.export.kind import ExportFile, Kind
from kh359.export.optimum import Optimum, optimum
from kh359.export.run_record import run_record
from kh359.export.watch import Watch
from kh359.locale.translate import marked


def _make(dossier: Dossier, watch: Watch) -> ExportFile:
    from kh359.export import workbook_basis as basis
    from kh359.export import workbook_results as results
    from kh359.export.native_fan_build import has_fan
    from kh359.export.workbook_book import Book
    from kh359.export.workbook_fans import fan_pages
    from kh359.export.workbook_optimum import frontier_chart, optimum_sheets
    from kh359.export.workbook_summary import record_page, summary_page

    say, record = dossier.say, run_record(dossier)
    watch.step(0, 1, say(KIND.title))
    found = optimum(dossier, watch.part(0, 3))
    book = Book(dossier, record)
    record_page(book, dossier, record)
    count, money = results.count_sheet(dossier), results.money_sheet(dossier)
    best = optimum_sheets(dossier, found)
    more = [frontier_chart(book, dossier, best[1], found)] if isinstance(found, Optimum) else []
    summary_page(book, dossier, record, count, money, more)
    sheets = (
        results.target_sheet(dossier),
        results.year_sheet(dossier),
        count,
        money,
        basis.lever_sheet(dossier),
        basis.prior_sheet(dossier),
        basis.observation_sheet(dossier),
        basis.source_sheet(dossier),
        basis.milestone_sheet(dossier),
        *best,
    )
    for place, sheet in enumerate(sheets):
        watch.part(1, 3).step(place, len(sheets), sheet.name)
        book.table(sheet)
    drawn = [
        item for item in dossier.outlook.indicators if item.attainments and has_fan(dossier, item)
    ]
    fan_pages(book, dossier, drawn, watch.part(2, 3))
    content = book.content()
    watch.step(1, 1, say(KIND.title))
    name = file_name(f"{say('KH359 workbook')} {record.key}", "xlsx")
    return ExportFile(name=name, content=content, mime=MIME)


MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
KIND = Kind(
    kind_id="xlsx",
    title=marked("Workbook (Excel)"),
    summary=marked("every table on a sheet of its own, charts, assumptions, sources"),
    make=_make,
)
