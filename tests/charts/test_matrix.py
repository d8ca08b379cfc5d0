"""What the matrix says: a number in every cell, assumptions hatched, gaps named."""

import re

import pytest
from samples import LEVELS, outlook

from kh359.charts.attainment_matrix import attainment_matrix
from kh359.charts.matrix import Matrix, Row
from kh359.charts.matrix_html import matrix_html
from kh359.charts.palette import TONES
from kh359.model.attainment import Verdict
from kh359.model.evidence import Level


@pytest.fixture
def matrix() -> Matrix:
    return attainment_matrix(outlook(), "vi", chosen=2030)


def row(matrix: Matrix, level: Level) -> Row:
    rows = [item for section in matrix.sections for item in section.rows]
    return next(item for item in rows if item.indicator_id == LEVELS[level])


def test_cells_say_probability_or_verdict_in_words(matrix: Matrix) -> None:
    texts = {level: [m.text for c in row(matrix, level).cells for m in c.marks] for level in Level}
    assert texts == {
        Level.TREND: ["– chưa có số liệu", "23\u00a0%"],
        Level.PACE: ["✓ đạt", "23\u00a0%"],
        Level.ASSUMED: ["– chưa có số liệu", "23\u00a0%"],
        Level.NONE: ["– chưa có số liệu", "–"],
    }


def test_only_projected_assumptions_are_hatched(matrix: Matrix) -> None:
    hatched = {
        (level, i)
        for level in Level
        for i, cell in enumerate(row(matrix, level).cells)
        for mark in cell.marks
        if mark.hatched
    }
    assert hatched == {(Level.ASSUMED, 1)}


def test_groups_come_in_the_plans_order_without_empty_ones(matrix: Matrix) -> None:
    assert [section.title[:2] for section in matrix.sections] == ["a)", "b)", "c)", "e)"]


def test_a_year_without_target_is_an_empty_cell_with_a_reason(matrix: Matrix) -> None:
    assert row(matrix, Level.TREND).cells[2].marks == ()
    html = matrix_html(matrix, lambda indicator_id: f"?ct={indicator_id}")
    assert html.count('<td title="Kế hoạch không giao con số cho năm này"></td>') == 4 * 3


def test_every_name_links_to_its_page_and_text_is_escaped(matrix: Matrix) -> None:
    html = matrix_html(matrix, lambda indicator_id: f'x?ct={indicator_id}&a="1"')
    assert 'href="x?ct=trend_share&amp;a=&quot;1&quot;"' in html
    assert len(re.findall("<a href", html)) == len(Level)


def test_a_chosen_milestone_stands_out(matrix: Matrix) -> None:
    html = matrix_html(matrix, str)
    assert '<th scope="col" class="chosen">2030</th>' in html


def test_every_verdict_has_a_tone_with_readable_text() -> None:
    def luminance(colour: str) -> float:
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    for verdict in Verdict:
        ground, text = (luminance(colour) for colour in TONES[verdict.value])
        contrast = (max(ground, text) + 0.05) / (min(ground, text) + 0.05)
        assert contrast >= 4.5, verdict
