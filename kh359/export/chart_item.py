"""Every chart of a run, in the order in which files show them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape

from kh359.charts.attainment_matrix import attainment_matrix
from kh359.charts.count_range import count_range
from kh359.charts.count_range_plotly import count_range_figure
from kh359.charts.fan_plotly import fan_figure
from kh359.charts.indicator_fan import credit_lines, fan_chart
from kh359.charts.matrix import Matrix
from kh359.charts.money import Purse, money_paths, money_stack
from kh359.charts.money_plotly import money_figure
from kh359.charts.scenario_fan_build import scenario_fan
from kh359.charts.scenario_fan_key import keyed_fan_figure
from kh359.charts.still.picture import Picture, picture
from kh359.charts.still.subset import Figure
from kh359.charts.still.table import matrix_pictures
from kh359.export.dossier import Dossier
from kh359.export.run_record import RunRecord, footer, run_record
from kh359.model.evidence import Level
from kh359.model.outlook import IndicatorOutlook

PAGE_ROWS = 900.0
"""Pixels of a matrix's rows on one page."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ChartItem:
    """One chart as it goes on the screen. subject: its name. indicator_id: empty for all.

    shown: a Plotly figure or a matrix. level: evidence of the indicator, None for the whole plan.
    credit: plain lines on the sources of the figures, where the chart itself has none.
    """

    subject: str
    indicator_id: str
    shown: Figure | Matrix
    alt: str
    level: Level | None
    credit: tuple[str, ...] = ()


def chart_items(dossier: Dossier) -> list[ChartItem]:
    """The whole plan first, then each indicator with targets."""
    return [*_whole_plan(dossier), *(indicator_item(dossier, i) for i in _ids(dossier))]


def indicator_item(dossier: Dossier, indicator_id: str) -> ChartItem:
    """One indicator: beside the levers at rest where a lever is moved. Raises KeyError."""
    item = dossier.outlook.of(indicator_id)
    chart, figure = _fan(dossier, item) if dossier.is_rest else _scenario_fan(dossier, indicator_id)
    return ChartItem(
        subject=chart.title,
        indicator_id=indicator_id,
        shown=figure,
        alt=chart.alt,
        level=item.evidence.level,
        credit=() if dossier.is_rest else _credit(dossier, item),
    )


def pictures_of(
    item: ChartItem,
    dossier: Dossier,
    record: RunRecord | None = None,
    *,
    outlines: bool = False,
    with_footer: bool = True,
    paged: bool = False,
) -> tuple[Picture, ...]:
    """The chart drawn, with the run's record below it.

    with_footer: False where the page around it tells the record. paged: a long matrix on several
    pictures. One picture otherwise. outlines: as for `picture`.
    """
    record = run_record(dossier) if record is None else record
    lines = (*item.credit, *(footer(record, dossier, item.level) if with_footer else ()))
    if isinstance(item.shown, Matrix):
        most = {"most_height": PAGE_ROWS} if paged else {}
        return matrix_pictures(item.shown, footer=lines, outlines=outlines, **most)
    return (picture(item.shown, alt=item.alt, footer=lines, outlines=outlines),)


def _ids(dossier: Dossier) -> Sequence[str]:
    return [i.indicator.indicator_id for i in dossier.outlook.indicators if i.attainments]


def _fan(dossier: Dossier, item: IndicatorOutlook):
    chart = fan_chart(dossier.facts, item, dossier.language)
    return chart, fan_figure(chart)


def _scenario_fan(dossier: Dossier, indicator_id: str):
    chart = scenario_fan(dossier.facts, indicator_id, dossier.candidates, dossier.language)
    return chart, keyed_fan_figure(chart)


def _credit(dossier: Dossier, item: IndicatorOutlook) -> tuple[str, ...]:
    """The sources as `fan_chart` tells them, in plain letters."""
    lines = credit_lines(dossier.facts, item, dossier.language)
    return (unescape(" ".join(lines)),)


def _whole_plan(dossier: Dossier) -> Iterator[ChartItem]:
    language, candidates = dossier.language, dossier.candidates
    compared = not dossier.is_rest
    matrix = attainment_matrix(
        dossier.outlook, language, chosen=None, decided=dossier.run.decided_ids
    )
    yield _plan_item(matrix.caption, matrix, "")
    counts = count_range(candidates, language, has_baseline=compared)
    yield _plan_item(counts.title, count_range_figure(counts), counts.alt)
    for purse in (Purse.PUBLIC, Purse.BOTH):
        paths = money_paths(candidates, purse, language, has_baseline=compared)
        yield _plan_item(paths.title, money_figure(paths), paths.alt)
    stack = money_stack(candidates[-1], Purse.PUBLIC, language)
    yield _plan_item(stack.title, money_figure(stack), stack.alt)


def _plan_item(subject: str, shown: Figure | Matrix, alt: str) -> ChartItem:
    return ChartItem(subject=subject, indicator_id="", shown=shown, alt=alt, level=None)
