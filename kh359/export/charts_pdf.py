"""All charts in one PDF, a page each."""

from collections.abc import Sequence

from kh359.charts.still.picture import Picture
from kh359.export.chart_item import ChartItem, chart_items, pictures_of
from kh359.export.dossier import Dossier
from kh359.export.file_name import file_name
from kh359.export.kind import ExportFile, Kind
from kh359.export.run_record import RunRecord, run_record
from kh359.export.typesetter import own_page, quoted, typeset
from kh359.export.watch import Watch
from kh359.locale.translate import marked

ENDING = "pdf"


def chart_pdf(item: ChartItem, dossier: Dossier) -> ExportFile:
    """One chart; a long matrix has several pages."""
    record = run_record(dossier)
    drawn = pictures_of(item, dossier, record, paged=True)
    content = pictures_pdf(drawn, item.subject, record, dossier)
    return ExportFile(name=file_name(item.subject, ENDING), content=content, mime=MIME)


def pictures_pdf(
    pictures: Sequence[Picture], title: str, record: RunRecord, dossier: Dossier
) -> bytes:
    """A PDF with a page for each picture, exactly as large as it."""
    day = dossier.day
    told = ", ".join(quoted(f"{label}: {text}") for label, text in record.rows)
    head = (
        f"#set document(title: {quoted(title)}, author: {quoted('KH359')}, keywords: ({told},), "
        f"date: datetime(year: {day.year}, month: {day.month}, day: {day.day}))\n"
        f"#set text(lang: {quoted(dossier.language)})\n"
    )
    pages = "\n".join(own_page(f"{i}.svg", drawn) for i, drawn in enumerate(pictures))
    files = {f"{i}.svg": drawn.svg.encode() for i, drawn in enumerate(pictures)}
    return typeset(head + pages, files, day=day)[0]


def _make(dossier: Dossier, watch: Watch) -> ExportFile:
    say, record, items = dossier.say, run_record(dossier), chart_items(dossier)
    drawn: list[Picture] = []
    for place, item in enumerate(items):
        watch.step(place, len(items), item.subject)
        drawn += pictures_of(item, dossier, record, paged=True)
    title = f"{say('KH359 charts')}: {record.scenario}"
    content = pictures_pdf(drawn, title, record, dossier)
    watch.step(1, 1, say(KIND.title))
    name = file_name(f"{say('KH359 charts')} {record.key}", ENDING)
    return ExportFile(name=name, content=content, mime=MIME)


MIME = "application/pdf"
KIND = Kind(
    kind_id="charts-pdf",
    title=marked("Charts in one document (PDF)"),
    summary=marked("every chart, a page each"),
    make=_make,
)
