"""Headline numbers that wrap instead of losing their end."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

import streamlit as st

_STYLE = """
.kh-tiles {display: grid; grid-template-columns: repeat(auto-fit, minmax(10rem, 1fr)); gap: .6rem;}
.kh-tile {border: 1px solid #D5DBE1; border-left: 5px solid #D5DBE1; border-radius: 4px;
  padding: .4rem .6rem;}
.kh-tile .label {font-size: .92rem; font-weight: 600; line-height: 1.25;}
.kh-tile .figure {font-size: 2.1rem; line-height: 1.25; font-variant-numeric: tabular-nums;}
.kh-tile .below {font-size: .85rem; color: #5F6B7A; line-height: 1.25;}
.kh-tile.good {border-left-color: #1F5F99;}
.kh-tile.bad {border-left-color: #C65D10;}
.kh-tile.assumed {border: 1.5px dashed #7A5B1E; border-left: 5px dashed #7A5B1E;}
.kh-tile.unknown {border-left-color: #1F2933; background: #E9EDF1;}
.kh-tile.silent {border: 1.5px dashed #B4BBC4;}
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tile:
    """One headline; the words say the same as its look.

    look: good, even, bad, assumed, unknown (stands out), or silent (stands back).
    """

    label: str
    figure: str
    below: str
    look: str


def show_tiles(tiles: Sequence[Tile]) -> None:
    """A row of tiles."""
    boxes = "".join(
        f'<div class="kh-tile {tile.look}"><div class="label">{escape(tile.label)}</div>'
        f'<div class="figure">{escape(tile.figure)}</div>'
        f'<div class="below">{escape(tile.below)}</div></div>'
        for tile in tiles
    )
    st.html(f'<style>{_STYLE}</style><div class="kh-tiles">{boxes}</div>')
