"""Where the province stands among the other provinces, where figures of one method exist."""

import streamlit as st

from kh359.charts.backtest_plotly import peer_figure
from kh359.charts.peer_bars import peer_bars
from kh359.charts.peer_standing import PeerStanding, peer_standing
from kh359.locale.counting_method import method_text
from kh359.locale.plain_text import plain_markdown
from kh359.locale.proof import word
from kh359.locale.unit import quantity
from kh359.model.outlook import IndicatorOutlook
from kh359.pages import _state
from kh359.pages._figure import source_cell
from kh359.pages._table import Line, table
from kh359.plan.facts import Facts

MAIN_METHOD = "main"


def show_standing(facts: Facts, item: IndicatorOutlook) -> None:
    """A chart, a sentence, and the sources; or that there is nothing to compare with."""
    say, language = _state.say(), _state.language()
    st.subheader(say("Quảng Ngãi among the provinces"), anchor=False)
    standing = peer_standing(facts, item.indicator.indicator_id)
    if standing is None:
        st.write(say("Too few figures of other provinces are known for this indicator."))
        return
    left, right = st.columns([3, 2])
    with left:
        bars = peer_bars(facts, item.indicator, standing, language)
        settings = {"displayModeBar": False}
        figure = peer_figure(bars)
        st.plotly_chart(figure, theme=None, config=settings, alt=bars.alt, key="peers")
    with right:
        st.write("\n\n".join(standing_lines(item, standing)))
    with st.expander(say("The provinces' figures and their sources")):
        _sources(facts, item, standing)


def standing_lines(item: IndicatorOutlook, standing: PeerStanding) -> list[str]:
    """Rank, median, method, and what the ranking is not."""
    say, language, unit = _state.say(), _state.language(), item.indicator.unit
    lines = [
        say(
            "**{region}:** {value} in {year}, rank {rank} of {size} provinces known here.",
            region=word(own.region, language),
            value=quantity(own.value, unit, language),
            year=standing.year,
            rank=standing.rank(own),
            size=standing.size,
        )
        for own in standing.own
    ]
    if not standing.own:
        lines.append(
            say(
                "No figure of Quảng Ngãi of {year} by the same method is known, so it has no rank.",
                year=standing.year,
            )
        )
    lines.append(
        say(
            "Half of the {count} other provinces are above {value}.",
            count=len(standing.peers),
            value=quantity(standing.median, unit, language, projected=True),
        )
    )
    if standing.method != MAIN_METHOD:
        lines.append(
            say(
                "Method of counting: {method}.",
                method=plain_markdown(method_text(standing.method, language)),
            )
        )
    lines.append(
        say(
            "This is not the national rank: only provinces whose figure was found are here, and "
            "those that publish are often those that lead."
        )
    )
    return lines


def _sources(facts: Facts, item: IndicatorOutlook, standing: PeerStanding) -> None:
    say, language, unit = _state.say(), _state.language(), item.indicator.unit
    own = [(o.value, word(o.region, language), o, "strong") for o in standing.own]
    others = [(p.value, p.province, p, "") for p in standing.peers]
    rows = [
        Line(
            cells=(
                name,
                quantity(value, unit, language),
                str(standing.year),
                source_cell(facts, row.source_id),
                say.pick(row.note_vi, row.note_en),
            ),
            look=look,
        )
        for value, name, row, look in sorted([*own, *others], key=lambda line: -line[0])
    ]
    headers = (say("Province"), say("Value"), say("Year"), say("Source"), say("Notes"))
    table(say("Figures compared"), headers, rows, numbers=frozenset({1}), tight=frozenset({0, 2}))
