"""Where the figures come from, as headers and rows."""

from collections.abc import Collection

from kh359.export.dossier import Dossier
from kh359.locale.number import date
from kh359.locale.spreadsheet import Cell


def source_headers(dossier: Dossier) -> tuple[str, ...]:
    """Column titles of `source_rows`."""
    say = dossier.say
    return (
        say("Source"),
        say("Publisher"),
        say("Date of the source"),
        say("Address or document"),
        say("Indicators"),
    )


def source_rows(dossier: Dossier, among: Collection[str] | None = None) -> list[tuple[Cell, ...]]:
    """Every source of an observation, with the indicators that it tells of.

    among: ids of the sources that are wanted; None for all.
    """
    say, facts = dossier.say, dossier.facts
    used: dict[str, list[str]] = {}
    for item in dossier.outlook.indicators:
        name = say.pick(item.indicator.name_vi, item.indicator.name_en)
        for observation in facts.observations_of(item.indicator.indicator_id):
            for source_id in observation.source_ids:
                names = used.setdefault(source_id, [])
                if name not in names:
                    names.append(name)
    return [
        (
            source.title,
            source.publisher,
            date(source.date, dossier.language),
            source.place,
            " | ".join(used[source.source_id]),
        )
        for source in facts.sources
        if source.source_id in used and (among is None or source.source_id in among)
    ]
