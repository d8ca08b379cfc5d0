"""The run as a PowerPoint deck with charts that can be edited."""

from kh359.export.dossier import Dossier
from kh359.export.file_name import file_name
from kh359.export.kind import ExportFile, Kind
from kh359.export.run_record import run_record
from kh359.export.watch import Watch
from kh359.locale.translate import marked


def _make(dossier: Dossier, watch: Watch) -> ExportFile:
    """Overview first, then each indicator, then what stands behind it all."""
    from kh359.export.native_fan_build import has_fan
    from kh359.export.slides_deck import Deck
    from kh359.export.slides_fan import fan_slide
    from kh359.export.slides_plan import count_slide, money_slides
    from kh359.export.slides_targets import matrix_slides, risk_slides
    from kh359.export.slides_words import (
        assumption_slides,
        entered_slides,
        first_slide,
        silent_slides,
        source_slides,
    )

    say, record = dossier.say, run_record(dossier)
    aimed = [item for item in dossier.outlook.indicators if item.attainments]
    known = [item for item in aimed if has_fan(dossier, item)]
    title, steps = say(KIND.title), len(known) + 2
    watch.step(0, steps, title)
    deck = Deck(dossier, record)
    deck.describe(f"KH359: {record.scenario}", record.rows)
    first_slide(deck, dossier, record)
    count_slide(deck, dossier)
    matrix_slides(deck, dossier)
    risk_slides(deck, dossier)
    money_slides(deck, dossier)
    for place, item in enumerate(known):
        indicator = item.indicator
        watch.step(place + 1, steps, say.pick(indicator.name_vi, indicator.name_en))
        fan_slide(deck, dossier, item)
    silent_slides(deck, dossier, [item for item in aimed if item not in known])
    assumption_slides(deck, dossier, record)
    source_slides(deck, dossier)
    entered_slides(deck, dossier)
    watch.step(steps - 1, steps, title)
    content = deck.content()
    watch.step(1, 1, title)
    name = file_name(f"{say('KH359 slides')} {record.key}", "pptx")
    return ExportFile(name=name, content=content, mime=MIME)


MIME = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
KIND = Kind(
    kind_id="pptx",
    title=marked("Slides (PowerPoint)"),
    summary=marked("16:9, with charts that can be edited; assumptions and sources at the end"),
    make=_make,
)
