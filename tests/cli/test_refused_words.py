"""What the command cannot use is refused in words, in the user's language, before any work."""

import csv
from pathlib import Path

import pytest

from kh359.cli.command import run

FEW = ("--draws", "100")
TARGET = "dossiers_online-2030"
OUT = ("--out", "tables")


def refused(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """The last line told; the command ended with 1."""
    assert run((*words, *FEW)) == 1
    return capsys.readouterr().err.strip().splitlines()[-1]


def test_a_scenario_that_is_a_folder_nameless_or_too_long_is_told(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "thư mục").mkdir()
    told = refused(capsys, "project", *OUT, "--scenario", "thư mục")
    assert told == "Không đọc được tệp thư mục: đó là một thư mục."
    assert "Không có tệp kịch bản" in refused(capsys, "project", *OUT, "--scenario", "")
    told = refused(capsys, "project", *OUT, "--scenario", "a" * 300)
    assert told.startswith("Không đọc được tệp aaa")
    assert told.endswith("…: tên quá dài.")


@pytest.mark.parametrize(
    ("words", "unheard"),
    [
        (("--target", TARGET, "--ceiling", "100"), "--ceiling"),
        (("--target", TARGET, "--weight", "a=2", "--no-fall"), "--no-fall, --weight"),
        (("--plan", "--level", "2"), "--level"),
    ],
)
def test_solve_takes_no_word_that_it_would_not_hear(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...], unheard: str
) -> None:
    assert refused(capsys, "solve", *words).startswith(f"{unheard}: không có tác dụng")


def test_a_ceiling_beyond_all_money_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert "Trần tiền" in refused(capsys, "solve", "--plan", "--ceiling", "1e30")


def test_a_file_without_a_name_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert "--out" in refused(capsys, "solve", "--target", TARGET, "--out", "")


@pytest.mark.parametrize(
    ("words", "told"),
    [((), "cần một trong các tham số"), (("--plan", "--target", "x"), "không dùng cùng lúc")],
)
def test_solve_asks_for_its_question_in_vietnamese(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...], told: str
) -> None:
    with pytest.raises(SystemExit) as caught:
        run(("solve", *words))
    assert caught.value.code == 2
    assert told in capsys.readouterr().err


def test_a_name_is_no_formula_in_a_spreadsheet(tmp_path: Path) -> None:
    file = tmp_path / "a.toml"
    file.write_text("""version = 1\nname = '=HYPERLINK("x")'\n""", "utf-8")
    assert run(("project", "--out", str(tmp_path), "--scenario", str(file), *FEW)) == 0
    with (tmp_path / "scenarios.csv").open(encoding="utf-8", newline="") as table:
        assert [row["name"] for row in csv.DictReader(table)] == ["", """'=HYPERLINK("x")"""]
