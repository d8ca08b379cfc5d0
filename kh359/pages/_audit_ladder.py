"""The ladders of all indicators as a file."""

from math import isinf

from kh359.locale.ladder import failing_text
from kh359.locale.proof import level_text
from kh359.locale.spreadsheet import Cell
from kh359.model.ladder import Ladder, Rung, ladders
from kh359.model.outlook import Outlook
from kh359.pages import _state
from kh359.pages._download import offer_table
from kh359.plan.target import MILESTONE_YEARS


def offer_ladders(outlook: Outlook) -> None:
    """One row an indicator, percent as percent; empty where nothing is projected."""
    say = _state.say()
    headers = (
        say("Indicator"),
        say("Evidence"),
        *(say("Probability {year} (%)", year=year) for year in MILESTONE_YEARS),
        say("First rung that fails"),
        say("Last target first met (median)"),
        say("Never met by 2045 (%)"),
        say("Got as far elsewhere (%)"),
        say("Target of the comparison"),
    )
    rows = [_record(known) for known in ladders(outlook.indicators)]
    offer_table(f"kh359_ladders_{outlook.data_version}", headers, rows)


def _record(known: Ladder) -> tuple[Cell, ...]:
    say, language = _state.say(), _state.language()
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
