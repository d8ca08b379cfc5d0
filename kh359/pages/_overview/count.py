"""The milestone's targets counted by verdict and evidence; assumptions never summed in."""

import streamlit as st

from kh359.charts.tally import MISSED, OBSERVED_LEVELS, REACHED, Tally
from kh359.locale.outcome import least_text, span_text, verdict_text
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

    def judged(verdict: Verdict) -> str:
        near = count.near[verdict]
        if not near:
            return below
        return below + "; " + say("{near} by a figure near the plan's definition", near=near)

    def tile(verdict: Verdict, label: str, look: str) -> Tile:
        figure = str(count.count(levels, (verdict,)))
        return Tile(label=label, figure=figure, below=judged(verdict), look=look)

    show_tiles(
        [
            tile(Verdict.NO_DATA, say("No data"), "unknown"),
            tile(Verdict.MET, say("Met"), "good"),
            tile(Verdict.NOT_MET, say("Not met"), "bad"),
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
    show_tiles([_unknown_tile(count), *_observed_tiles(count), _assumed_tile(count)])
    with st.expander(say("The count in full, by evidence")):
        _full_table(count)


def _unknown_tile(count: Tally) -> Tile:
    """What has no figures stays unknown, also where an assumption projects it."""
    say = _state.say()
    return Tile(
        label=say("No data: not known"),
        figure=str(count.total - count.known),
        below=say("of all {total} targets for {year}", total=count.total, year=count.year),
        look="unknown",
    )


def _observed_tiles(count: Tally) -> list[Tile]:
    say, language = _state.say(), _state.language()
    below = say("of {total} targets projected from figures", total=count.known)
    labels = (
        (_reached_label(), REACHED, "good"),
        (
            say("About even ({span})", span=span_text(Verdict.EVEN, language)),
            (Verdict.EVEN,),
            "even",
        ),
        (
            say(
                "Unlikely or very unlikely (below {most})", most=least_text(Verdict.EVEN, language)
            ),
            MISSED,
            "bad",
        ),
    )
    return [
        Tile(
            label=label,
            figure=str(count.count(OBSERVED_LEVELS, verdicts)),
            below=below,
            look=look,
        )
        for label, verdicts, look in labels
    ]


def _assumed_tile(count: Tally) -> Tile:
    say = _state.say()
    below = say("nothing is supposed")
    if count.assumed:
        below = say("of {total} targets projected from an assumption", total=count.assumed)
    return Tile(
        label=say("Assumption, apart: {label}", label=_reached_label().lower()),
        figure=str(count.count((Level.ASSUMED,), REACHED)) if count.assumed else "–",
        below=below,
        look="assumed",
    )


def _reached_label() -> str:
    say = _state.say()
    return say("Likely to be met ({least} or more)", least=least_text(Verdict.LIKELY, say.language))


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
