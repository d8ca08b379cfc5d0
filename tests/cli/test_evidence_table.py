"""evidence.csv: a row for each indicator, with the skill of such projections elsewhere."""

import csv
import io

import pytest

from kh359.cli.evidence_table import EVIDENCE_COLUMNS, evidence_table
from kh359.model.assumptions import Assumptions
from kh359.model.outlook import project_plan
from kh359.plan.loading import load_facts
from kh359.reference.backtest import DEFAULT, backtest


@pytest.fixture(scope="module")
def rows() -> dict[str, dict[str, str]]:
    outlook = project_plan(load_facts(), Assumptions(), n_draws=100)
    text = evidence_table(outlook, backtest()).decode("utf-8")
    return {row["indicator_id"]: row for row in csv.DictReader(io.StringIO(text))}


def test_every_indicator_has_a_row(rows: dict[str, dict[str, str]]) -> None:
    assert set(rows) == {i.indicator_id for i in load_facts().indicators}
    assert all(tuple(row) == EVIDENCE_COLUMNS for row in rows.values())


def test_one_figure_is_judged_by_histories_of_one_figure(rows: dict[str, dict[str, str]]) -> None:
    row = rows["dossiers_online"]
    assert (row["evidence"], row["observations"], row["backtest_length"]) == ("2", "1", "1")
    score = backtest().of(DEFAULT, row["backtest_kind"], "1")
    assert score is not None
    assert float(row["brier"]) == pytest.approx(score.brier)
    assert int(row["episodes"]) > 0


def test_nothing_projected_claims_no_skill(rows: dict[str, dict[str, str]]) -> None:
    row = rows["coverage_6g"]
    assert row["evidence"] == "4"
    assert not any(row[name] for name in ("family", "episodes", "brier", "coverage80"))
