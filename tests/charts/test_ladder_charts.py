"""The table of ladders, and the futures that have met the last target."""

from dataclasses import replace

import pytest
from samples import LEVELS, outlook, outlook_of

from kh359.charts.decided_mark import DECIDED
from kh359.charts.first_year_bars import first_year_bars
from kh359.charts.first_year_plotly import first_year_figure
from kh359.charts.ladder_matrix import ladder_matrix
from kh359.charts.matrix import Matrix, Row
from kh359.charts.matrix_html import matrix_html
from kh359.model.evidence import Level
from kh359.model.ladder import ladder


def row(matrix: Matrix, level: Level) -> Row:
    rows = [item for section in matrix.sections for item in section.rows]
    return next(item for item in rows if item.indicator_id == LEVELS[level])


@pytest.fixture
def matrix() -> Matrix:
    return ladder_matrix(outlook().indicators, "vi")


def test_the_first_failing_rung_is_framed_and_named(matrix: Matrix) -> None:
    """A probability of 23 % in the only future year: that rung is the first to fail."""
    trend = row(matrix, Level.TREND)
    flagged = [[m.flagged for m in cell.marks] for cell in trend.cells]
    framed = [i for i, marks in enumerate(flagged) if any(marks)]
    assert len(framed) == 1
    assert trend.notes[0].text == matrix.headers[framed[0]]


def test_no_data_frames_nothing_and_notes_a_dash(matrix: Matrix) -> None:
    silent = row(matrix, Level.NONE)
    assert [note.text for note in silent.notes] == ["–"] * 4
    assert not [m for cell in silent.cells for m in cell.marks if m.flagged]


def test_a_verdict_on_the_past_is_its_symbol(matrix: Matrix) -> None:
    assert row(matrix, Level.PACE).cells[0].marks[0].text == "✓"
    assert row(matrix, Level.TREND).cells[0].marks[0].text == "–"


def test_what_a_scenario_decides_is_no_probability() -> None:
    item = outlook_of(Level.TREND)
    ids = {a.target.target_id for a in item.attainments if a.target.year > 2025}
    made = ladder_matrix((replace(item, projection=None),), "vi", decided=ids)
    marks = [m for cell in row(made, Level.TREND).cells[1:] for m in cell.marks]
    assert {(m.text, m.tone, m.flagged) for m in marks} == {("=", DECIDED, False)}
    assert made.legend[-1].tone == DECIDED


def test_every_note_has_a_column_and_the_page_shows_it(matrix: Matrix) -> None:
    rows = [item for section in matrix.sections for item in section.rows]
    assert all(len(item.notes) == len(matrix.note_headers) for item in rows)
    drawn = matrix_html(matrix, lambda name: name)
    assert drawn.count('<th scope="col" class="left note">') == len(matrix.note_headers)
    assert drawn.count('<td class="note">') == len(matrix.note_headers) * len(rows)


def test_the_bars_add_up_to_what_is_reached() -> None:
    known = ladder(outlook_of(Level.TREND))
    bars = first_year_bars(known, "vi")
    assert bars is not None
    assert known.first_year is not None
    shown = [bar.shown for bar in bars.bars]
    assert shown == sorted(shown)
    assert shown[-1] == pytest.approx(100 * (1 - known.first_year.never))
    assert not bars.assumed


def test_an_assumed_start_is_hatched() -> None:
    bars = first_year_bars(ladder(outlook_of(Level.ASSUMED)), "vi")
    assert bars is not None
    trace = first_year_figure(bars)["data"][0]
    assert trace["marker"]["pattern"]["shape"] == "/"


def test_nothing_projected_draws_nothing() -> None:
    assert first_year_bars(ladder(outlook_of(Level.NONE)), "vi") is None
