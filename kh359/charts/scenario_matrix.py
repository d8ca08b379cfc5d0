"""Builds the matrix targets x scenarios of one milestone year."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from kh359.charts.attainment_matrix import LEGEND, mark_text
from kh359.charts.candidate import Candidate
from kh359.charts.decided_mark import DECIDED_SYMBOL, decided_item, decided_mark
from kh359.charts.matrix import Cell, LegendItem, Mark, Matrix, Row, Section
from kh359.locale.language import Language
from kh359.locale.number import probability
from kh359.locale.outcome import SYMBOLS, span_text, verdict_text
from kh359.locale.proof import level_text, short_level
from kh359.locale.subject import group_text
from kh359.locale.translate import marked, translator
from kh359.locale.unit import target_text
from kh359.model.attainment import Attainment, Verdict, likelihood
from kh359.model.evidence import Level
from kh359.model.outlook import IndicatorOutlook
from kh359.plan.indicator import Group


class Order(StrEnum):
    """Which rows come first."""

    DIFFERENCE = "difference"
    PLAN = "plan"


ORDERS: dict[Order, str] = {
    Order.DIFFERENCE: marked("largest difference first"),
    Order.PLAN: marked("in the plan's order"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Judged:
    """One target with its chance under each candidate, None where there is none.

    levels: what each candidate's projection rests on; a scenario may suppose a start of its own.
    """

    item: IndicatorOutlook
    attainment: Attainment
    chances: tuple[float | None, ...]
    decided: tuple[bool, ...]
    levels: tuple[Level, ...]

    @property
    def spread(self) -> float:
        """Largest less smallest forecast chance; -1 where fewer than two can be held together."""
        known = [
            chance
            for chance, decided in zip(self.chances, self.decided, strict=True)
            if chance is not None and not decided
        ]
        return max(known) - min(known) if len(known) > 1 else -1.0


def scenario_matrix(
    candidates: Sequence[Candidate], year: int, order: Order, language: Language
) -> Matrix:
    """One row for each target of the year, one column for each candidate."""
    say = translator(language)
    judged = _judged(candidates, year)
    return Matrix(
        caption=say("Probability that each target for {year} is met in its year", year=year),
        row_header=say("Target"),
        evidence_header=say("Evidence (1 highest, 4 lowest)"),
        headers=tuple(candidate.name for candidate in candidates),
        chosen=None,
        none_hint="",
        sections=_sections(judged, order, language),
        legend=_legend(language),
    )


def _judged(candidates: Sequence[Candidate], year: int) -> tuple[_Judged, ...]:
    """In the plan's order; observed figures are those of the first candidate."""
    first = candidates[0]
    places = {target_id: i for i, target_id in enumerate(first.run.target_ids)}
    return tuple(
        _Judged(
            item=item,
            attainment=attainment,
            chances=tuple(c.run.probability(attainment.target.target_id) for c in candidates),
            decided=tuple(
                bool(c.run.decided[places[attainment.target.target_id]]) for c in candidates
            ),
            levels=levels_of(candidates, item.indicator.indicator_id),
        )
        for item in first.outlook.indicators
        for attainment in item.attainments
        if attainment.target.year == year
    )


def levels_of(candidates: Sequence[Candidate], indicator_id: str) -> tuple[Level, ...]:
    """What each candidate's projection of an indicator rests on."""
    return tuple(candidate.outlook.of(indicator_id).evidence.level for candidate in candidates)


def evidence_text(levels: Sequence[Level], language: Language) -> str:
    """'3 · giả định'; where candidates differ, each level once."""
    return " / ".join(f"{int(one)} · {short_level(one, language)}" for one in sorted(set(levels)))


def _sections(judged: Sequence[_Judged], order: Order, language: Language) -> tuple[Section, ...]:
    say = translator(language)
    if order is Order.PLAN:
        groups = (
            (group, [j for j in judged if j.item.indicator.group is group]) for group in Group
        )
        return tuple(
            Section(title=group_text(group, language), rows=_rows(own, language))
            for group, own in groups
            if own
        )
    told = [j for j in judged if j.spread >= 0]
    rest = [j for j in judged if j.spread < 0 and any(c is not None for c in j.chances)]
    unknown = [j for j in judged if all(c is None for c in j.chances)]
    told.sort(key=lambda j: -j.spread)
    parts = (
        (say("Largest difference first"), told),
        (say("Set by a scenario itself: nothing to compare"), rest),
        (say("No forecast"), unknown),
    )
    return tuple(Section(title=title, rows=_rows(own, language)) for title, own in parts if own)


def _rows(judged: Sequence[_Judged], language: Language) -> tuple[Row, ...]:
    return tuple(_row(one, language) for one in judged)


def _row(judged: _Judged, language: Language) -> Row:
    say, indicator = translator(language), judged.item.indicator
    name = say.pick(indicator.name_vi, indicator.name_en)
    return Row(
        indicator_id=indicator.indicator_id,
        name=f"{name}: {target_text(judged.attainment.target, language)}",
        level=int(min(judged.levels)),
        evidence=evidence_text(judged.levels, language),
        cells=tuple(
            Cell(marks=(_mark(judged, column, language),)) for column in range(len(judged.chances))
        ),
    )


def _mark(judged: _Judged, column: int, language: Language) -> Mark:
    say, level = translator(language), judged.levels[column]
    chance = judged.chances[column]
    if judged.decided[column]:
        return decided_mark(f"{DECIDED_SYMBOL} {say('set by the scenario')}", language)
    if chance is None:
        verdict = judged.attainment.verdict
        text = mark_text(judged.item, judged.attainment, language)
        return Mark(
            text=text, tone=verdict.value, hatched=False, hint=verdict_text(verdict, language)
        )
    verdict = likelihood(chance)
    words = verdict_text(verdict, language)
    return Mark(
        text=f"{probability(chance, language)} · {words}",
        tone=verdict.value,
        hatched=level is Level.ASSUMED,
        hint=" · ".join((words, level_text(level, language))),
    )


def _legend(language: Language) -> tuple[LegendItem, ...]:
    say = translator(language)
    likely = [
        LegendItem(
            text=f"{verdict_text(verdict, language)} ({span_text(verdict, language)})",
            tone=verdict.value,
            hatched=False,
            sample=SYMBOLS[verdict],
        )
        for verdict in LEGEND
    ]
    hatched = say("hatched: assumption, no observation behind it")
    unknown = say("dash: no data, not projected")
    return (
        *likely,
        LegendItem(text=hatched, tone=Verdict.EVEN.value, hatched=True, sample=""),
        decided_item(language),
        LegendItem(text=unknown, tone=Verdict.NO_EVIDENCE.value, hatched=False, sample="–"),
    )
