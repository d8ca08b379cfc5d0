"""One full-screen view of a briefing, and the pieces that views are made of."""

from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass
from html import escape

import streamlit as st

from kh359.charts.still.picture import picture
from kh359.charts.still.subset import Figure

WIDTH = 830.0
"""Pixels of a picture before it is stretched over the screen: its 13 px letters become 28 px."""
ABOVE, PLOT = 36, 225
"""Pixels above the plot, for a stamp, and of the plot: a wide screen has no more height."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slide:
    """key: in the link. notes: what the presenter may want to say. draw: puts it on the page."""

    key: str
    title: str
    notes: str
    draw: Callable[[], None]


def show(body: str) -> None:
    """HTML below the title; every foreign text in it is escaped already."""
    st.html(f'<div class="kh-view">{body}</div>')


def sentence(text: str, look: str = "") -> str:
    """A line of text. look: "quiet", "assumed" or nothing."""
    return f'<p class="{look}">{escape(text)}</p>'


def fact(figure: str, label: str, below: str = "", look: str = "") -> str:
    """A large number with its words. look: as for a tile."""
    small = "".join(f"<div>{escape(line)}</div>" for line in below.split("; ") if line)
    return (
        f'<div class="fact {look}"><div class="label">{escape(label)}</div>'
        f'<div class="figure">{escape(figure)}</div><div class="below">{small}</div></div>'
    )


def facts_row(boxes: list[str]) -> str:
    """Large numbers side by side."""
    return f'<div class="facts" style="--n:{len(boxes)}">{"".join(boxes)}</div>'


def chart(figure: Figure, alt: str) -> str:
    """The chart of the page as a drawing that fills the screen, letters as outlines.

    Its title is left to the view, its notes to a line in larger type.
    """
    drawn = picture(_bare(figure), width=WIDTH, alt=alt, outlines=True)
    data = b64encode(drawn.svg.encode()).decode()
    return (
        f'<img class="chart" alt="{escape(alt, quote=True)}" '
        f'src="data:image/svg+xml;base64,{data}">'
    )


def _bare(figure: Figure) -> Figure:
    layout = figure["layout"]
    margin = {**layout["margin"], "t": ABOVE}
    height = ABOVE + PLOT + margin["b"]
    return {**figure, "layout": {**layout, "title": {}, "margin": margin, "height": height}}
