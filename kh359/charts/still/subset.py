"""The part of Plotly's figures that pictures are drawn from. Anything else is refused."""

from collections.abc import Mapping
from typing import Any

Figure = dict[str, Any]

_ON_SCREEN = {
    "hoverinfo", "hovertext", "hovertemplate", "customdata", "hoverlabel", "hovermode", "modebar",
    "uirevision", "dragmode", "fixedrange", "meta",
}  # fmt: skip
"""What only a pointer meets; paper has none."""

TRACE = {
    "type", "name", "x", "y", "showlegend", "marker", "text", "textposition", "textfont",
    "cliponaxis", "error_x", "error_y", "opacity",
}  # fmt: skip
SCATTER = TRACE | {"mode", "line", "fill", "fillcolor", "fillpattern", "stackgroup"}
BAR = TRACE | {"orientation", "insidetextanchor", "textangle", "base", "width", "offset"}
MARKER = {"symbol", "size", "color", "opacity", "line"}
LINE = {"color", "width", "dash"}
PATTERN = {"shape", "size", "solidity", "fgcolor", "bgcolor", "fillmode"}
ERROR = {
    "type", "symmetric", "array", "arrayminus", "color", "thickness", "width", "visible",
}  # fmt: skip
FONT = {"family", "size", "color", "shadow", "weight"}
LAYOUT = {
    "font", "title", "height", "margin", "separators", "paper_bgcolor", "plot_bgcolor", "xaxis",
    "yaxis", "legend", "showlegend", "shapes", "annotations", "bargap", "bargroupgap", "barmode",
}  # fmt: skip
AXIS = {
    "title", "range", "dtick", "tick0", "tickformat", "ticks", "tickcolor", "gridcolor", "showgrid",
    "zeroline", "zerolinecolor", "zerolinewidth", "rangemode", "nticks", "tickvals", "ticktext",
    "type", "autorange", "automargin", "ticksuffix", "tickfont", "categoryorder", "categoryarray",
    "showticklabels", "ticklabelstandoff", "ticklen", "showline", "linecolor", "side", "visible",
}  # fmt: skip
AXIS_TITLE = {"text", "standoff", "font"}
LEGEND = {
    "orientation", "x", "y", "xanchor", "yanchor", "font", "entrywidth", "entrywidthmode",
    "traceorder", "title",
}  # fmt: skip
SHAPE = {"type", "xref", "yref", "x0", "x1", "y0", "y1", "line", "layer", "fillcolor", "opacity"}
NOTE = {
    "xref", "yref", "x", "y", "xanchor", "yanchor", "xshift", "yshift", "align", "showarrow",
    "text", "font", "bgcolor", "bordercolor", "borderwidth", "borderpad",
}  # fmt: skip
TITLE = {
    "text", "font", "x", "xref", "xanchor", "y", "yref", "yanchor", "pad", "automargin",
}  # fmt: skip


class OutsideSubset(ValueError):
    """A figure asks for something that pictures cannot show; the message names it."""


def within(part: Mapping[str, Any], known: set[str], where: str) -> None:
    """Raises OutsideSubset for the keys of `part` that are not drawn."""
    strange = sorted(set(part) - known - _ON_SCREEN)
    if strange:
        raise OutsideSubset(f"{where}: {', '.join(strange)}")


def one_of(value: Any, known: set[Any], where: str) -> Any:
    """`value`, if it is known. Raises OutsideSubset."""
    if value not in known:
        raise OutsideSubset(f"{where}: {value!r}")
    return value


def each(value: Any, n: int) -> list[Any]:
    """A value for each of n points: one for all, or a list of them."""
    return list(value) if isinstance(value, list | tuple) else [value] * n
