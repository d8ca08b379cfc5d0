"""Builds the matrix of all targets from an outlook."""

from collections.abc import Collection

from kh359.charts.decided_mark import DECIDED_SYMBOL, decided_item, decided_mark
from kh359.charts.judged_figure import judged_figure, judged_match
from kh359.charts.matrix import Cell, LegendItem, Mark, Matrix, Row, Section
from kh359.locale.language import Language
from kh359.locale.number import probability
from kh359.locale.outcome import SYMBOLS, observed_text, span_text, verdict_text
from kh359.locale.proof import level_text, short_level, word
from kh359.locale.subject import group_text
from kh359.locale.translate import translator
from kh359.locale.unit import quantity, target_text
from kh359.model.attainment import LIKELIHOOD, Attainment, Verdict
from kh359.model.evidence import Level
from kh359.model.outlook import IndicatorOutlook, Outlook
from kh359.plan.indicator import Group, Kind
from kh359.plan.target import MILESTONE_YEARS

LEGEND = (*(verdict for _, verdict in LIKELIHOOD), Verdict.VERY_UNLIKELY)
"""Verdicts of projected targets, likeliest first."""

JUDGED = (Verdict.MET, Verdict.NOT_MET)
"""Verdicts on an observed figure."""


def attainment_matrix(
    outlook: Outlook,
    language: Language,
    *,
    chosen: int | None,
    decided: Collection[str] = frozenset(),
) -> Matrix:
    """One row for each indicator with targets, one column for each milestone year.

    decided: ids of targets that the scenario's own levers set, which is no forecast.
    """
    say = translator(language)
    rows = [item for item in outlook.indicators if item.attainments]
    sections = []
    for group in Group:
        own = tuple(
            matrix_row(item, language, decided) for item in rows if item.indicator.group is group
        )
        if own:
            sections.append(Section(title=group_text(group, language), rows=own))
    return Matrix(
        caption=say(
            "Probability that each target is met in its year (2025: judged on observations)"
        ),
        row_header=say("Indicator"),
        evidence_header=say("Evidence (1 highest, 4 lowest)"),
        headers=tuple(str(year) for year in MILESTONE_YEARS),
        chosen=None if chosen is None else MILESTONE_YEARS.index(chosen),
        none_hint=say("The plan sets no number for this year"),
        sections=tuple(sections),
        legend=(*matrix_legend(language), *([decided_item(language)] if decided else [])),
    )


def matrix_row(
    item: IndicatorOutlook, language: Language, decided: Collection[str] = frozenset()
) -> Row:
    """The targets of one indicator, milestone by milestone; decided: as for the whole."""
    say, level = translator(language), item.evidence.level
    by_year = {
        year: tuple(
            decided_mark(DECIDED_SYMBOL, language)
            if attainment.target.target_id in decided
            else _mark(item, attainment, language)
            for attainment in item.attainments
            if attainment.target.year == year
        )
        for year in MILESTONE_YEARS
    }
    return Row(
        indicator_id=item.indicator.indicator_id,
        name=say.pick(item.indicator.name_vi, item.indicator.name_en),
        level=int(level),
        evidence=f"{int(level)} · {short_level(level, language)}",
        cells=tuple(Cell(marks=by_year[year]) for year in MILESTONE_YEARS),
    )


def mark_text(item: IndicatorOutlook, attainment: Attainment, language: Language) -> str:
    """What a cell says: a probability, or the verdict on the observation with its symbol."""
    verdict = attainment.verdict
    if attainment.p_met is not None:
        return probability(attainment.p_met, language)
    if verdict is Verdict.NO_EVIDENCE:
        return SYMBOLS[verdict]
    return f"{SYMBOLS[verdict]} {observed_text(verdict, judged_match(item, attainment), language)}"


def _mark(item: IndicatorOutlook, attainment: Attainment, language: Language) -> Mark:
    target = attainment.target
    lines = [
        f"{target.year}: {target_text(target, language)}",
        verdict_text(attainment.verdict, language),
        *_judged_on(item, attainment, language),
        level_text(attainment.level, language),
    ]
    return Mark(
        text=mark_text(item, attainment, language),
        tone=attainment.verdict.value,
        hatched=attainment.level is Level.ASSUMED and attainment.p_met is not None,
        hint=" · ".join(lines),
    )


def _judged_on(
    item: IndicatorOutlook, attainment: Attainment, language: Language
) -> tuple[str, ...]:
    """The observed figure, how close it is to the plan's definition, and its note."""
    if attainment.observed is None:
        return ()
    say, per_year = translator(language), item.indicator.kind is Kind.FLOW
    seen = quantity(attainment.observed, attainment.target.unit, language, per_year=per_year)
    lines = [say("observed: {value}", value=seen)]
    if figure := judged_figure(item, attainment):
        note = say.pick(figure.note_vi, figure.note_en)
        lines += [word(figure.match, language), *([note] if note else [])]
    return tuple(lines)


def matrix_legend(language: Language) -> tuple[LegendItem, ...]:
    """What every look of a cell means."""
    say = translator(language)
    likely = tuple(
        LegendItem(
            text=f"{verdict_text(verdict, language)} ({span_text(verdict, language)})",
            tone=verdict.value,
            hatched=False,
            sample=SYMBOLS[verdict],
        )
        for verdict in LEGEND
    )
    judged = tuple(
        LegendItem(
            text=say("{verdict} (observed figure)", verdict=verdict_text(verdict, language)),
            tone=verdict.value,
            hatched=False,
            sample=SYMBOLS[verdict],
        )
        for verdict in JUDGED
    )
    return (
        *judged,
        *likely,
        LegendItem(
            text=say("hatched: assumption, no observation behind it"),
            tone=Verdict.EVEN.value,
            hatched=True,
            sample="",
        ),
        LegendItem(
            text=say("dash: no data, not projected"),
            tone=Verdict.NO_EVIDENCE.value,
            hatched=False,
            sample="–",
        ),
        LegendItem(
            text=say("empty: the plan sets no number"),
            tone="",
            hatched=False,
            sample="",
        ),
    )
