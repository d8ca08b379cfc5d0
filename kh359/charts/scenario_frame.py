"""The frame shared by the charts of scenarios: fonts, axes and margins that nothing must measure.

Ranges and margins are given, never found by Plotly: finding them lays the chart out twice, and
these charts are drawn anew after every move of a lever.
"""

from typing import Any

from kh359.charts.palette import ASSUMED, GRID, INK, MUTED
from kh359.charts.plotly_text import plotly_text
from kh359.charts.scenario_look import BASELINE, LOOKS, Look

Figure = dict[str, Any]

FONT = {"family": "Source Sans, sans-serif", "color": INK, "size": 14}
HALO = ", ".join(["0 0 3px #FFFFFF"] * 4)
"""Keeps a label readable on a band."""
_TITLE_HEIGHT = 30
_NOTE_STEP = 21


def look_of(slot: int, *, has_baseline: bool) -> Look:
    """The look of the scenario at `slot`; grey is for the baseline alone."""
    if has_baseline:
        return BASELINE if slot == 0 else LOOKS[(slot - 1) % len(LOOKS)]
    return LOOKS[slot % len(LOOKS)]


def framed(
    *,
    title: str,
    notes: tuple[str, ...],
    height: int,
    left: int,
    right: int,
    below: int,
    decimal_comma: bool,
    key: str,
) -> Figure:
    """A layout with a title, `notes` below it, and fixed margins; height is that of the plot.

    key: as long as it stays, a zoom survives a new figure.
    """
    above = _TITLE_HEIGHT + _NOTE_STEP * len(notes) + 12
    lines = "".join(
        f'<br><span style="font-size: 12px; color: {MUTED}">{plotly_text(note)}</span>'
        for note in notes
    )
    return {
        "title": {
            "text": f"<b>{plotly_text(title)}</b>{lines}",
            "font": {**FONT, "size": 16},
            "x": 0,
            "xref": "container",
            "xanchor": "left",
            "y": 1,
            "yref": "container",
            "yanchor": "top",
            "pad": {"t": 6 + _NOTE_STEP * len(notes), "l": 4},
            "automargin": False,
        },
        "font": FONT,
        "height": above + height + below,
        "margin": {"l": left, "r": right, "t": above, "b": below, "autoexpand": False},
        "separators": ",." if decimal_comma else ".,",
        "paper_bgcolor": "#FFFFFF",
        "plot_bgcolor": "#FFFFFF",
        "hovermode": "closest",
        "hoverlabel": {"align": "left", "bgcolor": "#FFFFFF", "font": FONT, "bordercolor": MUTED},
        "dragmode": False,
        "showlegend": False,
        "modebar": {"color": MUTED, "activecolor": INK, "bgcolor": "#FFFFFF"},
        "uirevision": key,
        "annotations": [],
    }


def axis(title: str, span: tuple[float, float], **more: object) -> Figure:
    """An axis with its unit and its range."""
    return {
        "title": {"text": plotly_text(title), "standoff": 6, "font": FONT},
        "range": list(span),
        "fixedrange": True,
        "gridcolor": GRID,
        "zeroline": False,
        "automargin": False,
        **more,
    }


def stamp(text: str) -> Figure:
    """A word above the margin right of the plot, where it hides neither figure nor note."""
    return {
        "xref": "paper",
        "yref": "paper",
        "x": 1,
        "xanchor": "left",
        "xshift": 8,
        "y": 1,
        "yanchor": "bottom",
        "showarrow": False,
        "text": f"<b>{text}</b>",
        "font": {"size": 14, "color": ASSUMED[3]},
        "bordercolor": ASSUMED[3],
        "borderwidth": 1.5,
        "borderpad": 3,
    }


def message_note(text: str) -> Figure:
    """A sentence in the middle of an empty chart."""
    return {
        "xref": "paper",
        "yref": "paper",
        "x": 0.5,
        "y": 0.5,
        "showarrow": False,
        "bgcolor": "#FFFFFF",
        "text": f"<b>{text}</b>",
        "font": {"size": 18, "color": MUTED},
    }


def corner_note(text: str) -> Figure:
    """A remark inside the plot's upper right corner."""
    return {
        "xref": "paper",
        "yref": "paper",
        "x": 1,
        "xanchor": "right",
        "y": 0.995,
        "yanchor": "top",
        "showarrow": False,
        "bgcolor": "#FFFFFF",
        "text": text,
        "font": {"size": 12, "color": MUTED},
    }


def spread(places: list[float], gap: float, low: float, high: float) -> list[float]:
    """Heights of labels at least `gap` apart, as near as can be to the wished `places`.

    Labels that would overlap are pooled and centred on their mean (isotonic regression). All stay
    between low and high while there is room.
    """
    order = sorted(range(len(places)), key=lambda i: places[i])
    pools: list[tuple[float, int]] = []
    for rank, i in enumerate(order):
        wished, size = places[i] - rank * gap, 1
        while pools and pools[-1][0] > wished:
            mean, n = pools.pop()
            wished = (mean * n + wished * size) / (n + size)
            size += n
        pools.append((wished, size))
    levels = [mean for mean, n in pools for _ in range(n)]
    most = high - (len(places) - 1) * gap
    moved = [0.0] * len(places)
    for rank, i in enumerate(order):
        moved[i] = max(low, min(levels[rank], most)) + rank * gap
    return moved
