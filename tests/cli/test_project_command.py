"""`project` on the real facts: every target gets a row, the same input the same bytes."""

import csv
import re
from pathlib import Path

import pytest

from kh359.cli.command import run
from kh359.plan.loading import load_facts

FAST = ("--draws", "200", "--lang", "en")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("project")
    assert run(("project", "--out", str(out), *FAST)) == 0
    return out


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_columns_are_exactly_those_agreed(folder: Path) -> None:
    heads = {path.name: path.read_text("utf-8").splitlines()[0] for path in folder.iterdir()}
    assert heads == {
        "attainment.csv": "target_id,indicator_id,year,comparator,value,"
        "p_met,p10,p50,p90,evidence,verdict",
        "projections.csv": "indicator_id,year,p05,p10,p25,p50,p75,p90,p95",
        "evidence.csv": "indicator_id,evidence,observations,family,episodes,countries,"
        "borrowed_share,backtest_kind,backtest_length,coverage80,brier,base_brier,"
        "skill_no_change,data_version,seed",
    }


def test_all_194_targets_are_there_as_the_plan_writes_them(folder: Path) -> None:
    columns = ("target_id", "indicator_id", "year", "comparator")
    plan = rows(Path(__file__).parents[2] / "data" / "targets.csv")
    table = rows(folder / "attainment.csv")
    assert len(table) == 194
    for row, wanted in zip(table, plan, strict=True):
        assert [row[c] for c in columns] == [wanted[c] for c in columns]
        assert float(row["value"]) == float(wanted["value"])


def test_every_row_has_a_probability_or_says_why_not(folder: Path) -> None:
    for row in rows(folder / "attainment.csv"):
        quantiles = [row[c] for c in ("p10", "p50", "p90")]
        if row["year"] == "2025":
            assert (row["p_met"], row["verdict"] in {"met", "not_met", "no_data"}) == ("", True)
        elif row["evidence"] == "4":
            assert (row["p_met"], row["verdict"]) == ("", "no_evidence")
            assert quantiles == ["", "", ""]
        else:
            assert 0 <= float(row["p_met"]) <= 1
            low, middle, high = map(float, quantiles)
            assert low <= middle <= high
            assert row["verdict"] not in {"", "met", "not_met", "no_data", "no_evidence"}
        assert row["evidence"] in set("1234")


def test_projected_quantiles_nest_within_the_hard_bounds(folder: Path) -> None:
    table = rows(folder / "projections.csv")
    indicators = load_facts().indicator_by_id
    assert table
    for row in table:
        quantiles = [float(cell) for name, cell in row.items() if name.startswith("p")]
        assert quantiles == sorted(quantiles)
        indicator = indicators[row["indicator_id"]]
        if indicator.lower is not None:
            assert quantiles[0] >= indicator.unit.to_shown(indicator.lower)
        if indicator.upper is not None:
            assert quantiles[-1] <= indicator.unit.to_shown(indicator.upper)


def test_both_tables_tell_the_same_median(folder: Path) -> None:
    medians = {(r["indicator_id"], r["year"]): r["p50"] for r in rows(folder / "projections.csv")}
    judged = [row for row in rows(folder / "attainment.csv") if row["p50"]]
    assert judged
    for row in judged:
        median = float(medians[row["indicator_id"], row["year"]])
        assert float(row["p50"]) == pytest.approx(median, abs=2e-6)


def test_numbers_are_plain_decimals(folder: Path) -> None:
    for path in folder.iterdir():
        for row in rows(path):
            for name, cell in row.items():
                if name == "value" or re.fullmatch("p_met|p[0-9]{2}", name):
                    assert re.fullmatch(r"(-?[0-9]+(\.[0-9]+)?)?", cell)


def test_the_same_input_gives_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    assert run(("project", "--out", str(tmp_path), *FAST)) == 0
    for path in folder.iterdir():
        assert path.read_bytes() == (tmp_path / path.name).read_bytes()


def test_another_seed_gives_other_draws(folder: Path, tmp_path: Path) -> None:
    assert run(("project", "--out", str(tmp_path), *FAST, "--seed", "7")) == 0
    name = "projections.csv"
    assert (folder / name).read_bytes() != (tmp_path / name).read_bytes()


def test_supposing_2025_met_raises_only_level_4_to_3(folder: Path, tmp_path: Path) -> None:
    assert run(("project", "--out", str(tmp_path), *FAST, "--suppose-2025-met")) == 0
    before = rows(folder / "attainment.csv")
    after = rows(tmp_path / "attainment.csv")
    changed = {
        (b["evidence"], a["evidence"])
        for b, a in zip(before, after, strict=True)
        if b["evidence"] != a["evidence"]
    }
    assert changed == {("4", "3")}
    assert all(row["p_met"] for row in after if row["evidence"] == "3" and row["year"] != "2025")


def test_a_typed_start_is_projected_at_level_3(folder: Path, tmp_path: Path) -> None:
    bare = next(
        row
        for row in rows(folder / "attainment.csv")
        if row["evidence"] == "4" and row["year"] == "2030" and float(row["value"]) <= 100
    )
    start = f"{bare['indicator_id']}={bare['value']}@2025"
    assert run(("project", "--out", str(tmp_path), *FAST, "--start", start)) == 0
    row = next(r for r in rows(tmp_path / "attainment.csv") if r["target_id"] == bare["target_id"])
    assert row["evidence"] == "3"
    assert row["p_met"]


def test_a_start_never_displaces_an_observation(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    known = next(row for row in rows(folder / "attainment.csv") if row["evidence"] in {"1", "2"})
    start = f"{known['indicator_id']}={known['value']}"
    assert run(("project", "--out", str(tmp_path), *FAST, "--start", start)) == 0
    assert f"{known['indicator_id']} is not used" in capsys.readouterr().err
    for path in folder.iterdir():
        assert path.read_bytes() == (tmp_path / path.name).read_bytes()


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("--draws", "5"), "--draws must lie in"),
        (("--seed", "-1"), "--seed must not be negative"),
        (("--start", "nope=1"), "no indicator nope"),
    ],
)
def test_refusals_write_nothing(
    arguments: tuple[str, ...],
    complaint: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    out = tmp_path / "out"
    assert run(("project", "--out", str(out), "--lang", "en", *arguments)) == 1
    assert complaint in capsys.readouterr().err
    assert not out.exists()


def test_progress_and_results_go_to_different_streams(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(("project", "--out", str(tmp_path), "--draws", "100", "--lang", "vi")) == 0
    captured = capsys.readouterr()
    assert "Đang dự báo" in captured.err
    assert captured.out.splitlines() == [
        str(tmp_path / "attainment.csv"),
        str(tmp_path / "projections.csv"),
        str(tmp_path / "evidence.csv"),
    ]
