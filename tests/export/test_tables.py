"""Tables read back with other readers, their numbers held against the model's."""

import csv
import io
import re
import zipfile
from dataclasses import replace

import numpy as np
import pytest
from openpyxl.utils.cell import get_column_letter
from run_sample import AWKWARD, dossier, made

from kh359.export.csv_tables import KIND as CSV
from kh359.export.dossier import Dossier
from kh359.export.kpi_table import COLUMNS as KPI_COLUMNS
from kh359.export.kpi_table import KIND as KPI
from kh359.export.watch import Watch
from kh359.locale.goal import answer_text
from kh359.model.evaluation.evaluation import evaluate
from kh359.model.solve.goal import seek
from kh359.model.solve.question import Question, Unknown
from kh359.plan.target import MILESTONE_YEARS

QUIET = Watch()
BOM = b"\xef\xbb\xbf"


def read(content: bytes, delimiter: str = ",") -> list[dict[str, str]]:
    assert content.startswith(BOM)
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig")), delimiter=delimiter))


def tables(*, moved: bool) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(made(CSV.kind_id, moved=moved).content)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def test_targets_carry_the_models_probabilities_with_a_decimal_comma() -> None:
    own = dossier(moved=True)
    rows = read(tables(moved=True)["Mục tiêu.csv"], ";")
    assert len(rows) == len(own.facts.targets) == 194
    chances = [list(row.values())[6] for row in rows]
    ids = [a.target.target_id for i in own.outlook.indicators for a in i.attainments]
    for target_id, told in zip(ids, chances, strict=True):
        p_met = own.run.probability(target_id)
        if p_met is not None:
            assert float(told.replace(",", ".")) == pytest.approx(100 * p_met, rel=5e-3)
            assert "." not in told
    assert {row["Mã kịch bản"] for row in rows} == {own.scenario.content_hash}
    assert {row["Năm"] for row in rows} == {str(year) for year in MILESTONE_YEARS}


def test_projections_are_the_quantiles_of_the_runs_paths() -> None:
    own = dossier(moved=True)
    rows = read(tables(moved=True)["Dự báo theo năm.csv"], ";")
    name = own.facts.indicator_by_id["dti"].name_vi
    told = {row["Năm"]: row for row in rows if row["Chỉ tiêu"] == name}
    paths = own.run.paths_of("dti")
    assert paths is not None
    for column, year in enumerate(own.run.years):
        shown = told[str(year)]["p50"].replace(",", ".")
        assert float(shown) == pytest.approx(float(np.median(paths[column])), rel=5e-3)


def test_what_it_takes_is_the_answer_of_the_goal_seek() -> None:
    own = dossier(moved=True)
    rows = read(tables(moved=True)["Cần gì để đạt.csv"], ";")
    open_targets = [t for t in own.facts.targets if t.year > 2025]
    assert len(rows) == 2 * len(open_targets)
    question = Question(target_ids=("dti-2030",), scenario=own.scenario, unknown=Unknown.PACE)
    answer = seek(own.stage, question)
    place = [t.target_id for t in open_targets].index("dti-2030")
    told = list(rows[2 * place + 1].values())
    assert told[1] == "80"
    assert told[3].endswith(answer_text(answer.targets[0], answer, own.facts, "vi"))


def test_no_cell_of_any_table_is_a_formula() -> None:
    for name, content in tables(moved=True).items():
        if name.endswith(".csv"):
            for row in csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"):
                for column, cell in enumerate(row, start=1):
                    if re.fullmatch(r"-\d+(,\d+)?", cell):
                        continue
                    place = (name, get_column_letter(column), cell)
                    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r")), place
    for row in csv.reader(io.StringIO(KPI.make(dossier(moved=True), QUIET).content.decode())):
        assert not [c for c in row if c.startswith(("=", "+", "@", "\t"))]
    told = {row["Kịch bản"] for row in read(tables(moved=True)["Mục tiêu.csv"], ";")}
    assert told == {f"'{AWKWARD}"}


def test_a_target_of_the_plan_is_never_a_value_of_the_monitoring_table() -> None:
    own = dossier(moved=False)
    rows = read(KPI.make(own, QUIET).content)
    assert tuple(rows[0]) == KPI_COLUMNS
    assert len(rows) == 194
    observed = [row for row in rows if row["value_kind"] == "observed"]
    assert len(observed) == sum(
        a.observed is not None for i in own.outlook.indicators for a in i.attainments
    )
    for row in rows:
        assert (row["value"] == "") == (row["value_kind"] == "")
        if row["evidence"] == "3" and row["value"]:
            assert row["value_kind"] == "assumed_median", "an assumption says so"
        if row["status"] in ("no_data", "no_evidence"):
            assert row["value"] == ""


def test_the_monitoring_table_holds_the_models_medians() -> None:
    own = dossier(moved=True)
    rows = {(r["indicator"], r["period"]): r for r in read(KPI.make(own, QUIET).content)}
    paths = own.run.paths_of("coverage_5g")
    assert paths is not None
    row = rows["coverage_5g", "2030"]
    assert float(row["value"]) == pytest.approx(100 * float(np.median(paths[4])), rel=1e-5)
    # Full coverage is met from 99.5 % on, see docs/decisions/met.md.
    share = float((paths[4] >= 0.995).mean())
    assert float(row["probability"]) == pytest.approx(share)
    assert (row["target"], row["comparator"], row["unit"]) == ("100", "equal", "percent")
    assert (row["date"], row["seed"]) == ("2026-11-23", "359")


def test_what_the_levers_set_has_no_probability() -> None:
    own = dossier(moved=False)
    scenario = own.stage.rest.with_value("programme_share", 0, 0.015)
    moved = Dossier(
        facts=own.facts, stage=own.stage, run=evaluate(own.stage, scenario),
        baseline=own.baseline, language="vi", day=own.day,
    )  # fmt: skip
    rows = read(KPI.make(moved, QUIET).content)
    (row,) = [r for r in rows if (r["indicator"], r["period"]) == ("st_budget_share", "2030")]
    assert (row["value"], row["value_kind"]) == ("1.5", "set_by_scenario")
    assert (row["status"], row["probability"]) == ("decided_met", "")
    assert replace(scenario, name="x").content_hash == row["scenario_hash"]
