"""What stands in the files of a partition is what the model says of the same scenario."""

import io
import math
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.dataset as ds
import pyarrow.parquet as pq
import pytest
from sweep_sample import GRID, bare_folder, place, sweep

from kh359.model.assumptions import Assumptions
from kh359.model.evaluation.evaluation import evaluate
from kh359.model.evaluation.outlook import scenario_outlook
from kh359.model.evaluation.run import ScenarioRun
from kh359.model.evaluation.stage import Stage, prepare
from kh359.model.outlook import project_plan
from kh359.plan.loading import load_facts
from kh359.sweep.place import Place
from kh359.sweep.sweep import Sweep
from kh359.sweep.table import TableName
from kh359.sweep.work import work

WHOLE = """\
version = 1
draws = 100
suppose_2025_met = true
[levers]
execution = [60]
budget_grdp_share = [12]
"""


def read(folder: Path, name: TableName) -> pa.Table:
    return ds.dataset(folder / name, partitioning="hive").to_table()


@pytest.fixture(scope="module")
def whole(places: tuple[Place, Place]) -> dict[TableName, pa.Table]:
    """One scenario with every target of the plan."""
    one = sweep(places[:1], WHOLE)
    files = work(one.partitions[0], places[0])
    return {name: pq.read_table(io.BytesIO(content)) for name, content in files.items()}


@pytest.fixture(scope="module")
def stage() -> Stage:
    facts = load_facts()
    supposed = Assumptions(suppose_2025_met=True)
    return prepare(facts, project_plan(facts, supposed, n_draws=100))


@pytest.fixture(scope="module")
def run(stage: Stage) -> ScenarioRun:
    moved = stage.rest.with_value("execution", 0, 0.6).with_value("budget_grdp_share", 0, 0.12)
    return evaluate(stage, moved)


def test_the_hash_is_that_of_the_scenario(
    whole: dict[TableName, pa.Table], run: ScenarioRun
) -> None:
    for table in whole.values():
        assert set(table["scenario"].to_pylist()) == {run.scenario.content_hash}


def test_every_target_has_its_row_and_its_probability(
    whole: dict[TableName, pa.Table], run: ScenarioRun
) -> None:
    table = whole[TableName.TARGETS].to_pydict()
    assert tuple(table["target_id"]) == run.target_ids
    for n, p_met in enumerate(table["p_met"]):
        forecast = run.projected[n] and not run.decided[n]
        assert (p_met is not None) == forecast
        if forecast:
            assert p_met == run.p_met[n]
            assert table["p_met_by"][n] == run.p_met_by[n]
        elif run.decided[n]:
            met = "decided_met" if run.met[n].all() else "decided_not_met"
            assert table["verdict"][n] == met
    assert 100 < sum(p is not None for p in table["p_met"]) < len(run.target_ids)


def test_words_years_and_evidence_are_those_of_the_outlook(
    whole: dict[TableName, pa.Table], stage: Stage, run: ScenarioRun
) -> None:
    told = {row["target_id"]: row for row in whole[TableName.TARGETS].to_pylist()}
    compared = 0
    for item in scenario_outlook(stage, run).indicators:
        for a in item.attainments:
            row = told[a.target.target_id]
            assert (row["evidence"], row["year"]) == (int(a.level), a.target.year)
            if row["verdict"].startswith("decided"):
                continue
            assert row["verdict"] == a.verdict.value
            assert row["p_met"] == a.p_met
            if a.first_year is not None:
                years = [row[f"first_year_p{q}"] for q in (10, 50, 90)]
                # A year before 2026 lies before the scenario: 2026 is the first that is told.
                expected = [None if math.isinf(y) else max(int(y), 2026) for y in a.first_year]
                assert years == expected
                compared += 1
    assert compared > 100


def test_counts_are_those_of_the_run(whole: dict[TableName, pa.Table], run: ScenarioRun) -> None:
    rows = whole[TableName.COUNTS].to_pylist()
    assert [row["year"] for row in rows] == [2030, 2035, 2040, 2045]
    for row in rows:
        of_year = run.target_years == row["year"]
        forecast = of_year & run.projected & ~run.decided
        assert row["expected"] == pytest.approx(run.p_met[forecast].sum())
        draws = np.sort(run.met[forecast].sum(axis=0))
        assert [row["p10"], row["p50"], row["p90"]] == [draws[9], draws[49], draws[89]]
        assert row["counted"] == forecast.sum()
        assert row["decided"] == (of_year & run.decided).sum()
        assert row["counted"] + row["decided"] + row["no_data"] == row["targets"] == of_year.sum()


def test_levers_stand_in_the_units_of_files_and_money_is_summed(
    whole: dict[TableName, pa.Table], run: ScenarioRun
) -> None:
    table = whole[TableName.SCENARIOS]
    (row,) = table.to_pylist()
    assert (row["execution"], row["budget_grdp_share"]) == (60.0, 12.0)
    assert row["split_a"] == pytest.approx(100 * run.scenario.split[0])
    assert row["allocated"] == pytest.approx(run.money.allocated.sum())
    assert row["private"] == pytest.approx(run.money.private.sum())
    assert table.schema.field("execution").metadata == {b"unit": b"percent"}


def test_a_folder_reads_as_one_table_with_the_place_as_a_column(
    written: Path, small: Sweep
) -> None:
    targets = read(written, TableName.TARGETS)
    # 2 places x 3 scenarios x (2 targets of coverage_5g, 5 of st_budget_share, 1 by its own id).
    assert targets.num_rows == 2 * 3 * (2 + 5 + 1)
    assert set(targets["place"].to_pylist()) == {"quang_ngai", "noi_gia_dinh"}
    assert sorted(set(targets["execution"].to_pylist())) == [60.0, 89.0, 100.0]
    assert read(written, TableName.SCENARIOS).num_rows == small.n_scenarios == 6
    # st_budget_share has a target at each of four milestones.
    assert read(written, TableName.COUNTS).num_rows == 2 * 3 * 4


def test_a_place_rests_where_its_own_assumptions_say(written: Path) -> None:
    """The made-up place rests at 75 %, so 89 % is a push there and rest in the other."""
    rows = read(written, TableName.TARGETS).to_pylist()

    def p_met(place: str, execution: float) -> float:
        return next(
            row["p_met"]
            for row in rows
            if row["place"] == place
            and row["execution"] == execution
            and row["target_id"] == "dossiers_online-2035"
        )

    assert p_met("noi_gia_dinh", 89.0) > p_met("quang_ngai", 89.0)
    assert p_met("noi_gia_dinh", 60.0) < p_met("noi_gia_dinh", 100.0)


def test_fewer_targets_change_no_number(
    whole: dict[TableName, pa.Table], places: tuple[Place, Place]
) -> None:
    text = WHOLE.replace("[levers]", 'targets = ["dti-2035"]\n[levers]')
    one = sweep(places[:1], text)
    table = pq.read_table(io.BytesIO(work(one.partitions[0], places[0])[TableName.TARGETS]))
    whole_rows = {row["target_id"]: row for row in whole[TableName.TARGETS].to_pylist()}
    assert table.to_pylist() == [whole_rows["dti-2035"]]


def test_a_place_without_figures_gets_no_number(tmp_path: Path) -> None:
    """Nothing is lent from another place: no probability, no expected count, no money."""
    text = GRID.replace("suppose_2025_met = true\n", "")
    bare = place("khong_so_lieu", bare_folder(tmp_path / "bare"), text)
    one = sweep([bare], text)
    files = work(one.partitions[0], bare)
    tables = {name: pq.read_table(io.BytesIO(files[name])).to_pydict() for name in TableName}
    targets = tables[TableName.TARGETS]
    assert set(targets["verdict"]) == {"no_data", "no_evidence"}
    assert set(targets["evidence"]) == {4}
    assert set(targets["p_met"] + targets["p_met_by"] + targets["first_year_p10"]) == {None}
    assert set(tables[TableName.COUNTS]["expected"]) == {None}
    assert set(tables[TableName.SCENARIOS]["allocated"]) == {None}


def test_partitions_cut_the_design_and_know_what_they_are(
    places: tuple[Place, Place], small: Sweep
) -> None:
    assert [(p.place_id, p.number, p.first, len(p.values)) for p in small.partitions] == [
        ("quang_ngai", 0, 0, 2),
        ("quang_ngai", 1, 2, 1),
        ("noi_gia_dinh", 0, 0, 2),
        ("noi_gia_dinh", 1, 2, 1),
    ]
    assert len({p.partition_id for p in small.partitions}) == 4
    again = sweep(places)
    assert [p.partition_id for p in again.partitions] == [p.partition_id for p in small.partitions]
    named = sweep(places, GRID.replace("draws = 100", 'name = "Tên"\ndraws = 100'))
    assert named.key == small.key
    for old, new in (("draws = 100", "draws = 101"), ("[60,", "[61,"), ("= true", "= false")):
        assert sweep(places, GRID.replace(old, new)).key != small.key
    assert sweep(places[:1]).key != small.key
