"""Builds the table of ladders: five rungs an indicator, the first that fails in a frame."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from kh359.charts.attainment_matrix import JUDGED, matrix_legend, matrix_row
from kh359.charts.decided_mark import DECIDED, decided_item
from kh359.charts.judged_figure import judged_match
from kh359.charts.matrix import Cell, LegendItem, Mark, Matrix, Note, Row, Section
from kh359.locale.ladder import failing_text, median_text, share_text
from kh359.locale.language import Language
from kh359.locale.number import probability
from kh359.locale.outcome import SYMBOLS
from kh359.locale.subject import group_text
from kh359.locale.translate import translator
from kh359.model.attainment import Verdict
from kh359.model.ladder import Ladder, ladder
from kh359.model.outlook import IndicatorOutlook
from kh359.plan.indicator import Group
from kh359.plan.observation import Match
from kh359.plan.target import MILESTONE_YEARS

NOTHING = Note(text="–")


def ladder_matrix(
    items: Sequence[IndicatorOutlook],
    language: Language,
    *,
    decided: Collection[str] = frozenset(),
) -> Matrix:
    """One row for each indicator with targets, from a baseline's or a scenario's outlook.

    decided: ids of targets that the scenario's own levers set, which is no forecast.
    """
    say = translator(language)
    aimed = [item for item in items if item.attainments]
    sections = []
    for group in Group:
        own = tuple(
            _row(item, language, decided) for item in aimed if item.indicator.group is group
        )
        if own:
            sections.append(Section(title=group_text(group, language), rows=own))
    flag = LegendItem(
        text=say("framed: the first rung below an even chance"),
        tone=Verdict.EVEN.value,
        hatched=False,
        sample="",
        flagged=True,
    )
    return Matrix(
        caption=say("Five rungs: probability that each target is met in its year"),
        row_header=say("Indicator"),
        evidence_header=say("Evidence (1 highest, 4 lowest)"),
        headers=tuple(str(year) for year in MILESTONE_YEARS),
        chosen=None,
        none_hint=say("The plan sets no number for this year"),
        sections=tuple(sections),
        legend=(flag, *matrix_legend(language), *([decided_item(language)] if decided else [])),
        note_headers=(
            say("First rung that fails"),
            say("Last target met (median)"),
            say("Not by 2045"),
            say("Got as far elsewhere"),
        ),
    )


def _row(item: IndicatorOutlook, language: Language, decided: Collection[str]) -> Row:
    known = ladder(item)
    row = matrix_row(item, language, decided)
    return replace(
        row,
        cells=tuple(
            cell
            if any(mark.tone == DECIDED for mark in cell.marks)
            else _cell(item, cell, language, flagged=milestone == known.first_failing)
            for cell, milestone in zip(row.cells, MILESTONE_YEARS, strict=True)
        ),
        notes=_notes(known, language),
    )


def _cell(item: IndicatorOutlook, cell: Cell, language: Language, *, flagged: bool) -> Cell:
    return Cell(
        marks=tuple(
            replace(mark, flagged=flagged, text=_short(item, mark, language)) for mark in cell.marks
        )
    )


def _short(item: IndicatorOutlook, mark: Mark, language: Language) -> str:
    """A verdict on the past as its symbol, which the legend explains; probabilities as they are."""
    say, verdict = translator(language), Verdict(mark.tone)
    if verdict not in (*JUDGED, Verdict.NO_DATA):
        return mark.text
    near = verdict in JUDGED and any(
        judged_match(item, attainment) is Match.NEAR
        for attainment in item.attainments
        if attainment.verdict is verdict
    )
    return SYMBOLS[verdict] + (f" {say('(near)')}" if near else "")


def _notes(known: Ladder, language: Language) -> tuple[Note, ...]:
    first = known.first_year
    if first is None:
        met = (NOTHING, NOTHING)
    else:
        never = probability(first.never, language)
        met = (Note(text=median_text(first, language)), Note(text=never))
    failing = Note(text=failing_text(known, language)) if known.is_known else NOTHING
    return (failing, *met, _elsewhere(known, language))


def _elsewhere(known: Ladder, language: Language) -> Note:
    """The share of episodes, with the year of its target where that is not the last one."""
    found = known.elsewhere
    if found is None:
        return NOTHING
    last = max(rung.year for rung in known.rungs if rung is not None)
    when = "" if found.target.year == last else f"({found.target.year})"
    return Note(text=share_text(found, language), small=when)
