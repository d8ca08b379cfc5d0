"""`solve` says and writes what the model found, and refuses what makes no sense."""

import json
import tomllib
from pathlib import Path

import pytest

from kh359.cli.command import run
from kh359.model.assumptions import Assumptions
from kh359.model.evaluation.evaluation import evaluate
from kh359.model.evaluation.stage import prepare
from kh359.model.outlook import project_plan
from kh359.model.solve.goal import seek
from kh359.model.solve.question import Question
from kh359.plan.loading import load_facts
from kh359.scenarios.scenario_file import read_scenario_file

pytestmark = pytest.mark.usefixtures("projected_once")

Printed = pytest.CaptureFixture[str]
NBSP = "\N{NO-BREAK SPACE}"
FEW = ("--suppose-2025-met", "--draws", "200")


def solved(capsys: Printed, *words: str) -> str:
    assert run(("solve", *FEW, *words)) == 0
    return capsys.readouterr().out.replace(NBSP, " ")


def refused(capsys: Printed, *words: str) -> str:
    assert run(("solve", *FEW, *words)) == 1
    return capsys.readouterr().err.replace(NBSP, " ")


def test_the_command_says_the_numbers_of_the_model_and_its_file_has_them(
    capsys: Printed, tmp_path: Path
) -> None:
    target_id = "researchers_total-2030"
    file = tmp_path / "found" / "plan.toml"
    report = json.loads(
        solved(capsys, "--target", target_id, "--probability", "30", "--json", "--out", str(file))
    )
    facts = load_facts()
    stage = prepare(facts, project_plan(facts, Assumptions(suppose_2025_met=True), n_draws=200))
    question = Question(target_ids=(target_id,), scenario=stage.rest, wanted=0.3)
    answer = seek(stage, question)
    (told,) = report["targets"]
    assert answer.value is not None
    assert told["value"] == pytest.approx(100 * answer.value)
    assert told["status"] == "reached"
    assert told["p_then"] == answer.targets[0].p_then
    written = read_scenario_file(file, facts)
    assert answer.scenario is not None
    assert written.content_hash == answer.scenario.content_hash
    assert evaluate(stage, written).probability(target_id) == told["p_then"]
    document = tomllib.loads(file.read_text("utf-8"))
    assert document["programme_share"] == report["scenario"]["programme_share"]
    assert "elasticity_researchers" in report["assumptions"]


def test_the_answer_is_told_in_vietnamese_with_its_assumptions(capsys: Printed) -> None:
    text = solved(
        capsys, "--target", "researchers_total-2030", "--target", "st_budget_share-2030",
        "--probability", "30",
    )  # fmt: skip
    assert "2 trong 2 mục tiêu đang hỏi đạt xác suất 30 %" in text
    assert "do kịch bản đặt, không phải dự báo: đạt ngay khi dành 1,5 % ngân sách" in text
    assert "(giả định, từ" in text
    assert "tỷ đồng mỗi năm" in text
    assert "Tác dụng của tiền: tiền nghiên cứu tới nhân lực nghiên cứu" in text


def test_impossible_is_an_answer(capsys: Printed) -> None:
    text = solved(capsys, "--target", "researchers_total-2045", "--probability", "95")
    assert "Trong giới hạn ngân sách của kịch bản, không mục tiêu nào" in text
    assert "không mức ngân sách nào đưa lên được xác suất mong muốn: dù dành toàn bộ" in text


def test_without_figures_no_number_is_given(capsys: Printed) -> None:
    assert run(("solve", "--draws", "200", "--target", "startups-2030", "--json")) == 0
    (told,) = json.loads(capsys.readouterr().out)["targets"]
    assert told["status"] == "no_data"
    assert {told[key] for key in ("value", "p_now", "p_value", "p_then", "p_limit", "p_most")} == {
        None
    }


def test_a_scenario_is_written_only_where_one_is_found(capsys: Printed, tmp_path: Path) -> None:
    file = tmp_path / "plan.toml"
    text = solved(
        capsys, "--target", "researchers_total-2045", "--probability", "95", "--out", str(file)
    )
    assert "không ghi tệp" in text
    assert not file.exists()


@pytest.mark.parametrize(
    ("kind", "words"),
    [("pace", ()), ("start", ("--level", "8")), ("split", ("--floor", "a=10"))],
)
def test_every_kind_of_answer_is_told(capsys: Printed, kind: str, words: tuple[str, ...]) -> None:
    for language, start in (("vi", "1 trong 1"), ("en", "1 of 1")):
        text = solved(
            capsys, "--target", "researchers_total-2040", "--for", kind, "--probability", "16",
            "--lang", language, *words,
        )  # fmt: skip
        assert text.startswith(start)


def test_the_best_plan_keeps_the_ceiling_and_its_file_has_its_number(
    capsys: Printed, tmp_path: Path
) -> None:
    file = tmp_path / "plan.toml"
    report = json.loads(
        solved(
            capsys, "--plan", "--ceiling", "20000", "--largest-change", "20", "--no-fall",
            "--floor", "a=10", "--weight", "2030=2", "--json", "--out", str(file),
        )
    )  # fmt: skip
    assert report["spent_bn_vnd_2025"] <= 20000
    assert report["expected"] > report["expected_before"]
    facts = load_facts()
    stage = prepare(facts, project_plan(facts, Assumptions(suppose_2025_met=True), n_draws=200))
    written = read_scenario_file(file, facts)
    assert written.split[0] >= 0.1
    run_of_file = evaluate(stage, written)
    money = float(run_of_file.money.allocated.sum())
    assert money == pytest.approx(report["spent_bn_vnd_2025"], abs=0.1)
    weights = {t.target_id: 2.0 if t.year == 2030 else 1.0 for t in facts.targets}
    counted = sum(
        weights[target_id] * p
        for target_id, p in zip(run_of_file.target_ids, run_of_file.p_met, strict=True)
        if p == p and not target_id.startswith(("st_budget_share", "sti_grdp_share"))
    )
    assert counted == pytest.approx(report["expected"], abs=1e-4)


def test_the_frontier_rises_in_the_report(capsys: Printed) -> None:
    text = solved(capsys, "--plan", "--frontier", "--json")
    points = json.loads(text)["frontier"]
    expected = [point["expected"] for point in points]
    assert len(points) >= 5
    assert expected == sorted(expected)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--target", "moon-2030"), "không có mục tiêu moon-2030"),
        (("--target", "dti-2030", "--probability", "100"), "từ 5 % đến 95 %"),
        (("--target", "dti-2030", "--for", "start"), "lớn hơn mức giữ nguyên 0,9 %"),
        (("--plan", "--ceiling", "-5"), "số lớn hơn 0"),
        (("--plan", "--ceiling", "100"), "Không phương án nào giữ được"),
        (("--plan", "--floor", "z=1"), "không có “z”"),
        (("--plan", "--floor", "a"), "hãy viết KHÓA=SỐ"),
        (("--plan", "--floor", "a=60", "--floor", "b=60"), "cộng lại không quá 100 %"),
        (("--plan", "--weight", "2030=nan"), "hãy viết KHÓA=SỐ"),
        (("--plan", "--weight", "2030=-1"), "từ 0 đến 100"),
        (("--plan", "--scenario", "không_có"), "không_có"),
    ],
)
def test_what_makes_no_sense_is_refused_in_words(
    capsys: Printed, words: tuple[str, ...], told: str
) -> None:
    assert told in refused(capsys, *words)
