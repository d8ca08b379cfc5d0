"""The matrix over as many screens as its rows need in type that can be read from afar."""

from collections.abc import Iterator
from dataclasses import replace

from kh359.charts.attainment_matrix import attainment_matrix
from kh359.charts.decided_mark import DECIDED
from kh359.charts.matrix import Matrix, Row, Section
from kh359.charts.matrix_html import matrix_html
from kh359.charts.scenario_matrix import Order, scenario_matrix
from kh359.pages import _state
from kh359.pages._briefing.sitting import Sitting
from kh359.pages._briefing.slide import show
from kh359.pages._view import MOST_COMPARED

LINES = 16
"""Lines of a screen, the names of groups among them."""
LETTERS, FEW_LETTERS = 50, 34
"""Letters of a name in one line; beside columns of scenarios there is less room."""
EXPLAINED = ("very_likely", "likely", "even", "unlikely", "very_unlikely", "no_evidence", DECIDED)
"""Looks whose meaning stands above the matrix; a verdict on a figure says itself."""


def screens(sitting: Sitting) -> int:
    """How many screens the matrix takes; what comes of a scenario does not change it."""
    if sitting.compared:
        return len(list(_parts(_compared(sitting))))
    view = _state.view()
    whole = attainment_matrix(sitting.ground.outlook, view.language, chosen=None)
    return len(list(_parts(whole)))


def show_screen(sitting: Sitting, place: int) -> None:
    """Screen `place`, counted from 0."""
    if sitting.compared:
        whole = _compared(sitting)
    else:
        decided = sitting.run.decided_ids
        whole = attainment_matrix(
            sitting.outlook(), _state.language(), chosen=None, decided=decided
        )
    part = replace(
        whole,
        sections=list(_parts(whole))[place],
        legend=tuple(item for item in whole.legend if item.hatched or item.tone in EXPLAINED),
        evidence_header=_state.say()("Evidence"),
    )
    show(matrix_html(part, _state.link))


def _compared(sitting: Sitting) -> Matrix:
    view = _state.view()
    return scenario_matrix(sitting.candidates, view.milestone, Order.PLAN, view.language)


def _parts(whole: Matrix) -> Iterator[tuple[Section, ...]]:
    """Sections of one screen after the other; a group that goes on repeats its name."""
    screen: list[Section] = []
    room = LINES
    for section in whole.sections:
        rows: list[Row] = []
        room -= 1
        for row in section.rows:
            height = _height(row, LETTERS if len(whole.headers) > MOST_COMPARED else FEW_LETTERS)
            if height > room - (0 if rows else 1):
                screen += [Section(title=section.title, rows=tuple(rows))] if rows else []
                yield tuple(screen)
                screen, rows, room = [], [], LINES - 1
            rows.append(replace(row, evidence=row.evidence.split(" · ")[0]))
            room -= height
        screen.append(Section(title=section.title, rows=tuple(rows)))
    yield tuple(screen)


def _height(row: Row, letters: int) -> int:
    return max(1 + len(row.name) // letters, *(len(cell.marks) for cell in row.cells))
