"""`project --scenario --compare`: the model's own numbers, the same bytes, clear refusals."""

import csv
import re
import shutil
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from kh359.cli.command import run
from kh359.cli.comparison_files import COMPARISON_FILES
from kh359.locale.plain_number import plain
from kh359.model.assumptions import Assumptions
from kh359.model.evaluation.evaluation import evaluate
from kh359.model.evaluation.run import ScenarioRun
from kh359.model.evaluation.stage import prepare, with_starts
from kh359.model.outlook import project_plan
from kh359.plan.loading import DATA_FOLDER, load_facts
from kh359.scenarios.preset import read_presets
from kh359.scenarios.scenario_file import read_scenario_file

FAST = ("--draws", "200", "--lang", "en")
OWN = """\
version = 1
name = "Thử riêng"
execution = 95
[overrides.coverage_5g]
pace = 5
start_value = 45.5
start_year = 2025
"""
Row = dict[str, str]


def rows(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("own") / "thử.toml"
    path.write_text(OWN, "utf-8")
    return path


@pytest.fixture(scope="module")
def arguments(own: Path) -> tuple[str, ...]:
    preset = "dung_muc_tieu_ngan_sach"
    return ("project", "--scenario", preset, "--compare", "cat_20", "--compare", str(own), *FAST)


@pytest.fixture(scope="module")
def folder(arguments: Sequence[str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("compared")
    assert run((*arguments, "--suppose-2025-met", "--out", str(out))) == 0
    return out


@pytest.fixture(scope="module")
def runs(own: Path) -> list[ScenarioRun]:
    """Rest and the three scenarios, straight from the model."""
    facts, supposed = load_facts(), Assumptions(suppose_2025_met=True)
    shelf = read_presets(facts)
    scenarios = [None, *(shelf.of(name) for name in ("dung_muc_tieu_ngan_sach", "cat_20"))]
    chosen = [preset.english if preset else None for preset in scenarios]
    chosen.append(read_scenario_file(own, facts))
    made = []
    for scenario in chosen:
        started = supposed if scenario is None else with_starts(supposed, scenario)
        stage = prepare(facts, project_plan(facts, started, n_draws=200))
        made.append(evaluate(stage, scenario or stage.rest))
    return made


def test_every_file_is_written_and_told(
    arguments: Sequence[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run((*arguments, "--out", str(tmp_path))) == 0
    told = [Path(line).name for line in capsys.readouterr().out.splitlines()]
    assert sorted(told) == sorted(path.name for path in tmp_path.iterdir())
    assert set(told) == {"attainment.csv", "projections.csv", "evidence.csv", *COMPARISON_FILES}


def test_the_comparison_holds_the_numbers_of_the_model(
    folder: Path, runs: list[ScenarioRun]
) -> None:
    table = rows(folder / "comparison.csv")
    assert [row["target_id"] for row in table] == list(runs[0].target_ids)
    for position, row in enumerate(table):
        for number, made in enumerate(runs):
            p, decided = float(made.p_met[position]), bool(made.decided[position])
            cell = row["p_rest" if number == 0 else f"p_{number}"]
            assert cell == ("" if np.isnan(p) or decided else plain(p))
            if number:
                assert bool(row[f"decided_{number}"]) == decided


def test_money_follows_from_the_levers(folder: Path, runs: list[ScenarioRun]) -> None:
    table = {(row["scenario"], row["year"]): row for row in rows(folder / "money.csv")}
    assert len(table) == 4 * 20
    for number, made in enumerate(runs):
        row = {name: float(cell) for name, cell in table[str(number), "2030"].items()}
        levers = made.scenario
        budget, share = levers.budget_grdp_share[0], levers.programme_share[0]
        assert row["local_budget"] == pytest.approx(budget * row["grdp"], rel=1e-5)
        assert row["allocated"] == pytest.approx(share * row["local_budget"], rel=1e-5)
        assert row["private"] == pytest.approx(levers.cofinancing[0] * row["allocated"], rel=1e-5)
        parts = [row[f"allocated_{letter}"] for letter in "abcde"]
        assert sum(parts) == pytest.approx(row["allocated"], rel=1e-5)
        assert row["grdp"] == pytest.approx(float(made.money.grdp[4]), rel=1e-5)


def test_counts_are_the_sums_of_the_probabilities_that_all_share(folder: Path) -> None:
    table = rows(folder / "comparison.csv")
    names = {"0": "p_rest", "1": "p_1", "2": "p_2", "3": "p_3"}
    for count in rows(folder / "counts.csv"):
        of_year = [row for row in table if row["year"] == count["year"]]
        shared = [row for row in of_year if all(row[name] for name in names.values())]
        expected = sum(float(row[names[count["scenario"]]]) for row in shared)
        assert int(count["counted"]) == len(shared)
        assert float(count["expected"]) == pytest.approx(expected, abs=1e-3)
        assert float(count["p10"]) <= float(count["p50"]) <= float(count["p90"])
        assert int(count["targets"]) == len(of_year)
        kept = [row for row in of_year if row.get(f"decided_{count['scenario']}") == "met"]
        assert int(count["decided_met"]) == len(kept)


def test_changes_are_against_rest(folder: Path) -> None:
    for row in rows(folder / "comparison.csv"):
        for number in "123":
            before, after, change = row["p_rest"], row[f"p_{number}"], row[f"change_{number}"]
            assert bool(change) == bool(before and after)
            if change:
                assert float(change) == pytest.approx(float(after) - float(before), abs=2e-6)


def test_a_probability_never_stands_where_there_is_no_evidence(folder: Path) -> None:
    table = rows(folder / "comparison.csv")
    silent = [row for row in table if row["evidence_rest"] == "4"]
    assert silent
    assert all(row["p_rest"] == row["p_1"] == row["p_2"] == "" for row in silent)


def test_what_the_levers_set_is_no_forecast(folder: Path) -> None:
    verdicts = {row["target_id"]: row for row in rows(folder / "attainment.csv")}
    decided = [row for row in rows(folder / "comparison.csv") if row["decided_1"]]
    assert {row["indicator_id"] for row in decided} == {"st_budget_share", "sti_grdp_share"}
    for row in decided:
        judged = verdicts[row["target_id"]]
        assert judged["verdict"] == f"decided_{row['decided_1']}"
        assert judged["p_met"] == row["p_1"] == ""
    budget = [row["decided_1"] for row in decided if row["indicator_id"] == "st_budget_share"]
    assert budget == ["met"] * 4


def test_attainment_is_that_of_the_scenario(folder: Path) -> None:
    compared = {row["target_id"]: row for row in rows(folder / "comparison.csv")}
    for row in rows(folder / "attainment.csv"):
        assert row["p_met"] == compared[row["target_id"]]["p_1"]


def test_levers_that_differ_are_listed_with_rest(folder: Path, runs: list[ScenarioRun]) -> None:
    rest = runs[0].scenario
    share, spent = (f"{100 * value:g}" for value in (rest.programme_share[0], rest.execution[0]))
    table = [tuple(row.values()) for row in rows(folder / "levers.csv")]
    assert table == [
        ("programme_share", "2030", "percent", share, "1.5", "0.72", share),
        ("programme_share", "2035", "percent", share, "2", "0.72", share),
        ("programme_share", "2040", "percent", share, "2.5", "0.72", share),
        ("programme_share", "2045", "percent", share, "3", "0.72", share),
        ("execution", "", "percent", spent, spent, spent, "95"),
        ("pace", "coverage_5g", "percent", "0", "0", "0", "5"),
        ("start_value", "coverage_5g", "percent", "", "", "", "45.5"),
        ("start_year", "coverage_5g", "", "", "", "", "2025"),
    ]


def test_every_scenario_can_be_traced(folder: Path, runs: list[ScenarioRun]) -> None:
    table = rows(folder / "scenarios.csv")
    assert [row["hash"] for row in table] == [made.scenario.content_hash for made in runs]
    assert {row["data_version"] for row in table} == {load_facts().version}
    assert {(row["seed"], row["draws"]) for row in table} == {("359", "200")}
    assert [row["name"] for row in table] == [
        "",
        "Budget targets kept",
        "A cut of 20 %",
        "Thử riêng",
    ]


def test_the_summary_has_a_paragraph_each(folder: Path) -> None:
    text = (folder / "summary.txt").read_text("utf-8")
    head, *paragraphs = text.split("\n\n")
    assert load_facts().version in head
    assert "just met" in head
    assert len(paragraphs) == 4
    assert "1.5% (2030)" in paragraphs[1]
    assert "what Plan 359-KH/TU asks for" in paragraphs[1]
    assert "5G coverage alone: starts from 45.5% in 2025" in paragraphs[3]


def test_the_same_input_gives_the_same_bytes(
    arguments: Sequence[str], folder: Path, tmp_path: Path
) -> None:
    assert run((*arguments, "--suppose-2025-met", "--out", str(tmp_path))) == 0
    for path in folder.iterdir():
        assert path.read_bytes() == (tmp_path / path.name).read_bytes(), path.name


def test_levers_at_rest_are_the_baseline_byte_for_byte(tmp_path: Path) -> None:
    bare, rest = tmp_path / "bare", tmp_path / "rest"
    supposed = ("project", "--suppose-2025-met", *FAST)
    assert run((*supposed, "--out", str(bare))) == 0
    assert run((*supposed, "--scenario", "giu_nguyen", "--out", str(rest))) == 0
    for path in bare.iterdir():
        assert path.read_bytes() == (rest / path.name).read_bytes(), path.name


def test_a_start_that_a_scenario_supposes_gives_its_indicator_a_projection(
    own: Path, tmp_path: Path
) -> None:
    assert run(("project", "--scenario", str(own), *FAST, "--out", str(tmp_path))) == 0
    table = [r for r in rows(tmp_path / "comparison.csv") if r["indicator_id"] == "coverage_5g"]
    later = [row for row in table if row["year"] != "2025"]
    assert {(row["evidence_rest"], row["p_rest"]) for row in later} == {("4", "")}
    assert all(row["evidence_1"] == "3" and row["p_1"] for row in later)
    assert {row["change_1"] for row in table} == {""}


def test_without_scenario_the_tables_are_those_of_rest(own: Path, tmp_path: Path) -> None:
    assert run(("project", "--compare", "cat_20", *FAST, "--out", str(tmp_path))) == 0
    verdicts = {row["verdict"] for row in rows(tmp_path / "attainment.csv")}
    assert not [verdict for verdict in verdicts if verdict.startswith("decided")]
    assert len(rows(tmp_path / "scenarios.csv")) == 2


def test_what_has_no_effect_is_told_with_what_wins(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "a.toml"
    text = "version = 1\nprogramme_share = [2, 2, 2, 2]\noverrides.st_budget_share.pace = 5"
    file.write_text(text, "utf-8")
    assert run(("project", "--scenario", str(file), *FAST, "--out", str(tmp_path))) == 0
    told = "(st_budget_share): The levers win"
    assert told in capsys.readouterr().err
    assert told in (tmp_path / "summary.txt").read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("--scenario", "khong_co"), "Không có tệp kịch bản khong_co"),
        (("--scenario", "."), "Không đọc được tệp ."),
        (
            ("--scenario", "cat_20", *("--compare", "giu_nguyen") * 4),
            "5 kịch bản là quá nhiều để so sánh: nhiều nhất 4",
        ),
    ],
)
def test_a_refusal_is_in_words_and_writes_nothing(
    arguments: Sequence[str],
    complaint: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    out = tmp_path / "out"
    assert run(("project", *arguments, "--out", str(out), "--draws", "100")) == 1
    assert complaint in capsys.readouterr().err
    assert not out.exists()


def test_check_counts_the_ready_made_and_tells_the_broken(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(("check",)) == 0
    assert "9 kịch bản dựng sẵn" in capsys.readouterr().out
    data = tmp_path / "data"
    shutil.copytree(DATA_FOLDER, data)
    (data / "scenarios" / "sai.toml").write_text("version = 1\nx = 3", "utf-8")
    assert run(("check", "--data", str(data))) == 1
    told = capsys.readouterr().err
    assert "1 lỗi trong kịch bản scenarios/sai.toml:\n- “x”: không có khóa này" in told


@pytest.mark.parametrize(
    ("pattern", "replacement", "complaint"),
    [
        (r"^added_lag,.*\n", "", "assumptions.csv thiếu dòng mà kịch bản cần: added_lag."),
        (r"(^added_lag,.*?,years),0,0,2,", r"\1,0,9,9,", "Vốn đến chậm hơn (added_lag)"),
    ],
)
def test_assumptions_that_levers_cannot_rest_on_are_told(
    pattern: str,
    replacement: str,
    complaint: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    data = tmp_path / "data"
    shutil.copytree(DATA_FOLDER, data)
    file = data / "assumptions.csv"
    broken, changes = re.subn(pattern, replacement, file.read_text("utf-8"), flags=re.M)
    assert changes == 1
    file.write_text(broken, "utf-8")
    for command in (("check",), ("project", "--scenario", "cat_20", "--out", str(tmp_path))):
        assert run((*command, "--data", str(data))) == 1
        assert complaint in capsys.readouterr().err.replace("\u00a0", " ")


def test_every_fault_of_a_file_is_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "sai.toml"
    file.write_text("version = 1\nexecution = 870\nx = 3\noverrides.firms.pace = 5", "utf-8")
    assert run(("project", "--scenario", str(file), "--out", str(tmp_path / "out"))) == 1
    told = capsys.readouterr().err
    lines = [line for line in told.splitlines() if line.startswith("- ")]
    assert f"3 lỗi trong kịch bản {file}:" in told
    assert [part in line for part, line in zip(("“x”", "“firms”", "870 %"), lines, strict=True)]
