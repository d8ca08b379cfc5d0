"""Slides on the whole plan: how many targets are met, and what it costs."""

from collections.abc import Sequence
from html import unescape
from math import ceil
from re import sub

from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_MARKER_STYLE
from pptx.util import Pt

from kh359.charts.count_range import CountRange, count_range
from kh359.charts.money import MoneyChart, Purse, money_paths, money_stack
from kh359.charts.money_plotly import PROGRAMME_COLOURS
from kh359.charts.scenario_frame import look_of
from kh359.export.dossier import Dossier
from kh359.export.slides_data import SlideData
from kh359.export.slides_deck import Deck, style_axes
from kh359.export.slides_drawing import add_whiskers
from kh359.locale.money import money_text


def count_slide(deck: Deck, dossier: Dossier) -> None:
    """Expected number of targets met at each milestone, with whiskers for eight draws of ten."""
    say = dossier.say
    counts = count_range(dossier.candidates, dossier.language, has_baseline=not dossier.is_rest)
    source = plan_source(dossier)
    if counts.message:
        deck.text(counts.title, counts.message, (), source)
        return
    data = SlideData(number_format="0.0")
    data.categories = [_plain(year.text) for year in counts.years]
    for one in counts.series:
        expected = {point.year: point.expected for point in one.points}
        data.add_series(one.name, [expected.get(year.year) for year in counts.years])
    chart = deck.chart(
        counts.title,
        _count_message(counts, dossier),
        data,
        XL_CHART_TYPE.COLUMN_CLUSTERED,
        source=say("Whiskers: 8 of 10 draws.") + " " + counts.notes[-1] + ". " + source,
        alt=counts.alt,
        stamp=_stamp(dossier, any(year.assumed for year in counts.years)),
    )
    style_axes(chart, unit=counts.count_title, years=False, number_format="0")
    highest = max(point.high for one in counts.series for point in one.points)
    chart.value_axis.minimum_scale, chart.value_axis.maximum_scale = 0, ceil(1.1 * highest)
    chart.plots[0].gap_width, chart.plots[0].overlap = 70, -12
    for one, series in zip(counts.series, chart.plots[0].series, strict=True):
        colour = look_of(one.slot, has_baseline=counts.has_baseline).line
        _paint(series, colour)
        _label(series)
        low = [max(0.0, point.expected - point.low) for point in one.points]
        high = [max(0.0, point.high - point.expected) for point in one.points]
        add_whiskers(series._element, low, high, "#1F2933")


def money_slides(deck: Deck, dossier: Dossier) -> None:
    """The programmes' budget by year, then split over the programmes."""
    language, candidates = dossier.language, dossier.candidates
    paths = money_paths(candidates, Purse.PUBLIC, language, has_baseline=not dossier.is_rest)
    stack = money_stack(candidates[-1], Purse.PUBLIC, language)
    _money(deck, dossier, paths, XL_CHART_TYPE.LINE)
    _money(deck, dossier, stack, XL_CHART_TYPE.COLUMN_STACKED)


def plan_source(dossier: Dossier) -> str:
    """Where targets and projections come from, in one line."""
    say = dossier.say
    return " · ".join(
        (
            say("Targets: Plan 359-KH/TU of the Quảng Ngãi Party Committee"),
            say("Projection: KH359, data version {version}", version=dossier.facts.version),
        )
    )


def _count_message(counts: CountRange, dossier: Dossier) -> str:
    """The first milestone in a sentence."""
    say, first = dossier.say, counts.years[0]
    told = "; ".join(
        f"{one.name}: {point.label}"
        for one in counts.series
        for point in one.points
        if point.year == first.year
    )
    return say(
        "In {year}, of {counted} targets that are forecast ({assumed} from an assumption only) "
        "this many are expected to be met: {told}. The plan has {total}.",
        year=first.year,
        counted=first.counted,
        assumed=first.assumed,
        told=told,
        total=first.total,
    )


def _money(deck: Deck, dossier: Dossier, money: MoneyChart, kind: XL_CHART_TYPE) -> None:
    if money.message:
        deck.text(money.title, money.message, (), plan_source(dossier))
        return
    data = SlideData(number_format="#,##0")
    data.categories = [str(year) for year in money.years]
    for line in money.lines:
        data.add_series(line.name, line.values)
    chart = deck.chart(
        money.title,
        _money_message(money, dossier),
        data,
        kind,
        source=money.notes[0] + ". " + plan_source(dossier),
        alt=money.alt,
        stamp=_stamp(dossier, True),
    )
    style_axes(chart, unit=money.unit, years=True, number_format="#,##0")
    for line, series in zip(money.lines, chart.plots[0].series, strict=True):
        if money.stacked:
            _paint(series, PROGRAMME_COLOURS[line.slot])
        else:
            _draw(series, look_of(line.slot, has_baseline=money.has_baseline).line)
    if money.stacked:
        chart.plots[0].gap_width = 30


def _money_message(money: MoneyChart, dossier: Dossier) -> str:
    """All years together, in the unit of the chart."""
    say = dossier.say
    totals = [sum(line.values) for line in money.lines]
    words = [money_text(total, dossier.language) for total in totals]
    told = "; ".join(f"{line.name} {word}" for line, word in zip(money.lines, words, strict=True))
    if money.stacked:
        told = money_text(sum(totals), dossier.language)
    return say(
        "{first}–{last}, together: {told} (2025 prices).",
        first=money.years[0],
        last=money.years[-1],
        told=told,
    )


def _stamp(dossier: Dossier, assumed: bool) -> str:
    return dossier.say("ASSUMPTION") if assumed else ""


def _plain(lines: Sequence[str]) -> str:
    return "\n".join(unescape(sub(r"<[^>]+>", "", line)) for line in lines)


def _paint(series, colour: str) -> None:
    series.format.fill.solid()
    series.format.fill.fore_color.rgb = RGBColor.from_string(colour.lstrip("#"))


def _draw(series, colour: str) -> None:
    series.smooth = False
    series.format.line.width = Pt(3)
    series.format.line.color.rgb = RGBColor.from_string(colour.lstrip("#"))
    series.marker.style = XL_MARKER_STYLE.NONE


def _label(series) -> None:
    labels = series.data_labels
    labels.show_value, labels.number_format = True, "0.0"
    labels.number_format_is_linked = False
    labels.position = XL_LABEL_POSITION.INSIDE_BASE
    labels.font.size, labels.font.bold = Pt(16), True
    labels.font.color.rgb = RGBColor(0xFF, 0xFF, 0xFF)
