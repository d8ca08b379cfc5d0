"""A slide for each indicator with a projection: bands, median, targets, all editable."""

from html import unescape
from re import sub

from pptx.enum.chart import XL_CHART_TYPE

from kh359.charts.indicator_fan import credit_lines
from kh359.charts.scenario_fan_build import chance_text
from kh359.export.dossier import Dossier
from kh359.export.native_fan import NativeFan
from kh359.export.native_fan_build import native_fan
from kh359.export.slides_data import SlideData
from kh359.export.slides_deck import Deck, style_axes
from kh359.export.slides_drawing import lines_beside, paint_area, unlist
from kh359.locale.unit import target_text
from kh359.model.attainment import LAST_JUDGED_YEAR
from kh359.model.outlook import IndicatorOutlook


def fan_slide(deck: Deck, dossier: Dossier, item: IndicatorOutlook) -> None:
    """One indicator, beside the levers at rest where one is moved."""
    fan = native_fan(dossier, item.indicator.indicator_id)
    data = SlideData(number_format=fan.figure_format)
    data.categories = [str(year) for year in fan.years]
    for area in fan.areas:
        data.add_series(area.name, area.values)
    for trace in fan.traces:
        data.add_series(trace.name, trace.values, trace.number_format or None)
    lines = credit_lines(dossier.facts, item, dossier.language)
    credit = unescape(sub("<br>", " ", " ".join(lines)))
    chart = deck.chart(
        fan.title,
        chances(dossier, item),
        data,
        XL_CHART_TYPE.AREA_STACKED,
        source=" ".join((*(f"{note}." for note in fan.notes), credit)),
        alt=fan.alt,
        stamp=fan.stamp,
    )
    style_axes(chart, unit=fan.unit, years=True, number_format=fan.number_format)
    _draw(chart, fan)


def chances(dossier: Dossier, item: IndicatorOutlook) -> str:
    """The probability of each target to come, against the levers at rest where they differ."""
    say, language = dossier.say, dossier.language
    parts = []
    for attainment in item.attainments:
        target = attainment.target
        if target.year <= LAST_JUDGED_YEAR:
            continue
        chance = chance_text(dossier.run, target.target_id, language)
        resting = chance_text(dossier.baseline, target.target_id, language)
        if resting != chance:
            chance = say("{chance} (at rest {resting})", chance=chance, resting=resting)
        parts.append(f"{target.year}, {target_text(target, language)}: {chance}")
    if not parts:
        return say("The plan sets no number after {year}.", year=LAST_JUDGED_YEAR)
    return say("Probability of being met: {chance}", chance="; ".join(parts))


def _draw(chart, fan: NativeFan) -> None:
    series = [one._element for one in chart.plots[0].series]
    for element, area in zip(series, fan.areas, strict=False):
        paint_area(element, area)
    lines_beside(chart, len(fan.areas), fan.traces)
    unlist(chart, [i for i, one in enumerate((*fan.areas, *fan.traces)) if not one.listed])
    axis = chart.value_axis
    if fan.floor is not None:
        axis.minimum_scale = min(0.0, fan.floor)
    if fan.top is not None:
        axis.maximum_scale = fan.top
    if fan.step is not None:
        axis.major_unit = fan.step
