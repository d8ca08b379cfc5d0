"""Builds the table of ladders: five rungs an indicator, the first that fails in a frame."""

from collections.abc import Sequence
from dataclasses import replace

from kh359.charts.attainment_matrix import matrix_legend, matrix_row
from kh359.charts.matrix import LegendItem, Matrix, Note, Row, Section
from kh359.locale.ladder import failing_text, never_text, share_text
from kh359.locale.language import Language
from kh359.locale.number import year
from kh359.locale.subject import group_text
from kh359.locale.translate import translator
from kh359.model.attainment import Verdict
from kh359.model.ladder import Ladder, ladder
from kh359.model.outlook import IndicatorOutlook
from kh359.plan.indicator import Group
from kh359.plan.target import MILESTONE_YEARS

NOTHING = Note(text="–")


def ladder_matrix(items: Sequence[IndicatorOutlook], language: Language) -> Matrix:
    """One row for each indicator with targets, from a baseline's or a scenario's outlook."""
    say = translator(language)
    aimed = [item for item in items if item.attainments]
    sections = []
    for group in Group:
        own = tuple(_row(item, language) for item in aimed if item.indicator.group is group)
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
        legend=(flag, *matrix_legend(language)),
        note_headers=(
            say("First rung that fails"),
            say("Last target first met"),
            say("Got as far elsewhere"),
        ),
    )


def _row(item: IndicatorOutlook, language: Language) -> Row:
    known = ladder(item)
    row = matrix_row(item, language)
    return replace(
        row,
        cells=tuple(
            replace(cell, marks=tuple(replace(mark, flagged=True) for mark in cell.marks))
            if milestone == known.first_failing
            else cell
            for cell, milestone in zip(row.cells, MILESTONE_YEARS, strict=True)
        ),
        notes=_notes(known, language),
    )


def _notes(known: Ladder, language: Language) -> tuple[Note, ...]:
    return (
        Note(text=failing_text(known, language)),
        _first_year(known, language),
        _elsewhere(known, language),
    )


def _first_year(known: Ladder, language: Language) -> Note:
    first = known.first_year
    if first is None:
        return NOTHING
    return Note(text=year(first.quantile(0.5), language), small=never_text(first, language))


def _elsewhere(known: Ladder, language: Language) -> Note:
    found = known.elsewhere
    if found is None:
        return NOTHING
    when = translator(language)("target of {year}", year=found.target.year)
    return Note(text=share_text(found, language), small=when)
