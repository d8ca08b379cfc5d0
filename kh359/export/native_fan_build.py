"""Builds the columns of a native fan from the definitions that the screen draws.

Other provinces' points have no place in it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kh359.charts.fan import HEADROOM, Band, Fan, FanChart, Marks, Path, TargetMark
from kh359.charts.indicator_fan import fan_chart
from kh359.charts.palette import ASSUMED, INK, PROJECTED, REGION_COLOURS, REQUIRED, TARGET
from kh359.charts.scenario_fan import ScenarioFan, Strand
from kh359.charts.scenario_fan_build import scenario_fan
from kh359.charts.scenario_frame import look_of
from kh359.export.dossier import Dossier
from kh359.export.native_fan import Area, Column, NativeFan, Trace
from kh359.locale.number import digits_of
from kh359.model.outlook import IndicatorOutlook
from kh359.plan.unit import Unit

LABELLED = 5
"""Years between two labels of the axis."""
_WHOLE = 100.0
"""Percent; the axis ends a little above it, for the labels."""
WRITTEN_DIGITS = 4
"""Decimals that the screen keeps of a published figure."""
_SYMBOLS = {"kon_tum": "triangle", "vietnam": "square"}


def native_fan(dossier: Dossier, indicator_id: str) -> NativeFan:
    """Alone, or beside the levers at rest where one is moved. Raises KeyError."""
    item = dossier.outlook.of(indicator_id)
    if dossier.is_rest:
        fan = _plain(fan_chart(dossier.facts, item, dossier.language), dossier)
    else:
        chart = scenario_fan(dossier.facts, indicator_id, dossier.candidates, dossier.language)
        fan = _compared(chart, dossier)
    return replace(fan, figure_format=_projected_format(fan, item.indicator.unit))


def has_fan(dossier: Dossier, item: IndicatorOutlook) -> bool:
    """Whether there is a projection to draw, or a figure that moved levers set."""
    own = {attainment.target.target_id for attainment in item.attainments}
    decided = zip(dossier.run.target_ids, dossier.run.decided, strict=True)
    return item.projection is not None or any(d and i in own for i, d in decided)


def _plain(chart: FanChart, dossier: Dossier) -> NativeFan:
    fan, years = chart.fan, _years(chart.first_year)
    areas: tuple[Area, ...] = ()
    traces: list[Trace] = []
    if fan is not None:
        colours = ASSUMED if fan.assumed else PROJECTED
        areas = _areas(fan, years, colours[:3], dossier)
        traces.append(_median(fan, years, fan.median_name, colours[3]))
    if chart.observed_line is not None:
        line = chart.observed_line
        traces.append(_as_written(_path(line, years, INK, "solid")))
    notes = (chart.note,) if chart.note else ()
    return _fan(chart, years, areas, traces, notes)


def _compared(chart: ScenarioFan, dossier: Dossier) -> NativeFan:
    years = _years(chart.first_year)
    areas: tuple[Area, ...] = ()
    traces: list[Trace] = []
    for strand in chart.strands:
        look = look_of(strand.slot, has_baseline=True)
        name = f"{strand.name}: {chart.median_name}"
        traces.append(_median(strand, years, name, look.line))
        if strand is chart.strands[-1]:
            areas = _areas(strand, years, (look.wide, look.narrow), dossier)
    return _fan(chart, years, areas, traces, chart.notes[1:])


def _fan(
    chart: FanChart | ScenarioFan,
    years: tuple[int, ...],
    areas: tuple[Area, ...],
    traces: list[Trace],
    notes: tuple[str, ...],
) -> NativeFan:
    if chart.required is not None:
        traces.append(_path(chart.required, years, REQUIRED, "sysDot"))
    for marks in chart.marks:
        traces += map(_as_written, _points(marks, years))
    traces += map(_as_written, _targets(chart.targets, chart.target_name, years))
    top = HEADROOM * chart.top
    whole = chart.unit == "%" and chart.top <= _WHOLE < max(top, chart.tail)
    return NativeFan(
        title=chart.title,
        unit=chart.unit,
        year_title=chart.year_title,
        years=years,
        areas=areas,
        traces=tuple(traces),
        floor=chart.floor,
        top=_WHOLE * 1.1 if whole else _even(top) if chart.is_cut else None,
        step=_WHOLE / 5 if whole else None,
        number_format="#,##0" if top >= 10 else "0.0" if top >= 2 else "0.00",
        figure_format="",
        notes=(*notes, chart.cut_note) if chart.is_cut and not whole else notes,
        stamp=chart.stamp,
        alt=chart.alt,
    )


def _projected_format(fan: NativeFan, unit: Unit) -> str:
    """About three significant digits of the greatest, as the screen writes what is projected; a
    percentage keeps a decimal, since the others lie below 100.
    """
    values = [v for one in (*fan.areas, *fan.traces) for v in one.values if v is not None]
    digits = digits_of(max(map(abs, values), default=0.0), unit)
    return _pattern(max(digits, 1) if unit is Unit.PERCENT else digits)


def _as_written(trace: Trace) -> Trace:
    """Figures and targets with all decimals they were published with: 49.97 never reads 50."""
    written = [f"{value:.{WRITTEN_DIGITS}f}" for value in trace.values if value is not None]
    digits = max((len(text.rstrip("0").partition(".")[2]) for text in written), default=0)
    return replace(trace, number_format=_pattern(digits))


def _pattern(digits: int) -> str:
    return f"#,##0.{'0' * digits}" if digits else "#,##0"


def _years(first: float) -> tuple[int, ...]:
    """From a labelled year on, to the horizon."""
    start = int(first) // LABELLED * LABELLED
    return tuple(range(start, 2046))


def _even(top: float) -> float:
    """Two significant digits, not below `top`: the end of an axis."""
    step = 10.0 ** (len(str(int(top))) - 2)
    return float(f"{-(-top // step) * step:.6g}")


def _areas(
    fan: Fan | Strand, years: tuple[int, ...], colours: Sequence[str], dossier: Dossier
) -> tuple[Area, ...]:
    """The base, then the lower halves from outside in, then the upper ones."""
    bands = [_grown(band, fan) for band in fan.bands]
    edges = [b.low for b in bands] + [b.high for b in reversed(bands)]
    at = [_filled(edge, fan, years) for edge in edges]
    base = Area(
        name=dossier.say("(hidden base of the bands)"),
        values=at[0],
        colour="",
        hatched=False,
        listed=False,
    )
    order = [*range(len(bands)), *reversed(range(len(bands) - 1))]
    layers = [
        Area(
            name=bands[band].name,
            values=tuple(_rounded(b - a) for a, b in zip(at[i], at[i + 1], strict=True)),
            colour=colours[band],
            hatched=fan.assumed,
            listed=i < len(bands),
        )
        for i, band in enumerate(order)
    ]
    return (base, *layers)


def _grown(band: Band, fan: Fan | Strand) -> Band:
    """The band with the last figure known before it, where it has no width."""
    if fan.anchor is None:
        return band
    value = fan.anchor[1]
    return replace(band, low=(value, *band.low), high=(value, *band.high))


def _filled(edge: Sequence[float], fan: Fan | Strand, years: tuple[int, ...]) -> tuple[float, ...]:
    """An edge for every year: straight from the last figure, level before it; a stacked area has
    no blanks.
    """
    known = (fan.anchor[0], *fan.years) if fan.anchor else fan.years
    first, level = known[0], edge[0]
    by_year = dict(zip(known, edge, strict=True))
    for year in range(first + 1, known[1]):
        by_year[year] = level + (edge[1] - level) * (year - first) / (known[1] - first)
    return tuple(by_year.get(year, level) for year in years)


def _median(fan: Fan | Strand, years: tuple[int, ...], name: str, colour: str) -> Trace:
    known = dict(zip(fan.years, fan.median, strict=True))
    if fan.anchor is not None:
        known.setdefault(*fan.anchor)
    dash = "dash" if fan.assumed else "solid"
    return Trace(name=name, values=_column(known, years), colour=colour, dash=dash)


def _path(path: Path, years: tuple[int, ...], colour: str, dash: str) -> Trace:
    known = dict(zip(path.years, path.values, strict=True))
    return Trace(name=path.name, values=_column(known, years), colour=colour, dash=dash)


def _points(marks: Marks, years: tuple[int, ...]) -> Iterator[Trace]:
    pairs = [(int(point.year), point.value) for point in marks.points]
    for place, layer in enumerate(_layers(pairs)):
        yield Trace(
            name=marks.name,
            values=_column(dict(layer), years),
            colour=REGION_COLOURS.get(marks.region, ASSUMED[3]),
            symbol=_SYMBOLS.get(marks.region, "circle"),
            hollow=marks.hollow,
            listed=place == 0,
        )


def _targets(goals: Sequence[TargetMark], name: str, years: tuple[int, ...]) -> Iterator[Trace]:
    ends = [(goal.year, goal.low, goal.label) for goal in goals]
    ends += [(goal.year, goal.high, "") for goal in goals if goal.high is not None]
    for place, layer in enumerate(_layers(ends)):
        words = {year: label for year, _, label in layer}
        yield Trace(
            name=name,
            values=_column({year: value for year, value, _ in layer}, years),
            colour=TARGET,
            symbol="diamond",
            labels=tuple(words.get(year, "") for year in years),
            listed=place == 0,
        )


def _layers(pairs: Sequence[tuple]) -> Iterator[list[tuple]]:
    """Points of one year lie in separate columns: a column has one cell a year."""
    left = list(pairs)
    while left:
        seen: set[int] = set()
        layer = [pair for pair in left if not (pair[0] in seen or seen.add(pair[0]))]
        yield layer
        left = [pair for pair in left if pair not in layer]


def _column(known: dict[int, float], years: tuple[int, ...]) -> Column:
    return tuple(_rounded(known[year]) if year in known else None for year in years)


def _rounded(value: float) -> float:
    return float(f"{value:.9g}")
