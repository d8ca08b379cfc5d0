"""The best plan and the frontier in the exports are those of `python -m kh359 solve`."""

import csv
import io
import json
import tomllib
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from run_sample import dossier, made

from kh359.cli.command import run
from kh359.export.best_plan import frontier_item
from kh359.export.optimum import Optimum, optimum
from kh359.export.watch import Watch

PLAN, FRONTIER = "Phương án tốt nhất (giả định)", "Đường biên ngân sách (giả định)"


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    with ZipFile(io.BytesIO(made("best-plan", moved=False).content)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def rows(content: bytes) -> list[list[str]]:
    text = content.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))[1:]


def number(text: str) -> float:
    return float(text.replace(",", "."))


def test_every_file_says_what_the_command_finds(
    files: dict[str, bytes], capsys: pytest.CaptureFixture[str]
) -> None:
    words = ("--draws", "200", "--suppose-2025-met", "--plan", "--frontier", "--json")
    assert run(("solve", *words)) == 0
    found = json.loads(capsys.readouterr().out)
    plan = rows(files[f"{PLAN}.csv"])
    assert number(plan[0][3]) == found["spent_bn_vnd_2025"]
    assert [number(plan[1][i]) for i in (2, 3)] == [found["expected_before"], found["expected"]]
    assert f"{found['targets_counted']} mục tiêu được tính" in plan[1][0]
    scenario = tomllib.loads(files[f"{PLAN}.toml"].decode())
    assert [number(row[3]) for row in plan[2:7]] == pytest.approx(scenario["split"])
    assert scenario["split"] == found["scenario"]["split"]
    told = [
        {"spent_bn_vnd_2025": number(row[1]), "expected": number(row[2])}
        for row in rows(files[f"{FRONTIER}.csv"])
    ]
    assert told[:-2] == found["frontier"]
    assert told[-1]["expected"] == found["expected"]


def test_the_chart_has_a_point_for_each_row_and_comes_in_three_formats(
    files: dict[str, bytes],
) -> None:
    own = dossier(moved=False)
    found = optimum(own, Watch())
    assert isinstance(found, Optimum)
    shown = frontier_item(own, found).shown
    assert isinstance(shown, dict)
    curve = shown["data"][0]
    assert [round(x, 1) for x in curve["x"]] == [
        number(row[1]) for row in rows(files[f"{FRONTIER}.csv"])[:-2]
    ]
    heads = {name.rsplit(".", 1)[1]: content[:5] for name, content in files.items()}
    assert heads["png"].startswith(b"\x89PNG")
    assert heads["pdf"] == b"%PDF-"
    assert heads["svg"] == b"<svg "


def test_workbook_and_csv_hold_the_same_rows(files: dict[str, bytes]) -> None:
    book = load_workbook(io.BytesIO(made("xlsx", moved=False).content))
    shown = [[cell.value for cell in row] for row in book[FRONTIER].iter_rows(min_row=2)]
    assert [row[1] for row in shown] == [number(r[1]) for r in rows(files[f"{FRONTIER}.csv"])]
    with ZipFile(io.BytesIO(made("csv", moved=False).content)) as packed:
        assert packed.read(f"{PLAN}.csv") == files[f"{PLAN}.csv"]
