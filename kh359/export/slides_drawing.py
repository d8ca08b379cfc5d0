"""Pieces of DrawingML that python-pptx has no words for."""

from collections.abc import Sequence
from copy import deepcopy
from typing import Any
from xml.sax.saxutils import escape

from pptx.oxml import parse_xml
from pptx.oxml.ns import qn

from kh359.export.native_fan import Area, Trace

_SPACES = (
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
_EMU = 12_700
"""In a point."""
_HOLLOW = "#C9CFD6"
"""Inside of a hollow symbol: some programs draw no edge."""


def fill(colour: str) -> str:
    """One colour; none where it is empty."""
    if not colour:
        return "<a:noFill/>"
    return f'<a:solidFill><a:srgbClr val="{colour.lstrip("#")}"/></a:solidFill>'


def paint_area(series: Any, area: Area) -> None:
    """series: the <c:ser> of an area. What is assumed is hatched."""
    look = fill(area.colour)
    if area.hatched and area.colour:
        ground = fill(area.colour).removeprefix("<a:solidFill>").removesuffix("</a:solidFill>")
        look = (
            '<a:pattFill prst="ltUpDiag"><a:fgClr><a:srgbClr val="FFFFFF"/></a:fgClr>'
            f"<a:bgClr>{ground}</a:bgClr></a:pattFill>"
        )
    _set_look(series, f"<c:spPr {_SPACES}>{look}<a:ln><a:noFill/></a:ln></c:spPr>")


def lines_beside(chart: Any, n_areas: int, traces: Sequence[Trace]) -> None:
    """Move every series from `n_areas` on out of the area chart into a line chart on its axes."""
    plot = chart._chartSpace.chart.plotArea
    area = plot.find(qn("c:areaChart"))
    moved = area.findall(qn("c:ser"))[n_areas:]
    line = parse_xml(
        f'<c:lineChart {_SPACES}><c:grouping val="standard"/><c:varyColors val="0"/>'
        '<c:marker val="1"/></c:lineChart>'
    )
    mark = line.find(qn("c:marker"))
    for series, trace in zip(moved, traces, strict=True):
        area.remove(series)
        _paint_trace(series, trace)
        mark.addprevious(series)
    for axis in area.findall(qn("c:axId")):
        line.append(deepcopy(axis))
    area.addnext(line)
    # A year without a figure is no zero; lines run on over it.
    blanks = chart._chartSpace.chart.find(qn("c:dispBlanksAs"))
    blanks.set("val", "span")
    if not n_areas:
        plot.remove(area)


def unlist(chart: Any, hidden: Sequence[int]) -> None:
    """Leave entries out of the legend. hidden: their places among all series."""
    legend = chart._chartSpace.chart.find(qn("c:legend"))
    position = legend.find(qn("c:legendPos"))
    for place in reversed(hidden):
        position.addnext(
            parse_xml(
                f'<c:legendEntry {_SPACES}><c:idx val="{place}"/><c:delete val="1"/>'
                "</c:legendEntry>"
            )
        )


def add_whiskers(series: Any, minus: Sequence[float], plus: Sequence[float], colour: str) -> None:
    """Own error bars on the <c:ser> of a bar chart: how far down and up from each value."""
    bars = parse_xml(
        f'<c:errBars {_SPACES}><c:errBarType val="both"/><c:errValType val="cust"/>'
        f'<c:noEndCap val="0"/><c:plus>{_numbers(plus)}</c:plus><c:minus>{_numbers(minus)}'
        f'</c:minus><c:spPr><a:ln w="{2 * _EMU}">{fill(colour)}</a:ln></c:spPr></c:errBars>'
    )
    series.find(qn("c:cat")).addprevious(bars)


def _numbers(values: Sequence[float]) -> str:
    points = "".join(
        f'<c:pt idx="{i}"><c:v>{value!r}</c:v></c:pt>' for i, value in enumerate(values)
    )
    head = f'<c:formatCode>General</c:formatCode><c:ptCount val="{len(values)}"/>'
    return f"<c:numLit>{head}{points}</c:numLit>"


def _paint_trace(series: Any, trace: Trace) -> None:
    for tag in ("c:invertIfNegative", "c:spPr"):
        for old in series.findall(qn(tag)):
            series.remove(old)
    line = f'<a:ln w="{2.5 * _EMU:.0f}" cap="rnd">{fill(trace.colour)}'
    line += f'<a:prstDash val="{trace.dash}"/><a:round/></a:ln>'
    if not trace.dash:
        line = '<a:ln w="28575"><a:noFill/></a:ln>'
    _set_look(series, f"<c:spPr {_SPACES}>{line}</c:spPr>")
    series.find(qn("c:spPr")).addnext(parse_xml(_marker(trace)))
    if any(trace.labels):
        series.find(qn("c:marker")).addnext(parse_xml(_labels(trace)))
    series.append(parse_xml(f'<c:smooth {_SPACES} val="0"/>'))


def _marker(trace: Trace) -> str:
    if not trace.symbol:
        return f'<c:marker {_SPACES}><c:symbol val="none"/></c:marker>'
    size = 11 if trace.symbol == "diamond" else 8
    inside = fill(_HOLLOW if trace.hollow else trace.colour)
    return (
        f'<c:marker {_SPACES}><c:symbol val="{trace.symbol}"/><c:size val="{size}"/>'
        f'<c:spPr>{inside}<a:ln w="{1.5 * _EMU:.0f}">{fill(trace.colour)}</a:ln></c:spPr>'
        "</c:marker>"
    )


def _labels(trace: Trace) -> str:
    """The words of a definition above its points."""
    flags = (
        '<c:showLegendKey val="0"/><c:showVal val="{shown}"/><c:showCatName val="0"/>'
        '<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>'
    )
    look = f'<a:rPr lang="vi-VN" sz="1400" b="1">{fill(trace.colour)}</a:rPr>'
    own = "".join(
        f'<c:dLbl><c:idx val="{i}"/><c:tx><c:rich><a:bodyPr/><a:p><a:r>{look}'
        f"<a:t>{escape(text)}</a:t></a:r></a:p></c:rich></c:tx>"
        f'<c:dLblPos val="t"/>{flags.format(shown=1)}</c:dLbl>'
        for i, text in enumerate(trace.labels)
        if text
    )
    return f"<c:dLbls {_SPACES}>{own}{flags.format(shown=0)}</c:dLbls>"


def _set_look(series: Any, look: str) -> None:
    for old in series.findall(qn("c:spPr")):
        series.remove(old)
    series.find(qn("c:tx")).addnext(parse_xml(look))
