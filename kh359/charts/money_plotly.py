"""Draws money by year: a line for each scenario, or the programmes stacked."""

from typing import Any

from kh359.charts.money import MoneyChart, MoneyLine
from kh359.charts.palette import INK
from kh359.charts.plotly_text import plotly_text
from kh359.charts.scenario_fan_marks import end_name
from kh359.charts.scenario_frame import FONT, axis, framed, look_of, message_note, spread

Figure = dict[str, Any]

_HEIGHT = 250
_LABEL_GAP = 0.15
"""Least distance of two names at the right end, as a share of the axis: two lines of type."""
PROGRAMME_COLOURS = ("#0B4F8A", "#56A3D9", "#007A5E", "#E0A526", "#9C3F82")
"""a-e, apart for colour-blind readers; neighbours differ in lightness, white lines divide them."""


def money_figure(chart: MoneyChart) -> Figure:
    """The lines with their names at the right end."""
    traces = [_stacked(chart, one) if chart.stacked else _line(chart, one) for one in chart.lines]
    highest = _highest(chart)
    layout = framed(
        title=chart.title,
        notes=chart.notes,
        height=_HEIGHT,
        left=78,
        right=160 if chart.lines else 20,
        below=44,
        decimal_comma=chart.decimal_comma,
        key="money",
    )
    first, last = chart.years[0], chart.years[-1]
    layout["xaxis"] = axis(
        chart.year_title, (first - 0.5, last + 0.6), dtick=5, tick0=2000, tickformat="d"
    )
    layout["yaxis"] = axis(chart.unit, (0, 1.08 * highest), nticks=6, tickformat=",.0f")
    if chart.message:
        layout["annotations"].append(message_note(chart.message))
    return {"data": [*traces, *_names(chart, highest)], "layout": layout}


def _highest(chart: MoneyChart) -> float:
    if not chart.lines:
        return 1.0
    years = zip(*(line.values for line in chart.lines), strict=True)
    return max(1.0, *((sum(year) if chart.stacked else max(year)) for year in years))


def _line(chart: MoneyChart, one: MoneyLine) -> Figure:
    look = look_of(one.slot, has_baseline=chart.has_baseline)
    return {
        **_values(chart, one),
        "mode": "lines+markers",
        "line": {"color": look.line, "width": 2.5},
        "marker": {
            "symbol": look.symbol,
            "color": look.line,
            "size": [8 if year % 5 == 0 else 0 for year in chart.years],
        },
    }


def _stacked(chart: MoneyChart, one: MoneyLine) -> Figure:
    return {
        **_values(chart, one),
        "mode": "lines",
        "stackgroup": "money",
        "line": {"color": "#FFFFFF", "width": 1},
        "fillcolor": PROGRAMME_COLOURS[one.slot],
    }


def _values(chart: MoneyChart, one: MoneyLine) -> Figure:
    return {
        "type": "scatter",
        "x": list(chart.years),
        "y": list(one.values),
        "hovertemplate": (
            f"<b>{plotly_text(one.name)}</b> · %{{x}}<br>%{{y:,.0f}} {chart.unit}<extra></extra>"
        ),
    }


def _names(chart: MoneyChart, highest: float) -> list[Figure]:
    if not chart.lines:
        return []
    ends, below = [], 0.0
    for line in chart.lines:
        ends.append(below + line.values[-1] / 2 if chart.stacked else line.values[-1])
        below += line.values[-1]
    looks = [look_of(line.slot, has_baseline=chart.has_baseline) for line in chart.lines]
    gap = _LABEL_GAP * highest
    return [
        {
            "type": "scatter",
            "mode": "text",
            "x": [chart.years[-1] + 0.4 for _ in chart.lines],
            "y": spread(ends, gap, gap / 2, highest),
            "text": [
                end_name(line.name, None if chart.stacked else look)
                for line, look in zip(chart.lines, looks, strict=True)
            ],
            "textposition": "middle right",
            "textfont": {
                **FONT,
                "size": 13,
                "color": [INK if chart.stacked else look.line for look in looks],
            },
            "cliponaxis": False,
            "hoverinfo": "skip",
        }
    ]
