"""The milestone's targets counted by verdict and evidence; assumptions never summed in."""

import streamlit as st

from kh359.charts.tally import MISSED, OBSERVED_LEVELS, REACHED, Tally
from kh359.locale.outcome import verdict_text
from kh359.locale.proof import level_text
from kh359.model.attainment import Verdict
from kh359.model.evidence import Level
from kh359.pages import _state
from kh359.pages._table import Line, table
from kh359.plan.target import MILESTONE_YEARS

JUDGED = (Verdict.MET, Verdict.NOT_MET, Verdict.NO_DATA)
PROJECTED = (
    Verdict.VERY_LIKELY,
    Verdict.LIKELY,
    Verdict.EVEN,
    Verdict.UNLIKELY,
    Verdict.VERY_UNLIKELY,
    Verdict.NO_EVIDENCE,
)


def show_count(count: Tally) -> None:
    """Headline numbers, then the full table."""
    if count.year == MILESTONE_YEARS[0]:
        _judged(count)
    else:
        _projected(count)


def _judged(count: Tally) -> None:
    say, levels = _state.say(), tuple(Level)
    total = count.total
    for column, verdict, label in zip(
        st.columns(3), JUDGED, (say("Met"), say("Not met"), say("No data")), strict=True
    ):
        n = count.count(levels, (verdict,))
        column.metric(label, say("{n} of {total}", n=n, total=total), border=True)
    st.caption(
        say(
            "2025 is past: its targets are judged on observed figures alone, never on a projection "
            "or an assumption."
        )
    )


def _projected(count: Tally) -> None:
    say = _state.say()
    known, assumed = count.count(OBSERVED_LEVELS), count.count((Level.ASSUMED,))
    silent = count.total - known - assumed
    tiles = st.columns(4)
    tiles[0].metric(
        say("Likely to be met or better, from observations"),
        say("{n} of {total}", n=count.count(OBSERVED_LEVELS, REACHED), total=known),
        border=True,
    )
    tiles[1].metric(
        say("Unlikely to be met, from observations"),
        say("{n} of {total}", n=count.count(OBSERVED_LEVELS, MISSED), total=known),
        border=True,
    )
    tiles[2].metric(
        say("Assumption, counted apart: likely or better"),
        say("{n} of {total}", n=count.count((Level.ASSUMED,), REACHED), total=assumed),
        border=True,
    )
    tiles[3].metric(
        say("No data, not projected"),
        say("{n} of {total}", n=silent, total=count.total),
        border=True,
    )
    with st.expander(say("The count in full, by evidence")):
        _full_table(count)


def _full_table(count: Tally) -> None:
    say, language = _state.say(), _state.language()

    def line(name: str, levels: tuple[Level, ...], look: str = "") -> Line:
        cells = [str(count.count(levels, (verdict,))) for verdict in PROJECTED]
        return Line(cells=(name, *cells, str(count.count(levels))), look=look)

    rows = (
        *(line(level_text(level, language), (level,)) for level in OBSERVED_LEVELS),
        line(say("Levels 1 and 2 together (observations)"), OBSERVED_LEVELS, "strong"),
        line(level_text(Level.ASSUMED, language), (Level.ASSUMED,), "assumed"),
        line(level_text(Level.NONE, language), (Level.NONE,)),
    )
    headers = (
        say("Evidence"),
        *(verdict_text(verdict, language).capitalize() for verdict in PROJECTED),
        say("Total"),
    )
    caption = say("Targets for {year} by evidence and verdict", year=count.year)
    table(caption, headers, rows, numbers=frozenset(range(1, len(headers))))
