"""The frame that traces are drawn into: two scales, a clip, and the figure's own words."""

from dataclasses import dataclass
from typing import Any

from kh359.charts.palette import INK
from kh359.charts.still.axis import Scale
from kh359.charts.still.canvas import Canvas
from kh359.charts.still.subset import FONT, within
from kh359.charts.still.words import Look

PLOTLY_COLOURS = ("#636EFA", "#EF553B", "#00CC96", "#AB63FA", "#FFA15A")
"""What Plotly takes where a figure names no colour."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Plot:
    """left, top, width, height of the plot in pixels; clip: id of its frame on the canvas, empty
    where nothing reaches beyond it.
    """

    canvas: Canvas
    x: Scale
    y: Scale
    left: float
    top: float
    width: float
    height: float
    clip: str
    font: dict[str, Any]
    separators: str

    @property
    def right(self) -> float:
        """Pixels."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """Pixels."""
        return self.top + self.height


def look_of(font: dict[str, Any], base: dict[str, Any]) -> Look:
    """The look of words; `base` is the figure's own font. Raises OutsideSubset."""
    within(font, FONT, "font")
    whole = {"size": 12, "color": INK, **base, **font}
    return Look(size=float(whole["size"]), colour=whole["color"], bold=whole.get("weight") == 700)


def dashes(style: str, width: float) -> str:
    """The pattern of a line as Plotly draws it. Raises KeyError for an unknown style."""
    unit = max(width, 3.0)
    shares = {
        "solid": (),
        "dot": (1, 1),
        "dash": (3, 3),
        "longdash": (5, 5),
        "dashdot": (3, 1, 1, 1),
    }[style]
    return " ".join(f"{share * unit:g}" for share in shares)
