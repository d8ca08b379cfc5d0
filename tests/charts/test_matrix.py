"""What the matrix says: a number in every cell, assumptions hatched, gaps named."""

import re
from dataclasses import replace

import pytest
from samples import LEVELS, outlook, outlook_of

from kh359.charts.attainment_matrix import LEGEND, attainment_matrix
from kh359.charts.matrix import Matrix, Row
from kh359.charts.matrix_html import matrix_html
from kh359.charts.palette import TONES
from kh359.charts.tally import tally
from kh359.model.attainment import Verdict
from kh359.model.evidence import Level
from kh359.model.outlook import IndicatorOutlook, Outlook
from kh359.plan.observation import Match


@pytest.fixture
def matrix() -> Matrix:
    return attainment_matrix(outlook(), "vi", chosen=2030)


def row(matrix: Matrix, level: Level) -> Row:
    rows = [item for section in matrix.sections for item in section.rows]
    return next(item for item in rows if item.indicator_id == LEVELS[level])


def only(item: IndicatorOutlook) -> Outlook:
    return replace(outlook(), indicators=(item,))


def test_cells_say_probability_or_verdict_in_words(matrix: Matrix) -> None:
    texts = {level: [m.text for c in row(matrix, level).cells for m in c.marks] for level in Level}
    assert texts == {
        Level.TREND: ["– chưa có số liệu", "23\u00a0%"],
        Level.PACE: ["✓ đạt", "23\u00a0%"],
        Level.ASSUMED: ["– chưa có số liệu", "23\u00a0%"],
        Level.NONE: ["– chưa có số liệu", "–"],
    }


def test_what_a_lever_sets_has_one_sign_and_the_legend_says_it() -> None:
    target = outlook_of(Level.TREND).attainments[-1].target
    ids = {target.target_id}
    shown = attainment_matrix(outlook(), "vi", chosen=None, decided=ids)
    marks = [m for cell in row(shown, Level.TREND).cells for m in cell.marks]
    assert [(m.text, m.tone) for m in marks if m.tone == "decided"] == [("=", "decided")]
    assert [item.sample for item in shown.legend if item.tone == "decided"] == ["="]
    assert not [
        item
        for item in attainment_matrix(outlook(), "vi", chosen=None).legend
        if item.sample == "="
    ]


def test_a_verdict_on_a_figure_near_the_definition_says_so() -> None:
    item = outlook_of(Level.PACE)
    near = item.evidence.used[0].model_copy(update={"match": Match.NEAR})
    item = replace(item, evidence=replace(item.evidence, used=(near,)))
    mark = row(attainment_matrix(only(item), "vi", chosen=None), Level.PACE).cells[0].marks[0]
    assert mark.text == "✓ đạt (gần định nghĩa)"
    assert "gần định nghĩa của Kế hoạch · Ghi chú <mẫu>" in mark.hint
    assert tally(only(item), 2025).near[Verdict.MET] == 1


def test_what_was_observed_never_looks_like_a_probability(matrix: Matrix) -> None:
    observed = {"met", "not_met"}
    filled = {tone: TONES[tone][0] for tone in TONES if tone not in observed}
    assert {TONES[tone][0] for tone in observed}.isdisjoint(
        filled[item.tone] for item in matrix.legend if item.tone in {v.value for v in LEGEND}
    )
    html = matrix_html(matrix, str)
    assert html.count('class="mark observed"') == 1
    assert html.count('class="swatch observed"') == 2
    texts = [item.text for item in matrix.legend]
    assert texts[:2] == ["đạt (xét trên số quan sát)", "chưa đạt (xét trên số quan sát)"]


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
