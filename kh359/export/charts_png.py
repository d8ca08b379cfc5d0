"""All charts as PNG, 300 dots to the inch, in one ZIP."""

from contextlib import closing

from kh359.export.archive import archive
from kh359.export.chart_item import ChartItem, chart_items, pictures_of
from kh359.export.dossier import Dossier
from kh359.export.file_name import file_name
from kh359.export.kind import ExportFile, Kind
from kh359.export.run_record import record_text, run_record
from kh359.export.typesetter import png_stream, pngs
from kh359.export.watch import Watch
from kh359.locale.translate import marked

ENDING = "png"


def chart_png(item: ChartItem, dossier: Dossier) -> ExportFile:
    """One chart."""
    content = pngs(pictures_of(item, dossier), day=dossier.day)[0]
    return ExportFile(name=file_name(item.subject, ENDING), content=content, mime="image/png")


def _make(dossier: Dossier, watch: Watch) -> ExportFile:
    say, record, items = dossier.say, run_record(dossier), chart_items(dossier)
    files: dict[str, bytes] = {}
    drawn = [pictures_of(item, dossier, record)[0] for item in items]
    with closing(png_stream(drawn, day=dossier.day)) as contents:
        for place, item in enumerate(items):
            watch.step(place, len(items), item.subject)
            files[file_name(f"{place + 1:02d} {item.subject}", ENDING)] = next(contents)
    files[file_name(say("Record of the run"), "txt")] = record_text(record).encode("utf-8-sig")
    watch.step(1, 1, say(KIND.title))
    name = file_name(f"{say('KH359 charts')} PNG {record.key}", "zip")
    return ExportFile(name=name, content=archive(files, dossier.day), mime="application/zip")


KIND = Kind(
    kind_id="charts-png",
    title=marked("Charts as pictures (PNG)"),
    summary=marked("every chart at 300 dots to the inch, in a ZIP"),
    make=_make,
)
