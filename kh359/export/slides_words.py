"""Slides of words: the title, what has no data, what is supposed, where figures come from."""

from collections.abc import Sequence
from itertools import zip_longest

from kh359.export.dossier import Dossier
from kh359.export.entered_table import narrow_headers, narrow_rows
from kh359.export.run_record import RunRecord
from kh359.export.slides_deck import Deck
from kh359.export.slides_plan import plan_source
from kh359.export.slides_table import SlideCell, SlideTable
from kh359.locale.number import date
from kh359.locale.prior import prior_grade_text, prior_span, prior_value
from kh359.locale.proof import level_text
from kh359.locale.unit import indicator_unit
from kh359.model.evidence import Level
from kh359.model.outlook import IndicatorOutlook
from kh359.plan.source import Source

MOST_ROWS = 12
"""Of a table on one slide."""
_PRIOR_WIDTHS = (0.45, 0.09, 0.17, 0.29)
_SILENT_WIDTHS = (0.34, 0.16, 0.34, 0.16)
_SOURCE_WIDTHS = (0.6, 0.26, 0.14)
_ENTERED_WIDTHS = (0.28, 0.17, 0.27, 0.28)
MOST_ENTERED = 4
"""Of a table whose rows take several lines."""


def first_slide(deck: Deck, dossier: Dossier, record: RunRecord) -> None:
    """What the deck is about, and its run."""
    say = dossier.say
    deck.first(
        say("Plan 359-KH/TU: will the targets be met?"),
        say("Scenario: {name}", name=record.scenario),
        [f"{label}: {text}" for label, text in record.rows if label != say("Scenario")],
    )


def silent_slides(deck: Deck, dossier: Dossier, silent: Sequence[IndicatorOutlook]) -> None:
    """Indicators with targets of which nothing can be said."""
    say, language = dossier.say, dossier.language
    if not silent:
        return
    names = [
        (
            SlideCell(text=say.pick(item.indicator.name_vi, item.indicator.name_en)),
            SlideCell(text=indicator_unit(item.indicator, language)),
        )
        for item in silent
    ]
    half = MOST_ROWS * -(-len(names) // (2 * MOST_ROWS)) if len(names) > MOST_ROWS else len(names)
    blank = (SlideCell(text=""),) * 2
    rows = [
        (*left, *right) for left, right in zip_longest(names[:half], names[half:], fillvalue=blank)
    ]
    message = say(
        "{count} indicators with targets have no figure of the province; nothing is projected.",
        count=len(silent),
    )
    headers = (say("Indicator"), say("Unit")) * 2
    _paged(deck, dossier, say("No data yet"), message, headers, rows, _SILENT_WIDTHS)


def assumption_slides(deck: Deck, dossier: Dossier, record: RunRecord) -> None:
    """What this run supposes and stands on, then every supposed quantity with its range."""
    say, language = dossier.say, dossier.language
    levels = [level_text(level, language) for level in Level]
    supposed = [record.supposed, *(f"{text[:1].upper()}{text[1:]}." for text in record.assumptions)]
    counted = [f"{text[:1].upper()}{text[1:]}." for text in record.evidence]
    message = say("What is supposed is never an observation; it is marked wherever it shows.")
    deck.text(
        say("Assumptions (giả định) and evidence"),
        message,
        [*supposed, say("Evidence levels") + ": " + "; ".join(levels) + ".", *counted],
        plan_source(dossier),
    )
    headers = (say("Assumption"), say("Value"), say("Range"), say("Rests on"))
    rows = [
        (
            SlideCell(text=say.pick(prior.name_vi, prior.name_en)),
            SlideCell(text=prior_value(prior, language)),
            SlideCell(text=prior_span(prior, language)),
            SlideCell(text=prior_grade_text(prior.grade, language)),
        )
        for prior in dossier.facts.priors
    ]
    _paged(deck, dossier, say("Supposed quantities"), message, headers, rows, _PRIOR_WIDTHS)


def source_slides(deck: Deck, dossier: Dossier) -> None:
    """Sources of the figures that projections rest on; the title opens the address."""
    say, facts = dossier.say, dossier.facts
    used = {
        source_id
        for item in dossier.outlook.indicators
        for observation in item.evidence.used
        for source_id in observation.source_ids
    }
    # Yearly tables of one publication stand once here, each with its own row in Excel.
    alike = {
        (source.title, source.publisher, source.date): source
        for source in reversed(facts.sources)
        if source.source_id in used
    }
    rows = [
        (
            _titled(source),
            SlideCell(text=source.publisher),
            SlideCell(text=date(source.date, dossier.language)),
        )
        for source in reversed(alike.values())
    ]
    headers = (say("Source"), say("Publisher"), say("Date of the source"))
    message = say(
        "Sources of the figures behind the projections; the Excel workbook lists every source with "
        "its address."
    )
    _paged(deck, dossier, say("Sources"), message, headers, rows, _SOURCE_WIDTHS)


def _titled(source: Source) -> SlideCell:
    """The title opens the address; a source without one names its document."""
    if source.address:
        return SlideCell(text=source.title, address=source.address)
    return SlideCell(text=f"{source.title} ({source.place})")


def entered_slides(deck: Deck, dossier: Dossier) -> None:
    """Figures that users entered, with who, when and why; no slide where there are none."""
    say = dossier.say
    rows = [
        tuple(SlideCell(text=text.replace("\n", "; ")) for text in row)
        for row in narrow_rows(dossier)
    ]
    if not rows:
        return
    message = say("They did not come with the program; each names who entered it, when and why.")
    title = say("Figures that users entered")
    _paged(
        deck,
        dossier,
        title,
        message,
        narrow_headers(dossier),
        rows,
        _ENTERED_WIDTHS,
        most=MOST_ENTERED,
    )


def _paged(
    deck: Deck,
    dossier: Dossier,
    title: str,
    message: str,
    headers: Sequence[str],
    rows: Sequence[tuple[SlideCell, ...]],
    widths: tuple[float, ...],
    most: int = MOST_ROWS,
) -> None:
    pages = max(1, -(-len(rows) // most))
    for page in range(pages):
        table = SlideTable(
            headers=tuple(SlideCell(text=text) for text in headers),
            rows=tuple(rows[page * most : (page + 1) * most]),
            widths=widths,
            size=11,
            row_height=0.34,
        )
        shown = f"{title} ({page + 1}/{pages})" if pages > 1 else title
        deck.table(shown, message, table, plan_source(dossier))
