"""Figures that users entered, and those computed from them, as headers and rows."""

from kh359.export.dossier import Dossier
from kh359.locale.entry import entry_lines
from kh359.locale.proof import word
from kh359.locale.spreadsheet import Cell
from kh359.locale.unit import quantity
from kh359.plan.indicator import Indicator, Kind
from kh359.plan.observation import DerivedObservation, Grade, Observation

ENTERED_BAR = " | "


def entered_figures(dossier: Dossier) -> tuple[Observation, ...]:
    """Those that stand, in the plan's order."""
    return tuple(
        figure
        for item in dossier.outlook.indicators
        for figure in dossier.facts.observations_of(item.indicator.indicator_id)
        if figure.entries and not figure.superseded
    )


def entered_headers(dossier: Dossier) -> tuple[str, ...]:
    """Column titles of `entered_rows`."""
    say = dossier.say
    return (
        say("Indicator"),
        say("Region"),
        say("Year"),
        say("Value"),
        say("Who entered it, when and why"),
        say("Source"),
        say("Address or document"),
    )


def entered_rows(dossier: Dossier) -> list[tuple[Cell, ...]]:
    """One row a figure; several sources stand in one cell each, with |."""
    return [_row(dossier, figure) for figure in entered_figures(dossier)]


def narrow_headers(dossier: Dossier) -> tuple[str, ...]:
    """Column titles of `narrow_rows`."""
    say = dossier.say
    return (say("Indicator"), say("Value"), say("Who entered it, when and why"), say("Source"))


def narrow_rows(dossier: Dossier) -> tuple[tuple[str, ...], ...]:
    """The same for a page or a slide. What is computed names its sources without addresses: they
    stand in the list of sources.
    """
    computed = [isinstance(figure, DerivedObservation) for figure in entered_figures(dossier)]
    return tuple(
        (
            f"{name}, {region}",
            f"{value} ({year})",
            str(told),
            str(source) if short else f"{source}\n{place}",
        )
        for short, (name, region, year, value, told, source, place) in zip(
            computed, entered_rows(dossier), strict=True
        )
    )


def entered_text(dossier: Dossier, figure: Observation) -> str:
    """Who entered it, when and why; empty for a figure of the program's own."""
    return ENTERED_BAR.join(entry_lines(figure, dossier.language))


def _row(dossier: Dossier, figure: Observation) -> tuple[Cell, ...]:
    say, facts = dossier.say, dossier.facts
    indicator = facts.indicator_by_id[figure.indicator_id]
    sources = [facts.source_by_id[source_id] for source_id in figure.source_ids]
    return (
        say.pick(indicator.name_vi, indicator.name_en),
        word(figure.region, dossier.language),
        figure.year,
        _value(dossier, indicator, figure),
        entered_text(dossier, figure),
        ENTERED_BAR.join(f"{source.title} ({source.publisher})" for source in sources),
        ENTERED_BAR.join(dict.fromkeys(source.place for source in sources)),
    )


def _value(dossier: Dossier, indicator: Indicator, figure: Observation) -> str:
    return quantity(
        figure.value,
        figure.unit,
        dossier.language,
        per_year=indicator.kind is Kind.FLOW,
        projected=figure.grade is Grade.DERIVED,
    )
