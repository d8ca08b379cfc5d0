"""Findings and ladders as rows of a file."""

import pytest

from kh359.locale.finding_record import finding_headers, finding_records
from kh359.locale.ladder_record import ladder_headers, ladder_records
from kh359.locale.language import LANGUAGES, Language
from kh359.model.assumptions import Assumptions
from kh359.model.audit.audit import audit
from kh359.model.ladder import ladders
from kh359.model.outlook import Outlook, project_plan
from kh359.plan.facts import Facts
from kh359.plan.loading import load_facts


@pytest.fixture(scope="module")
def facts() -> Facts:
    return load_facts()


@pytest.fixture(scope="module")
def outlook(facts: Facts) -> Outlook:
    return project_plan(facts, Assumptions(), n_draws=100)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_finding_is_a_row_with_every_clause(facts: Facts, language: Language) -> None:
    found = audit(facts)
    rows = finding_records(found, facts, language)
    assert len(rows) == len(found.findings)
    assert {len(row) for row in rows} == {len(finding_headers(language))}
    for row, finding in zip(rows, found.findings, strict=True):
        assert row[4] == ", ".join(finding.clauses)
        assert "{" not in str(row[2]) + str(row[3])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_indicator_is_a_row(outlook: Outlook, language: Language) -> None:
    rows = ladder_records(ladders(outlook.indicators), language)
    assert len(rows) == 48
    assert {len(row) for row in rows} == {len(ladder_headers(language))}


def test_a_ladder_without_data_is_empty_and_says_so(outlook: Outlook) -> None:
    rows = {row[0]: row for row in ladder_records(ladders(outlook.indicators), "vi")}
    row = rows["Phủ sóng 5G"]
    assert row[2:7] == (None,) * 5
    assert row[7] == "chưa có số liệu"


def test_probabilities_are_percent(outlook: Outlook) -> None:
    rows = {row[0]: row for row in ladder_records(ladders(outlook.indicators), "vi")}
    item = outlook.of("digital_economy_share")
    chances = {a.target.year: a.p_met for a in item.attainments}
    assert rows["Kinh tế số trong GRDP"][4] == round(100 * (chances[2035] or 0), 1)
