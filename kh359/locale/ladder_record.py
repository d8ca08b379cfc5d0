"""The ladders of the indicators as rows of a file."""

from collections.abc import Sequence
from math import isinf

from kh359.locale.ladder import failing_text
from kh359.locale.language import Language
from kh359.locale.proof import level_text
from kh359.locale.spreadsheet import Cell
from kh359.locale.translate import translator
from kh359.model.ladder import Ladder, Rung
from kh359.plan.target import MILESTONE_YEARS


def ladder_headers(language: Language) -> tuple[str, ...]:
    """Column titles of `ladder_records`."""
    say = translator(language)
    return (
        say("Indicator"),
        say("Evidence"),
        *(say("Probability {year} (%)", year=year) for year in MILESTONE_YEARS),
        say("First rung that fails"),
        say("Last target first met (median)"),
        say("Never met by 2045 (%)"),
        say("Got as far elsewhere (%)"),
        say("Target of the comparison"),
    )


def ladder_records(known: Sequence[Ladder], language: Language) -> list[tuple[Cell, ...]]:
    """One row an indicator, percent as percent; empty where nothing is projected."""
    return [_record(item, language) for item in known]


def _record(known: Ladder, language: Language) -> tuple[Cell, ...]:
    say = translator(language)
    first, found = known.first_year, known.elsewhere
    middle = None if first is None else first.quantile(0.5)
    return (
        say.pick(known.indicator.name_vi, known.indicator.name_en),
        level_text(known.level, language),
        *(_chance(rung) for rung in known.rungs),
        failing_text(known, language),
        None if middle is None or isinf(middle) else int(middle),
        None if first is None else round(100 * first.never, 1),
        None if found is None else round(100 * found.share, 1),
        None if found is None else found.target.year,
    )


def _chance(rung: Rung | None) -> Cell:
    if rung is None or rung.hardest.p_met is None:
        return None
    return round(100 * rung.hardest.p_met, 1)
