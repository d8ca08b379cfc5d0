"""The milestone's targets counted by verdict and evidence; assumptions never summed in."""

import streamlit as st

from kh359.charts.tally import MISSED, OBSERVED_LEVELS, REACHED, Tally
from kh359.locale.outcome import verdict_text
from kh359.locale.proof import level_text
from kh359.model.attainment import Verdict
from kh359.model.evidence import Level
from kh359.pages import _state
from kh359.pages._table import Line, table
from kh359.pages._tile import Tile, show_tiles
from kh359.plan.target import MILESTONE_YEARS

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
    below = say("of {total} targets", total=count.total)
    labels = (
        (Verdict.MET, say("Met"), "good"),
        (Verdict.NOT_MET, say("Not met"), "bad"),
        (Verdict.NO_DATA, say("No data"), "silent"),
    )
    show_tiles(
        [
            Tile(label=label, figure=str(count.count(levels, (verdict,))), below=below, look=look)
            for verdict, label, look in labels
        ]
    )
    st.caption(
        say(
            "2025 is past: its targets are judged on observed figures alone, never on a projection "
            "or an assumption."
        )
    )


def _projected(count: Tally) -> None:
    say = _state.say()
    known, assumed = count.count(OBSERVED_LEVELS), count.count((Level.ASSUMED,))
    from_observations = say("of {total} targets projected from observations", total=known)
    show_tiles(
        [
            Tile(
                label=say("Likely to be met or better"),
                figure=str(count.count(OBSERVED_LEVELS, REACHED)),
                below=from_observations,
                look="good",
            ),
            Tile(
                label=say("About even"),
                figure=str(count.count(OBSERVED_LEVELS, (Verdict.EVEN,))),
                below=from_observations,
                look="even",
            ),
            Tile(
                label=say("Unlikely to be met"),
                figure=str(count.count(OBSERVED_LEVELS, MISSED)),
                below=from_observations,
                look="bad",
            ),
            Tile(
                label=say("Assumption, apart: likely or better"),
                figure=str(count.count((Level.ASSUMED,), REACHED)) if assumed else "–",
                below=say("of {total} targets projected from an assumption", total=assumed)
                if assumed
                else say("nothing is supposed"),
                look="assumed",
            ),
            Tile(
                label=say("No data, not projected"),
                figure=str(count.total - known - assumed),
                below=say("of all {total} targets for {year}", total=count.total, year=count.year),
                look="silent",
            ),
        ]
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
